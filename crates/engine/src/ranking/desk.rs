//! A specialty laid out for one applicant.

use super::{NoChance, NotModelled, Question, Ranked, Ranking, Shut, Sight};
use crate::aim::Aim;
use crate::eligibility::{Band, Circumstances, Doors, SilentPages};
use crate::explorer::{Place, Update};
use crate::model::Cell;
use crate::odds::{CellOdds, Landscape, ProgramEffects, Shown};
use crate::preference::{Positions, SpecialtyChoice};
use crate::program::{Program, SpecialtyCode};
use crate::vocabulary::{Route, TrackKind};
use crate::worth::Wishes;

/// One specialty laid out for one applicant: what every program of it is read with.
#[derive(Debug)]
pub(crate) struct Desk<'a> {
    pub(crate) circumstances: &'a Circumstances<'a>,
    pub(crate) question: &'a Question<'a>,
    /// Place of the choice in their order.
    choice: usize,
    specialty: SpecialtyCode,
    pub(crate) wishes: Wishes<'a>,
    pub(crate) landscape: Landscape<'a>,
    silent: Option<SilentPages>,
    /// The cell and its odds, or why the whole specialty has no chance.
    pub(crate) odds: Result<(&'a Cell, CellOdds), NoChance>,
}

impl<'a> Desk<'a> {
    /// Lays out every chosen specialty, by order of choice: a program's is at
    /// [`Preferences::choice_of`](crate::preference::Preferences::choice_of).
    pub(crate) fn open_all(
        circumstances: &'a Circumstances<'a>,
        question: &'a Question<'a>,
        aim: &Aim,
    ) -> Vec<Self> {
        let choices = question.preferences.specialties.iter();
        let open = |(place, choice)| Desk::open(circumstances, question, choice, place, aim);
        (0..).zip(choices).map(open).collect()
    }

    /// Lays out a specialty that is at `place` in the order of choice.
    pub(crate) fn open(
        circumstances: &'a Circumstances<'a>,
        question: &'a Question<'a>,
        choice: &SpecialtyChoice,
        place: usize,
        aim: &Aim,
    ) -> Self {
        let programs = question.catalog.of_specialty(choice.code);
        let odds = cell(question, choice).map(|cell| {
            (
                cell,
                CellOdds::of(
                    cell,
                    &circumstances.effects,
                    question.applicant,
                    circumstances.record(),
                ),
            )
        });
        let by_score = odds.as_ref().map_or(0.0, |(_, odds)| odds.theta_by_score());
        Desk {
            circumstances,
            question,
            choice: place,
            specialty: choice.code,
            wishes: Wishes::of(question, choice, place, aim),
            landscape: Landscape::of(circumstances, programs, by_score),
            silent: SilentPages::of(circumstances, programs),
            odds,
        }
    }

    /// Puts each program into one of the lists, and what the aim asks of a ranked one beside it.
    pub(super) fn place_programs<'d>(&'d self, ranking: &mut Ranking, sights: &mut Vec<Sight<'d>>) {
        let count = self.question.catalog.of_specialty(self.specialty).len();
        if self.odds.is_ok() {
            ranking.ranked.reserve(count);
            sights.reserve(count);
        }
        let programs = self.question.catalog.indexed(self.specialty);
        for ((index, program), shown) in programs.zip(self.landscape.all_shown()) {
            if self.question.preferences.choice_of(program) != Some(self.choice) {
                continue;
            }
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
                    let effects = self.with_figures(program, &doors, None, shown);
                    let against = libm::exp(-effects.total());
                    let chance = odds.chance_against(against, &effects, doors.pass);
                    sights.push(Sight {
                        odds,
                        open: doors.pass.mid,
                        against,
                        entered: effects.entered,
                    });
                    ranking.ranked.push(Ranked {
                        program: index,
                        gate: doors.worst,
                        p_interview: chance.p_interview,
                        p_match_given_interview: chance.p_match_given_interview,
                        p_match: chance.p_match,
                        t,
                        value: ranking.aim.value(chance.p_match, t),
                    });
                }
                Err(why) => ranking.not_modelled.push(NotModelled {
                    program: index,
                    why,
                    gate: doors.worst,
                    open: doors.pass.mid,
                    t,
                    order: doors.pass.mid * t,
                }),
            }
        }
    }

    /// The gates of a program, folded.
    pub(crate) fn doors(&self, program: &Program) -> Doors {
        SilentPages::doors(self.silent.as_ref(), self.circumstances, program)
    }

    /// The evidence about a program behind these doors, for an application without a signal, or
    /// with one that adds so many log odds: the applicant's own figures about the two differ.
    pub(crate) fn effects(
        &self,
        program: &Program,
        doors: &Doors,
        signal: Option<f64>,
    ) -> ProgramEffects {
        let shown = self.landscape.shown(program);
        self.with_figures(program, doors, signal, &shown)
    }

    fn with_figures(
        &self,
        program: &Program,
        doors: &Doors,
        signal: Option<f64>,
        shown: &Shown,
    ) -> ProgramEffects {
        let landscape = &self.landscape;
        let mut effects = landscape.effects_where(self.circumstances, program, shown, doors.unmet);
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
    pub(crate) fn update(
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
    pub(crate) fn p_interview(
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
    pub(crate) fn odds_at(&self, program: &Program) -> Result<&CellOdds, NoChance> {
        let (_, odds) = self.odds.as_ref().map_err(|why| *why)?;
        if is_one_year(program) {
            Err(NoChance::OneYear)
        } else {
            Ok(odds)
        }
    }
}

/// Whether every known position of a program is for one year.
pub(crate) fn is_one_year(program: &Program) -> bool {
    !program.tracks.is_empty()
        && program
            .tracks
            .iter()
            .all(|track| track.kind == TrackKind::OneYear)
}

/// The model's cell for the applicant in a chosen specialty, or why there is none.
pub(crate) fn cell<'a>(
    question: &Question<'a>,
    choice: &SpecialtyChoice,
) -> Result<&'a Cell, NoChance> {
    let specialty = choice.code;
    let route = question.catalog.specialty(specialty).map(|s| s.route);
    if route != Some(Route::MainMatch) {
        return Err(NoChance::Route);
    }
    if choice.positions == Positions::OneYear {
        return Err(NoChance::OneYear);
    }
    let model = question.model.ok_or(NoChance::NoModel)?;
    let kind = question.applicant.kind.ok_or(NoChance::TypeUnanswered)?;
    model.cell(specialty, kind).ok_or(NoChance::NoPublishedRate)
}
