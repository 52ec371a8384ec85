//! Why a program stands where it does, in the few words of a row.

use crate::rooms::words;
use engine::applicant::{Applicant, Entries};
use engine::catalog::ProgramIndex;
use engine::distinction::{Distinction, Distinctions};
use engine::explain::Factor;
use engine::list::bucket::{Buckets, Placed, Why};
use engine::program::{FilingNearness, Program};
use engine::vocabulary::{ApplicantType, TrackKind};
use state::browse::{TableInput, VisaWord, visa_word};

/// Most reasons in a row.
const MOST: usize = 2;

/// What reasons are read from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reasons<'a> {
    /// The person, for the visa and the group.
    pub(crate) applicant: &'a Applicant,
    /// The visitor's own entries.
    pub(crate) entries: &'a Entries,
    /// What to do about each program; `None` until the best list is found.
    pub(crate) buckets: Option<&'a Buckets>,
    /// What sets each program apart.
    pub(crate) distinctions: &'a Distinctions,
}

impl<'a> Reasons<'a> {
    /// Those of a table.
    pub(super) fn of_table(input: &TableInput<'a>, distinctions: &'a Distinctions) -> Self {
        Reasons {
            applicant: input.applicant,
            entries: input.entries,
            buckets: input.buckets,
            distinctions,
        }
    }

    /// The reasons of a ranked program: what is to be asked, what a page states of the visa, and what
    /// sets it apart.
    pub(crate) fn at(&self, index: ProgramIndex, program: &Program) -> String {
        let placed = self.buckets.and_then(|buckets| buckets.find(index));
        let mut all: Vec<String> = placed.and_then(asked).into_iter().collect();
        all.extend(self.sponsors(program));
        let apart = self.distinctions.at(index);
        let skipped = placed.is_some_and(|placed| placed.why == Why::AddsLess);
        let (raise, lower): (Vec<&Distinction>, Vec<&Distinction>) =
            apart.iter().partition(|one| one.odds_ratio > 1.0);
        let in_order = if skipped {
            [lower, raise]
        } else {
            [raise, lower]
        };
        let words = in_order.into_iter().flatten();
        all.extend(words.filter_map(|one| in_words(*one, program, self.applicant.kind)));
        all.truncate(MOST);
        if all.is_empty() {
            all.push("Near the average of its specialty in all that is public".into());
        }
        all.join(" \u{b7} ")
    }

    /// What a page states of the visa that the applicant needs.
    fn sponsors(&self, program: &Program) -> Option<String> {
        let need = self.applicant.visa;
        let word = visa_word(program, self.entries, need);
        let visa = super::row::visa_name(need)?;
        match word {
            VisaWord::StatedYes => Some(format!("States that it sponsors the {visa}")),
            VisaWord::Limited => Some(format!("Sponsors the {visa} for some")),
            VisaWord::Conflicting => Some(format!("Sources disagree on the {visa}")),
            VisaWord::NotNeeded | VisaWord::NotStated | VisaWord::StatedNo => None,
        }
    }
}

/// What is to be asked.
fn asked(placed: &Placed) -> Option<String> {
    let Why::Open { questions, .. } = &placed.why else {
        return None;
    };
    let names: Vec<String> = questions
        .iter()
        .map(|reading| reading.gate.label().to_owned())
        .collect();
    Some(format!("Not stated: {}", names.join(", ").to_lowercase()))
}

/// One thing that sets a program apart, with its figure where it has one.
pub(super) fn in_words(
    one: Distinction,
    program: &Program,
    kind: Option<ApplicantType>,
) -> Option<String> {
    let raises = one.odds_ratio > 1.0;
    Some(match one.factor {
        Factor::State => {
            let times = words::ratio(one.odds_ratio);
            format!(
                "In {}, {} match {} (odds × {times})",
                program.state.label(),
                words::people(kind),
                if raises {
                    "more often than in most states"
                } else {
                    "less often than in most states"
                },
            )
        }
        Factor::Unfilled2026 if raises => unfilled_2026(program)?,
        Factor::Unfilled if raises => {
            let share = program.unfilled_share_before()?;
            format!(
                "{} of its positions stayed unfilled, 2016 to 2020",
                crate::kit::percent(share)
            )
        }
        Factor::Unfilled2026 | Factor::Unfilled => "It fills its positions".into(),
        Factor::Filing if raises => {
            let filing = program.h1b_filing?;
            let whom = match filing.nearness {
                FilingNearness::ThisSpecialty => "residents of this specialty",
                FilingNearness::Residents | FilingNearness::OtherSpecialties => "residents",
                FilingNearness::Fellows => "fellows",
                FilingNearness::Physicians => "physicians",
            };
            format!("Its employer files H-1B for {whom}, {}", filing.year)
        }
        Factor::Filing => "No H-1B filing of its employer found".into(),
        Factor::Setting if raises => "Community hospital: these interview more IMGs".into(),
        Factor::Setting => "Academic centre: these interview fewer IMGs".into(),
        Factor::SoughtAfter if raises => "Fewer apply here than elsewhere".into(),
        Factor::SoughtAfter => "Much sought after".into(),
        Factor::StateTie => format!("Your tie to {}", program.state.label()),
        Factor::Connection => "Your tie to the program".into(),
        Factor::Preferences => "Prefers what you do not have".into(),
        Factor::Average
        | Factor::Score
        | Factor::Attempts
        | Factor::Years
        | Factor::Entered
        | Factor::Gates => return None,
    })
}

/// Positions that lead to full training and stayed unfilled in 2026, of those in the codes concerned.
fn unfilled_2026(program: &Program) -> Option<String> {
    let leads = program.unfilled_2026.iter();
    let leads = leads.filter(|(code, _)| code.kind() != TrackKind::OneYear);
    let (left, of) = leads.fold((0, 0), |(left, of), (_, fill)| {
        let quota = fill.quota.get();
        (left + quota.saturating_sub(fill.filled), of + quota)
    });
    (left > 0).then(|| format!("{left} of {of} positions unfilled in 2026"))
}

/// What is known of the ranked programs, said once over the rows instead of in each.
pub(super) fn coverage(input: &TableInput<'_>) -> Option<String> {
    let ranked = &input.ranking.ranked;
    let stated = ranked.iter().filter(|row| {
        let program = input.catalog.get(row.program);
        program.is_some_and(|program| program.stated.is_some())
    });
    let silent = ranked.len() - stated.count();
    (silent > 0).then(|| {
        format!(
            "Of these {} programs, {} state no requirement on a page that we could read: what they ask is estimated.",
            words::count(ranked.len()),
            words::count(silent),
        )
    })
}
