//! The question of `list`, read.

use super::asked;
use super::field::{distinct, each, maybe, number, program};
use crate::InputError;
use crate::input::RankInput;
use crate::list::{ListAsked, ListInput};
use crate::wire::AcgmeId;
use engine::catalog::{Catalog, ProgramIndex};

pub(crate) fn list(catalog: &Catalog, input: ListInput) -> Result<ListAsked, InputError> {
    let question = RankInput {
        applicant: input.applicant,
        preferences: input.preferences,
        entries: input.entries,
        facts: input.facts,
        limit: None,
    };
    let pinned = programs(catalog, "pinned", input.pinned)?;
    let excluded = programs(catalog, "excluded", input.excluded)?;
    let both = pinned
        .iter()
        .find(|index| excluded.binary_search(index).is_ok());
    if let Some(program) = both.and_then(|index| catalog.get(*index)) {
        let problem = format!("{} is pinned and excluded", program.id);
        return Err(InputError::new("excluded", problem));
    }
    Ok(ListAsked {
        most: maybe(input.max, |raw| number("max", raw))?.map(usize::from),
        budget: maybe(input.budget, |raw| number("budget", raw))?.map(u64::from),
        prices_of: maybe(input.prices_of, |raw| number("prices_of", raw))?,
        has_signals: input.signals.unwrap_or(false),
        pinned,
        excluded,
        asked: asked(catalog, question)?,
    })
}

fn programs(
    catalog: &Catalog,
    path: &str,
    raw: Option<Vec<AcgmeId>>,
) -> Result<Vec<ProgramIndex>, InputError> {
    let ids = each(path, raw, |at, id| program(catalog, at, &id))?;
    let ids = distinct(path, ids)?;
    let mut found: Vec<ProgramIndex> = ids
        .into_iter()
        .filter_map(|id| catalog.find(id))
        .map(|(index, _)| index)
        .collect();
    found.sort_unstable();
    Ok(found)
}
