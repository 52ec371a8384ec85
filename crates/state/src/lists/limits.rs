//! What the best list may be, from what the visitor said.

use super::pricing::Pricing;
use super::settings::ListSetting;
use crate::Work;
use engine::calendar::Stage;
use engine::catalog::{Catalog, ProgramIndex};
use engine::decimal::grouped;
use engine::list::{Allowance, Bounds, Limits, Prospects, Recommended, Signalling};
use engine::program::{ProgramId, SpecialtyCode};

/// What the visitor says of the signals of each choice.
#[must_use]
pub fn signalling(prospects: &Prospects<'_>, work: &Work) -> Vec<Signalling> {
    let choices = prospects.input.preferences.specialties.iter();
    choices
        .map(|choice| work.list_settings.signalling(choice.code))
        .collect()
}

/// The number of applications that counts where none is typed.
#[must_use]
pub fn recommended(prospects: &Prospects<'_>, work: &Work) -> Recommended {
    let catalog = prospects.input.catalog;
    let (pinned, hidden) = (
        known(catalog, work.pinned.iter()),
        known(catalog, work.hidden.iter()),
    );
    Recommended::of(prospects, &pinned, &hidden)
}

/// Pinned programs that have no chance: they stay on a list that is made, beside the best ones.
#[must_use]
pub fn kept(prospects: &Prospects<'_>, work: &Work) -> Vec<ProgramId> {
    let catalog = prospects.input.catalog;
    let kept = prospects.missing(&known(catalog, work.pinned.iter()));
    let programs = kept.into_iter().filter_map(|index| catalog.get(index));
    programs.map(|program| program.id).collect()
}

/// The limits: `most` applications, else as many as were typed, else as many as are recommended.
///
/// # Errors
/// A sentence that says what stands in the way and what to do.
pub fn limits(
    prospects: &Prospects<'_>,
    work: &Work,
    most: Option<usize>,
) -> Result<Limits, String> {
    let question = prospects.input;
    let settings = &work.list_settings;
    let typed = settings.number(ListSetting::Number)?;
    let most = most
        .or(typed.map(|number| number as usize))
        .unwrap_or_else(|| recommended(prospects, work).number);
    let pinned = known(question.catalog, work.pinned.iter());
    let most = match typed {
        None => most.max(pinned.len()),
        Some(_) => most,
    };
    if pinned.len() > most {
        return Err(format!(
            "You pinned {}, which is more than the {most} that you ask for. Unpin some, or ask for more.",
            programs(pinned.len())
        ));
    }
    let budget = settings.number(ListSetting::Budget)?;
    let said = signalling(prospects, work);
    let codes = question.preferences.specialties.iter().map(|c| c.code);
    let mut bounds = Vec::new();
    for (code, said) in codes.zip(&said) {
        bounds.push(of_specialty(
            prospects,
            work,
            code,
            *said,
            budget.is_some(),
        )?);
    }
    let beside = prospects.missing(&pinned);
    let season = question.moment.season;
    let schedule = |code: SpecialtyCode| {
        let book = question.catalog.fees()?;
        let pricing = Pricing::of(book, season, &work.list_settings, [code]);
        pricing.prices(book, season, code).cloned()
    };
    let limits = Limits {
        most,
        budget: budget.map(u64::from),
        bounds,
        pinned,
        excluded: known(question.catalog, work.hidden.iter()),
        plain_only: prospects.plain_only(&said),
    };
    limits.beside(prospects, &beside, schedule).ok_or_else(|| {
        "The budget does not pay for the programs that you pinned. Raise it, or unpin some.".into()
    })
}

fn of_specialty(
    prospects: &Prospects<'_>,
    work: &Work,
    code: SpecialtyCode,
    said: Signalling,
    has_budget: bool,
) -> Result<Bounds, String> {
    let question = prospects.input;
    let (least, most) = (
        work.list_settings.number(ListSetting::Least(code))?,
        work.list_settings.number(ListSetting::Most(code))?,
    );
    let name = || question.catalog.specialty_name(code);
    if let (Some(least), Some(most)) = (least, most)
        && least > most
    {
        return Err(format!(
            "For {} you ask for at least {least} and at most {most}. Change one of them.",
            name()
        ));
    }
    let prices = question.catalog.fees().and_then(|book| {
        let season = question.moment.season;
        let pricing = Pricing::of(book, season, &work.list_settings, [code]);
        pricing.prices(book, season, code).cloned()
    });
    if has_budget && prices.is_none() {
        return Err(format!(
            "No price is stated for {} in the {} season, so a budget cannot be kept. Say what an application costs, or count with the prices of an earlier season.",
            name(),
            question.moment.season.0
        ));
    }
    Ok(Bounds {
        least: least.unwrap_or(0) as usize,
        most: most.map(|most| most as usize),
        signals: free_signals(prospects, code, said),
        prices,
    })
}

/// Signals that can still be sent: none once the applications are out.
fn free_signals(prospects: &Prospects<'_>, code: SpecialtyCode, said: Signalling) -> Allowance {
    let question = prospects.input;
    if question.moment.stage == Some(Stage::Applied) {
        return Allowance::default();
    }
    Allowance::of(question, code, said).unwrap_or_default()
}

/// The programs with these ids that the catalog knows, in the order of the ids.
pub fn known<'a>(catalog: &Catalog, ids: impl Iterator<Item = &'a ProgramId>) -> Vec<ProgramIndex> {
    let found = ids.filter_map(|id| catalog.find(*id));
    found.map(|(index, _)| index).collect()
}

fn programs(count: usize) -> String {
    if count == 1 {
        "1 program".to_owned()
    } else {
        format!("{} programs", grouped(count))
    }
}
