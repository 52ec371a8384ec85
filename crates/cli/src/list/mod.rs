//! The question and the answer of `list`: the best list of applications for one applicant.

mod spell;
mod why;

#[cfg(feature = "command")]
use schemars::JsonSchema;
use serde::Deserialize;

use super::entry_input::{EntryInput, FactsInput};
use super::input::{ApplicantInput, PreferencesInput};
use super::read::Asked;
use super::wire::{AcgmeId, Budget, Fraction, ListLength, Number};
use super::{Dataset, InputError};
use engine::calendar::Season;
use engine::catalog::ProgramIndex;
use engine::fees::{FeeBook, Own, Schedule};
use engine::list::{Allowance, Bounds, Limits, Making, Prospects, Recommended, Signalling};
use engine::portfolio::fault::{Fault, Reason};
use engine::program::SpecialtyCode;
use engine::ranking::{RankInput, rank};

pub use spell::Borrowed;
pub(crate) use spell::ListAnswer;
use spell::{CertificateOutput, spell};
pub use spell::{Sheet, list_json};

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ListInput {
    /// As in the question of `rank`.
    #[cfg_attr(
        feature = "command",
        schemars(schema_with = "crate::schema::rank_applicant")
    )]
    pub applicant: ApplicantInput,
    /// As in the question of `rank`.
    #[cfg_attr(
        feature = "command",
        schemars(schema_with = "crate::schema::rank_preferences")
    )]
    pub preferences: PreferencesInput,
    /// As in the question of `rank`.
    #[cfg_attr(
        feature = "command",
        schemars(schema_with = "crate::schema::rank_entries")
    )]
    #[serde(default)]
    pub entries: Option<Vec<EntryInput>>,
    /// As in the question of `rank`.
    #[cfg_attr(
        feature = "command",
        schemars(schema_with = "crate::schema::rank_facts")
    )]
    #[serde(default)]
    pub facts: Option<Vec<FactsInput>>,
    /// Most whole dollars for applications. Absent or null is no limit. Where the season has no
    /// price, that of the last season that has one counts, and the answer says so.
    pub budget: Option<Number<Budget>>,
    /// Most applications. Absent or null is the number from which ten more would add less than a
    /// point of the chance to match.
    pub max: Option<Number<ListLength>>,
    /// Whether to send the signals of the season. None goes to a home program or one of a rotation.
    pub signals: Option<bool>,
    /// A season whose prices count where those of the applicant's season are not stated.
    pub prices_of: Option<Number<Season>>,
    /// ACGME ids of programs that are on the list in any case: one that is shut, of another specialty
    /// or without a published rate stands at its end, with the reason and no chance.
    #[cfg_attr(feature = "command", schemars(extend("uniqueItems" = true)))]
    pub pinned: Option<Vec<AcgmeId>>,
    /// ACGME ids of programs that are not on the list. An id that is pinned too is refused.
    #[cfg_attr(feature = "command", schemars(extend("uniqueItems" = true)))]
    pub excluded: Option<Vec<AcgmeId>>,
}

/// A question that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ListAsked {
    pub(super) asked: Asked,
    pub(super) most: Option<usize>,
    pub(super) budget: Option<u64>,
    pub(super) prices_of: Option<Season>,
    pub(super) has_signals: bool,
    /// Ascending.
    pub(super) pinned: Vec<ProgramIndex>,
    /// Ascending.
    pub(super) excluded: Vec<ProgramIndex>,
}

/// Finds the list.
///
/// # Errors
/// [`InputError`] names the limit that no list keeps, or that lacks a price.
pub(super) fn answer(dataset: &Dataset<'_>, asked: &ListAsked) -> Result<ListAnswer, InputError> {
    let question = asked.asked.question(dataset);
    let ranking = rank(&question);
    let prospects = Prospects::of(&question, &ranking);
    let codes = codes(&question);
    let book = dataset.catalog.fees();
    let borrowed = borrowed(book, asked, question.moment.season, &codes);
    let signals: Vec<Option<Allowance>> = codes
        .iter()
        .map(|code| Allowance::of(&question, *code, Signalling::default()))
        .collect();
    let beside = prospects.missing(&asked.pinned);
    let limits = limits(&prospects, asked, &codes, &signals, book, &borrowed.own)?;
    let schedule = |code: SpecialtyCode| {
        let mut own = borrowed.own.schedules.iter();
        let own = own.find(|(_, of, _)| of.as_ref() == Some(&code));
        let stated = || book?.schedule(code, question.moment.season);
        own.map(|(.., schedule)| schedule).or_else(stated).cloned()
    };
    let limits = limits
        .beside(&prospects, &beside, schedule)
        .ok_or_else(|| {
            let problem = "does not pay for the pinned programs that have no chance";
            InputError::new("budget", problem)
        })?;
    let making = Making::of(&prospects, &limits).map_err(refused)?;
    let found = making.finish().map_err(refused)?;
    let list = prospects.list_of(&found);
    let signals: &[Option<Allowance>] = if asked.has_signals { &signals } else { &[] };
    let sheet = Sheet {
        prospects: &prospects,
        ranking: &ranking,
        list: &list,
        beside: &beside,
        pinned: &asked.pinned,
        excluded: &asked.excluded,
        signals,
        borrowed: &borrowed,
    };
    let mut answer = spell(&sheet, dataset.pack);
    answer.certificate = found
        .bound
        .filter(|_| !list.is_empty())
        .map(|bound| CertificateOutput {
            value: Fraction(found.value),
            bound,
            share_of_best: Fraction(found.share_of_best().unwrap_or(0.0)),
        });
    Ok(answer)
}

fn codes(question: &RankInput<'_>) -> Vec<SpecialtyCode> {
    let choices = question.preferences.specialties.iter();
    choices.map(|choice| choice.code).collect()
}

/// Prices of another season where that of the applicant has none: of the one that is named, or,
/// as a budget cannot be kept without prices, of the last one that has some.
fn borrowed(
    book: Option<&FeeBook>,
    asked: &ListAsked,
    season: Season,
    codes: &[SpecialtyCode],
) -> Borrowed {
    let mut borrowed = Borrowed::default();
    let Some(book) = book else {
        return borrowed;
    };
    for code in codes {
        let Some(service) = book.service(*code, season) else {
            continue;
        };
        if book.schedule(*code, season).is_some() {
            continue;
        }
        let named = asked.prices_of;
        let found = match named {
            Some(of) => book
                .schedule_of(service, *code, of)
                .map(|prices| (of, prices)),
            None if asked.budget.is_some() => book.earlier_schedule(*code, season),
            None => None,
        };
        if let Some((of, prices)) = found {
            let own = &mut borrowed.own.schedules;
            own.push((service, Some(*code), prices.clone()));
            borrowed.of.push((*code, of));
        }
    }
    borrowed
}

fn limits(
    prospects: &Prospects<'_>,
    asked: &ListAsked,
    codes: &[SpecialtyCode],
    signals: &[Option<Allowance>],
    book: Option<&FeeBook>,
    own: &Own,
) -> Result<Limits, InputError> {
    let season = prospects.input.moment.season;
    let mut bounds = Vec::new();
    for (code, allowance) in codes.iter().zip(signals) {
        let mut borrowed = own.schedules.iter();
        let borrowed = borrowed.find(|(_, of, _)| of.as_ref() == Some(code));
        let prices: Option<&Schedule> = borrowed
            .map(|(_, _, schedule)| schedule)
            .or_else(|| book?.schedule(*code, season));
        if asked.budget.is_some() && prices.is_none() {
            let name = prospects.input.catalog.specialty_name(*code);
            let problem = format!(
                "no price is stated for {name} in the season {}; prices_of can name another",
                season.0
            );
            return Err(InputError::new("budget", problem));
        }
        bounds.push(Bounds {
            signals: allowance.filter(|_| asked.has_signals).unwrap_or_default(),
            prices: prices.cloned(),
            ..Bounds::default()
        });
    }
    let most = asked
        .most
        .unwrap_or_else(|| Recommended::of(prospects, &asked.pinned, &asked.excluded).number);
    let most = most.max(if asked.most.is_none() {
        asked.pinned.len()
    } else {
        0
    });
    if asked.pinned.len() > most {
        return Err(InputError::new(
            "pinned",
            format!("more than the {most} of max"),
        ));
    }
    Ok(Limits {
        most,
        budget: asked.budget,
        bounds,
        pinned: asked.pinned.clone(),
        excluded: asked.excluded.clone(),
        plain_only: prospects.plain_only(&[]),
    })
}

fn refused(fault: Fault) -> InputError {
    let field = match fault.reason {
        Reason::OverBudget => "budget",
        Reason::OverMost => "max",
        // The question was read whole, so nothing else in it can be at fault; the solver's own words
        // for its parts say nothing to who asks.
        _ => "input",
    };
    InputError::new(field, fault.reason.to_string())
}
