//! What goes with a higher chance at one program, as far as published figures say.
//!
//! Each answer compares two applicants that differ in one thing, by the same model: it says how
//! such applicants fared, not what a change would do for this one. Where no published figure
//! measures a thing, the answer says so and gives no number.

use super::aim::Aim;
use super::applicant::{Applicant, ExamResult, Experience, Months, Score};
use super::catalog::ProgramIndex;
use super::eligibility::{Band, Circumstances, GateSummary};
use super::model::Effect;
use super::portfolio::level::Level;
use super::program::Program;
use super::ranking::{NoChance, RankInput, SpecialtyContext};
use super::season::Allotment;
use super::vocabulary::{ExperienceKind, VisaNeed, vocabulary};

/// Points that are added to a score.
const POINTS: u16 = 10;
/// Months that are added to hands-on experience.
const MONTHS: u16 = 2;

vocabulary! {
    /// One thing that applicants may differ in.
    Difference {
        /// Ten points of Step 2 CK.
        Points = "points", "10 more points on Step 2 CK";
        /// Step 3.
        Step3 = "step3", "A Step 3 pass";
        /// Two months of hands-on US clinical experience.
        Experience = "experience", "Two more months of hands-on US clinical experience";
        /// A signal, where there is one kind or the kinds are not stated.
        Signal = "signal", "A signal to this program";
        /// A silver signal.
        Silver = "silver_signal", "A silver signal to this program";
        /// A gold signal.
        Gold = "gold_signal", "A gold signal to this program";
        /// An application that is sent earlier.
        Earlier = "earlier", "Applying two weeks earlier";
    }
}

vocabulary! {
    /// Why there is no number.
    Unmeasured {
        /// No published figure.
        NoFigure = "no_figure", "No published data measure it.";
        /// Only gates are known to ask for it, and none here does.
        NoGate = "no_gate", "As far as we know, this program does not ask for it. No published data measure whether it brings more interviews.";
        /// The score is not known.
        NoScore = "no_score", "Your score is missing, so there is nothing to add to.";
        /// The specialty has no signals this season.
        NoSignals = "no_signals", "This specialty takes no signals this season.";
        /// Signals were sent with the application.
        TooLate = "too_late", "Signals go out with the application and cannot change afterwards.";
        /// The difference is too small to show, as behind a shut gate.
        TooSmall = "too_small", "It goes with a difference of less than 0.05 points.";
    }
}

/// One comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WhatIf {
    /// What differs.
    pub difference: Difference,
    /// The chance of an interview of an applicant with it, gates included, or why there is none.
    pub p_interview: Result<Band, Unmeasured>,
}

/// Every comparison that bears on the applicant, in the order of [`Difference::ALL`].
///
/// # Errors
/// Why the program has no chance at all; `None` if the index is not of this catalog.
pub fn what_if(
    input: &RankInput<'_>,
    program: ProgramIndex,
) -> Option<Result<Vec<WhatIf>, NoChance>> {
    let program = input.catalog.get(program)?;
    let now = match chance(input, input.applicant, program, None) {
        Ok(now) => now,
        Err(why) => return Some(Err(why)),
    };
    let asked = Difference::ALL.iter().copied();
    let bears = asked.filter(|difference| bears(input, program, *difference));
    let rows = bears.map(|difference| WhatIf {
        difference,
        p_interview: compared(input, program, now, difference),
    });
    Some(Ok(rows.collect()))
}

/// Whether the applicant could differ in it at all.
fn bears(input: &RankInput<'_>, program: &Program, difference: Difference) -> bool {
    let applicant = input.applicant;
    let tiered = matches!(allotment(input, program), Some(Allotment::Tiered { .. }));
    match difference {
        Difference::Points => applicant.step2.taken != Some(false),
        Difference::Step3 => {
            let h1b = matches!(applicant.visa, Some(VisaNeed::H1b | VisaNeed::Either));
            h1b && applicant.step3.result != Some(ExamResult::Pass)
        }
        Difference::Experience => applicant.kind.is_some_and(|kind| kind.is_img()),
        Difference::Signal => !tiered,
        Difference::Silver | Difference::Gold => tiered,
        Difference::Earlier => true,
    }
}

fn compared(
    input: &RankInput<'_>,
    program: &Program,
    now: Band,
    difference: Difference,
) -> Result<Band, Unmeasured> {
    let mut other = input.applicant.clone();
    let mut odds = None;
    let unmoved = match difference {
        Difference::Points => {
            let score = other.step2.score.ok_or(Unmeasured::NoScore)?;
            other.step2.score = Score::new(score.value() + POINTS).or(Some(score));
            Unmeasured::TooSmall
        }
        Difference::Step3 => {
            other.step3.result = Some(ExamResult::Pass);
            Unmeasured::NoGate
        }
        Difference::Experience => {
            let more = Months::new(MONTHS).map(|months| Experience {
                kind: ExperienceKind::Externship,
                months,
                ended: None,
                specialty: Some(program.specialty()),
            });
            other.experience.get_or_insert_default().extend(more);
            Unmeasured::NoGate
        }
        // Where the kinds are not stated, the weaker one.
        Difference::Signal | Difference::Silver => {
            odds = Some(signal(input, program, Level::Silver)?);
            Unmeasured::TooSmall
        }
        Difference::Gold => {
            odds = Some(signal(input, program, Level::Gold)?);
            Unmeasured::TooSmall
        }
        Difference::Earlier => return Err(Unmeasured::NoFigure),
    };
    // The same program had a chance a moment ago.
    let then = chance(input, &other, program, odds).map_err(|_| Unmeasured::NoFigure)?;
    if (then.mid - now.mid).abs() < LEAST {
        return Err(unmoved);
    }
    Ok(then)
}

/// A difference below this would be shown as none.
const LEAST: f64 = 0.0005;

/// The signals of the program's specialty this season.
fn allotment(input: &RankInput<'_>, program: &Program) -> Option<Allotment> {
    let season = input.moment.season;
    let signals = input.catalog.signals(season, program.specialty());
    signals.map(|signals| signals.allotment)
}

/// The log odds ratio of a signal with its range, if one can still be sent. It is what goes with
/// a signal, not what it does: applicants signal where they fit.
fn signal(input: &RankInput<'_>, program: &Program, level: Level) -> Result<Effect, Unmeasured> {
    match allotment(input, program) {
        None => return Err(Unmeasured::NoFigure),
        Some(Allotment::None) => return Err(Unmeasured::NoSignals),
        Some(Allotment::Single(_) | Allotment::Tiered { .. } | Allotment::NotStated) => {}
    }
    if !Circumstances::of(input).before_submission() {
        return Err(Unmeasured::TooLate);
    }
    let model = input.model.ok_or(Unmeasured::NoFigure)?;
    let effect = model.signal_shift(program.specialty(), level);
    effect.ok_or(Unmeasured::NoFigure)
}

/// The chance of an interview of an applicant at a program, without a signal or with one that adds
/// these log odds.
fn chance(
    input: &RankInput<'_>,
    applicant: &Applicant,
    program: &Program,
    signal: Option<Effect>,
) -> Result<Band, NoChance> {
    let input = RankInput {
        applicant,
        ..*input
    };
    let circumstances = Circumstances::of(&input);
    let (rank, choice) = input.preferences.choice_or_next(program);
    let aim = Aim::at_first(input.preferences);
    let context = SpecialtyContext::of(&circumstances, &input, &choice, rank, &aim);
    let summary = GateSummary::of(circumstances.readings(program));
    let with = |odds: Option<f64>| context.p_interview(program, &summary, odds);
    let Some(signal) = signal else {
        return with(None);
    };
    Ok(Band {
        lo: with(Some(signal.low))?.lo,
        mid: with(Some(signal.mid))?.mid,
        hi: with(Some(signal.high))?.hi,
    })
}
