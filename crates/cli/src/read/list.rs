//! The question of `list`, read.

use super::asked;
use super::field::{distinct, each, maybe, program, within};
use crate::InputError;
use crate::input::RankInput;
use crate::list::{ListAsked, ListInput};
use crate::wire::Whole;
use engine::calendar::Season;
use engine::catalog::{Catalog, ProgramIndex};

/// Most applications that can be asked for.
const MOST_APPLICATIONS: i64 = 4_096;
/// Most dollars.
const MOST_DOLLARS: i64 = 1_000_000;

pub(crate) fn list(catalog: &Catalog, input: ListInput) -> Result<ListAsked, InputError> {
    let question = RankInput {
        applicant: input.applicant,
        preferences: input.preferences,
        entries: input.entries,
        limit: None,
    };
    let season = |raw: Whole| within("prices_of", raw, 2000, 2100).map(Season);
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
        most: maybe(input.max, |raw| within("max", raw, 1, MOST_APPLICATIONS))?,
        budget: maybe(input.budget, |raw| within("budget", raw, 0, MOST_DOLLARS))?,
        prices_of: maybe(input.prices_of, season)?,
        has_signals: input.signals.unwrap_or(false),
        pinned,
        excluded,
        asked: asked(catalog, question)?,
    })
}

fn programs(
    catalog: &Catalog,
    path: &str,
    raw: Option<Vec<String>>,
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
