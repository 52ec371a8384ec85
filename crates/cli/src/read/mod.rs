//! From the words and numbers of the input to the engine's types, with every range checked.

mod applicant;
mod entries;
mod fees;
pub(super) mod field;
mod import;
mod list;
mod preferences;

use engine::applicant::{Applicant, Entries, Moment};
use engine::catalog::Catalog;
use engine::contradiction::{Answer, contradictions};
use engine::preference::Preferences;
use engine::ranking;

use super::input::{ApplicantInput, RankInput};
use super::{Dataset, InputError};
pub(super) use fees::fees;
use field::{date, maybe, number, word};
pub(super) use import::import;
pub(super) use list::list;

/// A question that was read: everything of [`ranking::RankInput`] that the visitor gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The person.
    pub applicant: Applicant,
    /// The wishes.
    pub preferences: Preferences,
    /// The person's own findings.
    pub entries: Entries,
    /// When.
    pub moment: Moment,
    /// Most ranked programs to print.
    pub limit: usize,
}

impl Asked {
    /// The question, asked of these facts and odds.
    #[must_use]
    pub fn question<'a>(&'a self, dataset: &Dataset<'a>) -> ranking::RankInput<'a> {
        ranking::RankInput {
            catalog: dataset.catalog,
            model: dataset.model,
            applicant: &self.applicant,
            preferences: &self.preferences,
            entries: &self.entries,
            moment: self.moment,
        }
    }
}

pub(super) fn asked(catalog: &Catalog, input: RankInput) -> Result<Asked, InputError> {
    let moment = moment(&input.applicant)?;
    let limit = maybe(input.limit, |raw| number("limit", raw))?;
    let applicant = applicant::applicant(catalog, input.applicant, moment)?;
    if let Some(found) = contradictions(&applicant, moment).next() {
        let field = match found.answer() {
            Answer::Ecfmg => "applicant.ecfmg",
            Answer::Step3 => "applicant.step3.result",
            Answer::GraduationYear => "applicant.grad_year",
            Answer::Visa => "applicant.visa",
        };
        return Err(InputError::new(field, found.label()));
    }
    Ok(Asked {
        applicant,
        preferences: preferences::preferences(catalog, input.preferences)?,
        entries: entries::with_files(
            entries::entries(catalog, input.entries)?,
            input.facts,
            moment.today,
        )?,
        moment,
        limit: limit.map_or(usize::MAX, |limit| limit as usize),
    })
}

fn moment(input: &ApplicantInput) -> Result<Moment, InputError> {
    let stage = maybe(input.stage.as_ref(), |raw| word("applicant.stage", raw))?;
    Ok(Moment {
        today: date("applicant.today", &input.today)?,
        season: number("applicant.season", input.season)?,
        stage,
    })
}
