//! A specialty laid out for one applicant.

use super::{NoChance, NotModelled, RankInput, Ranked, Ranking, Shut, Sight};
use crate::aim::Aim;
use crate::eligibility::{Band, Circumstances, GateSummary, SilentPages};
use crate::model::Cell;
use crate::odds::{CellOdds, Landscape, ProgramEffects, Shown};
use crate::preference::{Positions, SpecialtyChoice};
use crate::program::{Program, SpecialtyCode};
use crate::residency_explorer::{FigureContext, Update};
use crate::utility::Wishes;
use crate::vocabulary::Route;

/// One specialty laid out for one applicant: what every program of it is read with.
#[derive(Debug)]
pub(crate) struct SpecialtyContext<'a> {
    pub(crate) circumstances: &'a Circumstances<'a>,
    pub(crate) input: &'a RankInput<'a>,
    /// Rank of the choice in their order, from 0.
    choice: usize,
    specialty: SpecialtyCode,
    pub(crate) wishes: Wishes<'a>,
    pub(crate) landscape: Landscape<'a>,
    silent: Option<SilentPages>,
    /// The cell and its odds, or why the whole specialty has no chance.
    pub(crate) odds: Result<(&'a Cell, CellOdds), NoChance>,
}

impl<'a> SpecialtyContext<'a> {
    /// Lays out every chosen specialty, by order of choice: a program's is at
    /// [`Preferences::choice_of`](crate::preference::Preferences::choice_of).
    pub(crate) fn all(
        circumstances: &'a Circumstances<'a>,
        input: &'a RankInput<'a>,
        aim: &Aim,
    ) -> Vec<Self> {
        let choices = input.preferences.specialties.iter();
        let of = |(rank, choice)| SpecialtyContext::of(circumstances, input, choice, rank, aim);
        (0..).zip(choices).map(of).collect()
    }

    /// Lays out the specialty that is at `rank`, from 0, in the order of choice.
    pub(crate) fn of(
        circumstances: &'a Circumstances<'a>,
        input: &'a RankInput<'a>,
        choice: &SpecialtyChoice,
        rank: usize,
        aim: &Aim,
    ) -> Self {
        let programs = input.catalog.of_specialty(choice.code);
        let odds = cell(input, choice).map(|cell| {
            (
                cell,
                CellOdds::of(
                    cell,
                    &circumstances.effects,
                    input.applicant,
                    circumstances.record(),
                ),
            )
        });
        let by_score = odds.as_ref().map_or(0.0, |(_, odds)| odds.theta_by_score());
        SpecialtyContext {
            circumstances,
            input,
            choice: rank,
            specialty: choice.code,
            wishes: Wishes::of(input, choice, rank, aim),
            landscape: Landscape::of(circumstances, choice.code, by_score),
            silent: SilentPages::of(circumstances, programs),
            odds,
        }
    }

    /// The odds of the specialty; `None` where it has no chance.
    pub(super) fn odds_alone(&self) -> Option<&CellOdds> {
        self.odds.as_ref().ok().map(|(_, odds)| odds)
    }

    /// Puts each program into one of the lists.
    pub(super) fn place_programs(&self, ranking: &mut Ranking) {
        let count = self.input.catalog.of_specialty(self.specialty).len();
        if self.odds.is_ok() {
            ranking.ranked.reserve(count);
        }
        let programs = self.input.catalog.indexed(self.specialty);
        for ((index, program), shown) in programs.zip(self.landscape.all_shown()) {
            if self.input.preferences.choice_of(program) != Some(self.choice) {
                continue;
            }
            let summary = self.gate_summary(program);
            if let Some(by) = summary.shut {
                ranking.shut.push(Shut { program: index, by });
                continue;
            }
            let t = self
                .wishes
                .worth(self.wishes.utility(self.circumstances, program).mid);
            match self.odds_at(program) {
                Ok(odds) => {
                    let effects = self.with_figures(program, &summary, None, shown);
                    let against = libm::exp(-effects.total());
                    let (p_interview, p_match) =
                        odds.middle(against, effects.entered, summary.pass.mid);
                    ranking.ranked.push(Ranked {
                        program: index,
                        gate: summary.worst,
                        p_interview,
                        p_match,
                        t,
                        value: ranking.aim.value(p_match, t),
                        sight: Sight {
                            choice: self.choice,
                            open: summary.pass,
                            against,
                            entered: effects.entered,
                            variance: odds.variance(&effects),
                        },
                    });
                }
                Err(why) => ranking.not_modelled.push(NotModelled {
                    program: index,
                    why,
                    gate: summary.worst,
                    open: summary.pass.mid,
                    t,
                    order: summary.pass.mid * t,
                }),
            }
        }
    }

    /// The gates of a program, folded.
    pub(crate) fn gate_summary(&self, program: &Program) -> GateSummary {
        SilentPages::gate_summary(self.silent.as_ref(), self.circumstances, program)
    }

    /// The evidence about a program behind these gates, for an application without a signal, or
    /// with one that adds so many log odds: the applicant's own figures about the two differ.
    pub(crate) fn effects(
        &self,
        program: &Program,
        summary: &GateSummary,
        signal: Option<f64>,
    ) -> ProgramEffects {
        let shown = self.landscape.shown(program);
        self.with_figures(program, summary, signal, &shown)
    }

    fn with_figures(
        &self,
        program: &Program,
        summary: &GateSummary,
        signal: Option<f64>,
        shown: &Shown,
    ) -> ProgramEffects {
        let landscape = &self.landscape;
        let mut effects =
            landscape.effects_where(self.circumstances, program, shown, summary.unmet);
        let Ok((_, odds)) = &self.odds else {
            return effects;
        };
        // Without figures about signalled applications, those about the others count.
        for signal in [signal, None] {
            if let Some(update) = self.update(program, summary, signal) {
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
        summary: &GateSummary,
        signal: Option<f64>,
    ) -> Option<Update> {
        let figures = &self.circumstances.entry(program.id)?.explorer;
        let (cell, odds) = self.odds.as_ref().ok()?;
        let landscape = &self.landscape;
        let effects = landscape.effects(self.circumstances, program, summary.unmet);
        let context = FigureContext {
            cell,
            odds,
            applicant: self.input.applicant,
            effects: &self.circumstances.effects,
        };
        figures.about(&context, &effects, signal)
    }

    /// The chance of an interview at a program behind these gates, without a signal or with one
    /// that adds so many log odds, or why it has none.
    pub(crate) fn p_interview(
        &self,
        program: &Program,
        summary: &GateSummary,
        signal: Option<f64>,
    ) -> Result<Band, NoChance> {
        let odds = self.odds_at(program)?;
        let effects = self.effects(program, summary, signal);
        let more = signal.unwrap_or(0.0);
        Ok(odds.chance(&effects, more, summary.pass).p_interview)
    }

    /// The odds at a program, or why it has none though its specialty may have.
    pub(crate) fn odds_at(&self, program: &Program) -> Result<&CellOdds, NoChance> {
        let (_, odds) = self.odds.as_ref().map_err(|why| *why)?;
        if program.is_one_year() {
            Err(NoChance::OneYear)
        } else {
            Ok(odds)
        }
    }
}

/// The model's cell for the applicant in a chosen specialty, or why there is none.
pub(crate) fn cell<'a>(
    input: &RankInput<'a>,
    choice: &SpecialtyChoice,
) -> Result<&'a Cell, NoChance> {
    let specialty = choice.code;
    let route = input.catalog.specialty(specialty).map(|s| s.route);
    if route != Some(Route::MainMatch) {
        return Err(NoChance::Route);
    }
    if choice.positions == Positions::OneYear {
        return Err(NoChance::OneYear);
    }
    let model = input.model.ok_or(NoChance::NoModel)?;
    let kind = input.applicant.kind.ok_or(NoChance::TypeUnanswered)?;
    model.cell(specialty, kind).ok_or(NoChance::NoPublishedRate)
}
