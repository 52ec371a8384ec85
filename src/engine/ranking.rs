//! The one ordering.

use super::applicant::{Applicant, Entries, Moment};
use super::catalog::{Catalog, ProgramIndex};
use super::eligibility::{Band, Circumstances, Doors, GateReading, GateState, SilentPages};
use super::explorer::{Place, Update};
use super::model::{Cell, Model};
use super::odds::{CellOdds, Landscape, ProgramEffects};
use super::preference::{Preferences, SpecialtyChoice};
use super::program::{Program, SpecialtyCode};
use super::vocabulary::{Route, TrackKind, vocabulary};
use super::worth::Wishes;
use crate::engine::ordering;

/// Everything that a ranking depends on.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The programs.
    pub catalog: &'a Catalog,
    /// The odds; `None` in a pack made without NRMP data.
    pub model: Option<&'a Model>,
    /// The person.
    pub applicant: &'a Applicant,
    /// The wishes.
    pub preferences: &'a Preferences,
    /// The visitor's own entries.
    pub entries: &'a Entries,
    /// When.
    pub moment: Moment,
}

vocabulary! {
    /// Why a program has a place but no chance.
    NoChance {
        /// Its specialty is entered by another road.
        Route = "route", "This specialty is not entered through the Main Residency Match";
        /// One-year positions do not count as a match.
        OneYear = "one_year", "A one-year position alone does not count as a match";
        /// No published rate, and nothing to borrow from.
        NoPublishedRate = "no_published_rate", "No preferred-specialty match rate is published for this specialty, for any applicant type we could borrow from";
        /// The applicant type is not answered.
        TypeUnanswered = "type_unanswered", "Your applicant type is missing";
        /// The data pack has no model.
        NoModel = "no_model", "This copy was made without the data that chances need";
    }
}

/// A program with a chance and a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// The program.
    pub program: ProgramIndex,
    /// Its worst gate.
    pub gate: GateState,
    /// Chance of an interview, 0 to 1, gates included.
    pub p_interview: Band,
    /// Chance of matching there, given an interview and nothing better, 0 to 1.
    pub p_match_given_interview: Band,
    /// Worth of matching there, 0 to 1.
    pub t: f64,
    /// Mean over strength of P(interview) P(match | interview), times `t`: the order.
    pub value: f64,
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
    /// Belief that its gates are open times its worth: the order among these.
    pub order: f64,
}

/// Every program of the chosen specialties, in exactly one of three lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Best first by value; equal values by ACGME id.
    pub ranked: Vec<Ranked>,
    /// By ACGME id.
    pub shut: Vec<Shut>,
    /// Best first by order; equal orders by ACGME id.
    pub not_modelled: Vec<NotModelled>,
}

/// Ranks every program of the chosen specialties.
///
/// Nothing is dropped: each program of the chosen specialties is in exactly one of the three
/// lists. Programs of other specialties are in none.
#[must_use]
pub fn rank(question: &Question<'_>) -> Ranking {
    let circumstances = Circumstances::of(question);
    let mut ranking = Ranking::default();
    for (place, choice) in question.preferences.specialties.iter().enumerate() {
        let repeated = question
            .preferences
            .specialties
            .iter()
            .take(place)
            .any(|c| c.code == choice.code);
        if !repeated {
            let desk = Desk::open(&circumstances, question, choice, place);
            desk.place_programs(&mut ranking);
        }
    }
    ranking.sort(question.catalog);
    ranking
}

impl Ranked {
    /// A number that is smaller the better the place: the value by its total order, from the
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
    fn sort(&mut self, catalog: &Catalog) {
        // The catalog is sorted by id, so the index is the tie-break that the id would be.
        debug_assert!(catalog.programs().is_sorted_by_key(|program| program.id));
        // Rows are wide and many: their keys are sorted, then each row is moved once.
        let places = (0u32..).zip(&self.ranked);
        let mut keys: Vec<((u64, ProgramIndex), u32)> =
            places.map(|(place, row)| (row.key(), place)).collect();
        keys.sort_unstable();
        let rows = keys
            .iter()
            .filter_map(|(_, place)| self.ranked.get(*place as usize));
        self.ranked = rows.copied().collect();
        ordering::sort_by_key(&mut self.shut, |shut| shut.program);
        ordering::sort_by(&mut self.not_modelled, |a, b| {
            b.order
                .total_cmp(&a.order)
                .then_with(|| a.program.cmp(&b.program))
        });
    }
}

/// One specialty laid out for one applicant: what every program of it is read with.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    pub(super) circumstances: &'a Circumstances<'a>,
    pub(super) question: &'a Question<'a>,
    pub(super) specialty: SpecialtyCode,
    pub(super) wishes: Wishes<'a>,
    pub(super) landscape: Landscape,
    silent: Option<SilentPages>,
    /// The cell and its odds, or why the whole specialty has no chance.
    pub(super) odds: Result<(&'a Cell, CellOdds), NoChance>,
}

impl<'a> Desk<'a> {
    /// Lays out every chosen specialty, by order of choice.
    pub(super) fn open_all(
        circumstances: &'a Circumstances<'a>,
        question: &'a Question<'a>,
    ) -> Vec<Self> {
        let choices = question.preferences.specialties.iter();
        let open = |(place, choice)| Desk::open(circumstances, question, choice, place);
        (0..).zip(choices).map(open).collect()
    }

    /// Lays out a specialty that is at `place` in the order of choice.
    pub(super) fn open(
        circumstances: &'a Circumstances<'a>,
        question: &'a Question<'a>,
        choice: &SpecialtyChoice,
        place: usize,
    ) -> Self {
        let programs = question.catalog.of_specialty(choice.code);
        let odds = cell(question, choice.code).map(|cell| {
            (
                cell,
                CellOdds::of(cell, &circumstances.effects, question.applicant),
            )
        });
        Desk {
            circumstances,
            question,
            specialty: choice.code,
            wishes: Wishes::of(question, choice, place),
            landscape: Landscape::of(circumstances, programs),
            silent: SilentPages::of(circumstances, programs),
            odds,
        }
    }

    fn place_programs(&self, ranking: &mut Ranking) {
        for (index, program) in self.question.catalog.indexed(self.specialty) {
            let doors = self.doors(program);
            if let Some(by) = doors.shut {
                ranking.shut.push(Shut { program: index, by });
                continue;
            }
            let t = self
                .wishes
                .worth(self.wishes.utility(self.circumstances, program).mid);
            match self.odds_at(program) {
                Ok(odds) => {
                    let effects = self.effects(program, &doors, None);
                    let chance = odds.chance(&effects, 0.0, doors.pass);
                    ranking.ranked.push(Ranked {
                        program: index,
                        gate: doors.worst,
                        p_interview: chance.p_interview,
                        p_match_given_interview: chance.p_match_given_interview,
                        t,
                        value: chance.p_match * t,
                    });
                }
                Err(why) => ranking.not_modelled.push(NotModelled {
                    program: index,
                    why,
                    gate: doors.worst,
                    order: doors.pass.mid * t,
                }),
            }
        }
    }

    /// The gates of a program, folded.
    pub(super) fn doors(&self, program: &Program) -> Doors {
        SilentPages::doors(self.silent.as_ref(), self.circumstances, program)
    }

    /// The evidence about a program behind these doors, for an application without a signal, or
    /// with one that adds so many log odds: the applicant's own figures about the two differ.
    pub(super) fn effects(
        &self,
        program: &Program,
        doors: &Doors,
        signal: Option<f64>,
    ) -> ProgramEffects {
        let landscape = &self.landscape;
        let mut effects = landscape.effects(self.circumstances, program, doors.unmet);
        let Ok((_, odds)) = &self.odds else {
            return effects;
        };
        // Without figures about signalled applications, those about the others count.
        for signal in [signal, None] {
            if let Some(update) = self.update(program, doors, signal) {
                let more = signal.unwrap_or(0.0);
                effects.entered = update.shift(odds, effects.total() + more);
                effects.settled = Some(update.variance);
                break;
            }
        }
        effects
    }

    /// What the applicant's own figures make of a program; `None` without any that say something.
    pub(super) fn update(
        &self,
        program: &Program,
        doors: &Doors,
        signal: Option<f64>,
    ) -> Option<Update> {
        let figures = &self.circumstances.entry(program.id)?.explorer;
        let (cell, odds) = self.odds.as_ref().ok()?;
        let landscape = &self.landscape;
        let effects = landscape.effects(self.circumstances, program, doors.unmet);
        let place = Place {
            cell,
            odds,
            applicant: self.question.applicant,
            effects: &self.circumstances.effects,
        };
        figures.about(&place, &effects, signal)
    }

    /// The chance of an interview at a program behind these doors, without a signal or with one
    /// that adds so many log odds, or why it has none.
    pub(super) fn p_interview(
        &self,
        program: &Program,
        doors: &Doors,
        signal: Option<f64>,
    ) -> Result<Band, NoChance> {
        let odds = self.odds_at(program)?;
        let effects = self.effects(program, doors, signal);
        let more = signal.unwrap_or(0.0);
        Ok(odds.chance(&effects, more, doors.pass).p_interview)
    }

    /// The odds at a program, or why it has none though its specialty may have.
    pub(super) fn odds_at(&self, program: &Program) -> Result<&CellOdds, NoChance> {
        let (_, odds) = self.odds.as_ref().map_err(|why| *why)?;
        if is_one_year(program) {
            Err(NoChance::OneYear)
        } else {
            Ok(odds)
        }
    }
}

/// Whether every known position of a program is for one year.
pub(super) fn is_one_year(program: &Program) -> bool {
    !program.tracks.is_empty()
        && program
            .tracks
            .iter()
            .all(|track| track.kind == TrackKind::OneYear)
}

/// The model's cell for the applicant in a specialty, or why there is none.
pub(super) fn cell<'a>(
    question: &Question<'a>,
    specialty: SpecialtyCode,
) -> Result<&'a Cell, NoChance> {
    let route = question.catalog.specialty(specialty).map(|s| s.route);
    if route != Some(Route::MainMatch) {
        return Err(NoChance::Route);
    }
    let model = question.model.ok_or(NoChance::NoModel)?;
    let kind = question.applicant.kind.ok_or(NoChance::TypeUnanswered)?;
    model.cell(specialty, kind).ok_or(NoChance::NoPublishedRate)
}
