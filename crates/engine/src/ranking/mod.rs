//! The one ordering.

mod specialty_context;

pub use super::rank_input::RankInput;
pub(super) use specialty_context::{SpecialtyContext, cell};

use super::aim::Aim;
use super::catalog::{Catalog, ProgramIndex};
use super::eligibility::{Band, Circumstances, GateReading, GateState};
use super::odds::quadrature::NINE;
use super::odds::{CellOdds, Chance};
use super::ordering;
use super::utility::Wishes;
use super::vocabulary::vocabulary;

vocabulary! {
    /// Why a program has a rank but no chance.
    NoChance {
        /// Its specialty is entered by another road.
        Route = "route", "This specialty is not entered through the Main Residency Match";
        /// One-year positions: rates are published for all of a specialty together, if at all.
        OneYear = "one_year", "For the one-year positions of a single program no rate is published";
        /// No published rate, and nothing to borrow from.
        NoPublishedRate = "no_published_rate", "No match rate is published for applicants who prefer this specialty: not for your applicant type, and not for another type whose rate we could use";
        /// The applicant type is not answered.
        TypeUnanswered = "type_unanswered", "Your applicant type is missing";
        /// The data pack has no model.
        NoModel = "no_model", "This copy was made without the data that chances need";
    }
}

/// A program with a chance and a rank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// The program.
    pub program: ProgramIndex,
    /// Its worst gate.
    pub gate: GateState,
    /// Chance of an interview, 0 to 1, gates included; [`Ranking::chance`] has its range.
    pub p_interview: f64,
    /// Chance of matching there if nothing better comes, 0 to 1: mean over strength of
    /// P(interview) P(match | interview).
    pub p_match: f64,
    /// Worth of matching there, 0 to 1.
    pub t: f64,
    /// The order: [`Aim::value`] of the two.
    pub value: f64,
    /// What its chances are worked out from.
    pub sight: Sight,
}

/// What the chances of a ranked program are worked out from. An order needs the middle of one of them; the
/// ranges are worked out for who looks at the program ([`Ranking::chance`]).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// Its choice of specialty, from 0: which of [`Ranking::odds`] are meant.
    pub choice: usize,
    /// Belief that its gates are open, 0 to 1.
    pub open: Band,
    /// exp(-h), as [`CellOdds::by_strength_against`] takes it.
    pub against: f64,
    /// What the applicant's own figures add to h.
    pub entered: f64,
    /// Variance of the logit of an interview.
    pub variance: f64,
}

/// A program that does not consider this application, or that the applicant ruled out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shut {
    /// The program.
    pub program: ProgramIndex,
    /// The first gate that is shut, in the order of [`super::eligibility::Gate::ALL`].
    pub by: GateReading,
}

/// A program without a chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotModelled {
    /// The program.
    pub program: ProgramIndex,
    /// Why there is no chance.
    pub why: NoChance,
    /// Its worst gate.
    pub gate: GateState,
    /// Belief that its gates are open, 0 to 1.
    pub open: f64,
    /// Worth of matching there, 0 to 1.
    pub t: f64,
    /// The product of the two: the order among these.
    pub order: f64,
}

/// Every program of the chosen specialties, in exactly one of three lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// What it was made for.
    pub aim: Aim,
    /// Best first by value; equal values by ACGME id.
    pub ranked: Vec<Ranked>,
    /// The odds of each chosen specialty, by order of choice; `None` for one without a chance.
    pub odds: Vec<Option<CellOdds>>,
    /// By ACGME id.
    pub shut: Vec<Shut>,
    /// Best first by order; equal orders by ACGME id.
    pub not_modelled: Vec<NotModelled>,
}

/// Ranks every program of the chosen specialties.
///
/// Nothing is dropped: each program of the chosen specialties is in exactly one of the three
/// lists. Programs of other specialties are in none.
///
/// ```
/// # use engine::eligibility::Gate;
/// # use engine::ranking::{RankInput, rank};
/// # use engine::applicant::{Applicant, Entries, Entry, Moment};
/// # use engine::calendar::{Date, Season};
/// # use engine::catalog::{Catalog, CatalogParts, Specialty};
/// # use engine::geography::UsState;
/// # use engine::preference::{Preferences, SpecialtyChoice};
/// # use engine::program::{Program, ProgramId, SpecialtyCode};
/// # use engine::vocabulary::{ApplicantType, VisaNeed};
/// # let medicine = SpecialtyCode::parse("140").unwrap();
/// # let id = ProgramId::parse("1400500001").unwrap();
/// # let catalog = Catalog::new(CatalogParts {
/// #     programs: vec![Program::new(id, "General Hospital", "Albany", UsState::Ny)],
/// #     specialties: vec![Specialty::new(medicine, "Internal Medicine")],
/// #     ..CatalogParts::default()
/// # })
/// # .unwrap();
/// # let preferences = Preferences {
/// #     specialties: vec![SpecialtyChoice::training(medicine)],
/// #     ..Preferences::default()
/// # };
/// # let today = Date::parse("2026-11-23").unwrap();
/// # let moment = Moment { today, season: Season::of(today), stage: None };
/// let applicant = Applicant {
///     kind: Some(ApplicantType::NonUsImg),
///     visa: Some(VisaNeed::J1),
///     ..Applicant::default()
/// };
/// let mut entries = Entries::default();
/// // The applicant was told that the program sponsors no J-1.
/// entries.set(id, Entry { j1: Some(false), ..Entry::default() });
/// # let input = RankInput {
/// #     catalog: &catalog,
/// #     model: None,
/// #     applicant: &applicant,
/// #     preferences: &preferences,
/// #     entries: &entries,
/// #     moment,
/// # };
/// let ranking = rank(&input);
/// assert!(ranking.ranked.is_empty() && ranking.not_modelled.is_empty());
/// assert_eq!(ranking.shut[0].by.gate, Gate::Visa);
/// ```
#[must_use]
pub fn rank(input: &RankInput<'_>) -> Ranking {
    let circumstances = Circumstances::of(input);
    let aim = Aim::at_first(input.preferences);
    let contexts = SpecialtyContext::all(&circumstances, input, &aim);
    let odds = contexts.iter().map(SpecialtyContext::odds_alone);
    let mut ranking = Ranking {
        aim,
        odds: odds.map(Option::<&CellOdds>::cloned).collect(),
        ..Ranking::default()
    };
    for context in &contexts {
        context.place_programs(&mut ranking);
    }
    ranking.sort(input.catalog);
    ranking.aim = Aim::turned(input.preferences, ranking.ceiling(&contexts));
    if ranking.aim.has_turned() {
        ranking.turn(input, &circumstances);
        ranking.sort(input.catalog);
    }
    ranking
}

impl Ranked {
    /// A number that is smaller the better the rank: the value by its total order, from the
    /// largest, then the program.
    fn key(&self) -> (u64, ProgramIndex) {
        let bits = self.value.to_bits();
        let ascending = if self.value.is_sign_negative() {
            !bits
        } else {
            bits | 1 << 63
        };
        (!ascending, self.program)
    }
}

impl Ranking {
    /// The chances at a ranked program, with their ranges, for an application without a signal.
    #[must_use]
    pub fn chance(&self, row: &Ranked) -> Chance {
        let Sight {
            choice,
            open,
            against,
            entered,
            variance,
        } = row.sight;
        match self.odds.get(choice) {
            Some(Some(odds)) => odds.chance_against(against, entered, variance, open),
            // A ranking that was put together by hand knows of no range.
            _ => Chance {
                p_interview: Band::exactly(row.p_interview),
                p_match_given_interview: Band::exactly(row.p_match).over(row.p_interview),
                p_match: row.p_match,
            },
        }
    }

    /// The chance to match with as many of the best programs as applicants of the type send to in their
    /// first specialty, programs taken for independent at each strength; `None` without a chance.
    fn ceiling(&self, contexts: &[SpecialtyContext<'_>]) -> Option<f64> {
        let (cell, odds) = contexts.first()?.odds.as_ref().ok()?;
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a number of applications: some tens"
        )]
        let sent = cell.reference_applications as usize;
        let best = self.ranked.get(..sent.min(self.ranked.len()))?;
        best.first()?;
        let mut missed = NINE.map(|node| node.weight);
        for Ranked { sight, .. } in best {
            let success = self
                .odds
                .get(sight.choice)?
                .as_ref()?
                .by_strength_against(sight.against, sight.entered)
                .success;
            for (left, success) in missed.iter_mut().zip(success) {
                *left *= 1.0 - sight.open.mid * success;
            }
        }
        Some(odds.read() * (1.0 - missed.iter().sum::<f64>()))
    }

    /// Worth and value again, once the aim has turned to where.
    fn turn(&mut self, input: &RankInput<'_>, circumstances: &Circumstances<'_>) {
        let choices = input.preferences.specialties.iter().enumerate();
        let wishes: Vec<Wishes<'_>> = choices
            .map(|(rank, choice)| Wishes::of(input, choice, rank, &self.aim))
            .collect();
        let worth = |index: ProgramIndex| {
            let program = input.catalog.get(index)?;
            let wishes = wishes.get(input.preferences.choice_of(program)?)?;
            Some(wishes.worth(wishes.utility(circumstances, program).mid))
        };
        for row in &mut self.ranked {
            row.t = worth(row.program).unwrap_or(row.t);
            row.value = self.aim.value(row.p_match, row.t);
        }
        for row in &mut self.not_modelled {
            let before = row.t;
            row.t = worth(row.program).unwrap_or(before);
            row.order = row.open * row.t;
        }
    }

    /// Puts the three lists in their orders.
    fn sort(&mut self, catalog: &Catalog) {
        // The catalog is sorted by id, so the index is the tie-break that the id would be.
        debug_assert!(catalog.programs().is_sorted_by_key(|program| program.id));
        // Rows are wide and many: their keys are sorted, then each row is moved once.
        let indexed = (0u32..).zip(&self.ranked);
        let mut keys: Vec<((u64, ProgramIndex), u32)> =
            indexed.map(|(index, row)| (row.key(), index)).collect();
        keys.sort_unstable();
        let rows = keys
            .iter()
            .filter_map(|(_, index)| self.ranked.get(*index as usize));
        self.ranked = rows.copied().collect();
        ordering::sort_by_key(&mut self.shut, |shut| shut.program);
        ordering::sort_by(&mut self.not_modelled, |a, b| {
            b.order
                .total_cmp(&a.order)
                .then_with(|| a.program.cmp(&b.program))
        });
    }
}
