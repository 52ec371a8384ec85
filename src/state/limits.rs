//! What the best list may be, from what the visitor said.

use vecmap::VecSet;

use super::Work;
use super::pricing::Pricing;
use super::terms::Term;
use crate::engine::calendar::Stage;
use crate::engine::catalog::{Catalog, ProgramIndex};
use crate::engine::decimal::grouped;
use crate::engine::list::{
    Allowance, Application, Bounds, Limits, Prospects, Signalling, chance_along, recommended_number,
};
use crate::engine::program::{ProgramId, SpecialtyCode};

/// What the visitor says of the signals of each choice.
#[must_use]
pub fn signalling(prospects: &Prospects<'_>, work: &Work) -> Vec<Signalling> {
    let choices = prospects.question.preferences.specialties.iter();
    choices
        .map(|choice| work.terms.signalling(choice.code))
        .collect()
}

/// The number of applications that counts where none is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recommended {
    /// How many.
    pub number: usize,
    /// Why so many.
    pub why: Enough,
}

/// Why a number of applications is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enough {
    /// Ten more would add less than a point to the chance to match.
    TenMoreAddLittle,
    /// There are no more programs with a chance.
    All,
    /// So many are pinned.
    Pinned,
    /// No length is enough by the rule: as many as others send.
    AsOthers,
}

impl Recommended {
    /// Works it out: the programs are gone through once, so it is for a change of the ranking and
    /// not for every key.
    #[must_use]
    pub fn of(prospects: &Prospects<'_>, work: &Work) -> Recommended {
        const MORE: usize = 10;
        const LITTLE: f64 = 0.01;
        let catalog = prospects.question.catalog;
        let hidden = known(catalog, &work.hidden);
        let number = recommended_number(prospects, &hidden);
        let pinned = prospects.places(&known(catalog, &work.pinned)).len();
        if pinned > number {
            return Recommended {
                number: pinned,
                why: Enough::Pinned,
            };
        }
        let rows = prospects.rows().iter().enumerate();
        let order: Vec<Application> = rows
            .filter(|(_, row)| hidden.binary_search(&row.program).is_err())
            .map(|(place, _)| Application::plain(place))
            .take(number + MORE)
            .collect();
        let along = chance_along(prospects, &order);
        let now = number.checked_sub(1).and_then(|last| along.get(last));
        let more = along.last().copied().unwrap_or(0.0) - now.copied().unwrap_or(0.0);
        let why = if order.len() <= number {
            Enough::All
        } else if more < LITTLE {
            Enough::TenMoreAddLittle
        } else {
            Enough::AsOthers
        };
        Recommended { number, why }
    }
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
    let question = prospects.question;
    let terms = &work.terms;
    let typed = terms.number(Term::Number)?;
    let most = most
        .or(typed.map(|number| number as usize))
        .unwrap_or_else(|| Recommended::of(prospects, work).number);
    let pinned = known(question.catalog, &work.pinned);
    let ranked = prospects.places(&pinned).len();
    if ranked > most {
        return Err(format!(
            "You pinned {}, which is more than the {most} that you ask for. Unpin some, or ask for more.",
            programs(ranked)
        ));
    }
    let budget = terms.number(Term::Budget)?;
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
    Ok(Limits {
        most,
        budget: budget.map(u64::from),
        bounds,
        pinned,
        excluded: known(question.catalog, &work.hidden),
        plain_only: prospects.plain_only(&said),
    })
}

fn of_specialty(
    prospects: &Prospects<'_>,
    work: &Work,
    code: SpecialtyCode,
    said: Signalling,
    has_budget: bool,
) -> Result<Bounds, String> {
    let question = prospects.question;
    let (least, most) = (
        work.terms.number(Term::Least(code))?,
        work.terms.number(Term::Most(code))?,
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
        let pricing = Pricing::of(book, season, &work.terms, [code]);
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
    let question = prospects.question;
    if question.moment.stage == Some(Stage::Applied) {
        return Allowance::default();
    }
    Allowance::of(question, code, said).unwrap_or_default()
}

fn known(catalog: &Catalog, set: &VecSet<ProgramId>) -> Vec<ProgramIndex> {
    let found = set.iter().filter_map(|id| catalog.find(*id));
    found.map(|(index, _)| index).collect()
}

fn programs(count: usize) -> String {
    if count == 1 {
        "1 program".to_owned()
    } else {
        format!("{} programs", grouped(count))
    }
}
