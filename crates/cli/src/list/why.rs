//! Why a program on a list has no chance, and a list no figures.

#[cfg(feature = "command")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::reason;
use engine::catalog::ProgramIndex;
use engine::ranking::{RankInput, Ranking};

/// Why there is no number.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema), schemars(rename = "why"))]
pub(super) struct WhyOutput {
    /// Stable code.
    #[cfg_attr(feature = "command", schemars(regex(pattern = crate::schema::CODE)))]
    pub(super) code: &'static str,
    /// The same for people.
    pub(super) sentence: String,
}

impl WhyOutput {
    fn new(code: &'static str, sentence: impl Into<String>) -> Self {
        WhyOutput {
            code,
            sentence: sentence.into(),
        }
    }

    /// Why a program has no place among those with a chance.
    pub(super) fn of(question: &RankInput<'_>, ranking: &Ranking, program: ProgramIndex) -> Self {
        let mut shut = ranking.shut.iter();
        if let Some(shut) = shut.find(|shut| shut.program == program) {
            let why = &shut.by.reason;
            return WhyOutput::new(reason::code(why).text(), why.sentence(question.catalog));
        }
        let mut without = ranking.not_modelled.iter();
        match without.find(|row| row.program == program) {
            Some(row) => WhyOutput::new(row.why.code(), row.why.label()),
            None => WhyOutput::new("not_chosen", "Its specialty is not among those chosen"),
        }
    }

    /// Why a list has no figures: nothing in the ranking has a chance, or nothing is on the list.
    pub(super) fn of_list(question: &RankInput<'_>, ranking: &Ranking) -> Self {
        if !ranking.ranked.is_empty() {
            return WhyOutput::new("nothing_on_list", "No program with a chance is on the list");
        }
        let first = ranking.not_modelled.first().map(|row| row.program);
        let first = first.or(ranking.shut.first().map(|row| row.program));
        match first {
            Some(program) => WhyOutput::of(question, ranking, program),
            None => WhyOutput::new(
                "no_programs",
                "No program of the chosen specialties is known",
            ),
        }
    }
}
