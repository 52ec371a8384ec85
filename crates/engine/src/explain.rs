//! Why a program stands where it does: parts that add up, and what would change them.

use super::aim::Aim;
use super::applicant::Exam;
use super::catalog::ProgramIndex;
use super::eligibility::{Band, Circumstances, Gate, GateReading, GateState, GateSummary, Reason};
use super::model::Basis;
use super::odds::{CellOdds, Influence};
use super::program::Program;
use super::ranking::{NoChance, RankInput, SpecialtyContext};
use super::residency_explorer::Update;
use super::utility::Worth;
use super::vocabulary::vocabulary;
use crate::ordering;

vocabulary! {
    /// One influence on the chance of an interview.
    Factor {
        /// Mean of the specialty and type over this catalog's programs.
        Average = "average", "An average program whose requirements you meet";
        /// Step 2 CK against the pool.
        Score = "score", "Your Step 2 CK score";
        /// Attempts beyond two.
        Attempts = "attempts", "Attempts beyond the second";
        /// Years since graduation.
        Years = "years", "Years since graduation";
        /// Setting.
        Setting = "setting", "Academic centre or community hospital";
        /// How open its state is.
        State = "state", "How open its state is to people like you";
        /// Unfilled history.
        Unfilled = "unfilled", "Unfilled positions, 2016 to 2020";
        /// Unfilled in 2026.
        Unfilled2026 = "unfilled_2026", "Unfilled positions in 2026";
        /// Employer's H-1B filings.
        Filing = "filing", "Employer's H-1B filings";
        /// How sought after.
        SoughtAfter = "sought_after", "How sought after it is";
        /// Tie to the state.
        StateTie = "state_tie", "Your tie to the state";
        /// Tie to the program.
        Connection = "connection", "Your tie to the program";
        /// Stated preferences that are not met.
        Preferences = "preferences", "Stated preferences not met";
        /// Figures that the applicant entered.
        Entered = "entered", "Your Residency Explorer figures";
        /// Requirements that you may not meet.
        Gates = "gates", "Requirements that you may not meet";
    }
}

/// One step from the average to this applicant's chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// The influence.
    pub factor: Factor,
    /// What it adds to the chance of an interview, from -1 to 1. The parts, first to last,
    /// sum to the chance.
    pub points: f64,
    /// What it multiplies the odds by; 1 is no effect.
    pub odds_ratio: f64,
}

vocabulary! {
    /// Until when something can change.
    StillPossible {
        /// In this season.
        ThisSeason = "this_season", "You can still change this for this season";
        /// Not before the next season.
        NextSeason = "next_season", "Not before the next season";
        /// It cannot change.
        Never = "never", "This cannot change";
    }
}

vocabulary! {
    /// What would change a program's rank.
    ChangeKind {
        /// Ask the program; the gate is not stated or conflicting.
        AskProgram = "ask_program", "Ask the program";
        /// Answer a question of the profile.
        AnswerQuestion = "answer_question", "Answer this in your profile";
        /// Pass Step 3.
        PassStep3 = "pass_step3", "Pass Step 3";
        /// Get ECFMG certified.
        GetCertified = "get_certified", "Get the ECFMG certificate";
        /// Gain hands-on US clinical experience.
        GainExperience = "gain_experience", "Gain hands-on US clinical experience";
        /// Take or pass Step 2 CK.
        PassStep2 = "pass_step2", "Pass Step 2 CK";
        /// Pass Step 1.
        PassStep1 = "pass_step1", "Pass Step 1";
        /// Pass COMLEX-USA, the licence exam of osteopathic physicians.
        PassComlex = "pass_comlex", "Pass COMLEX-USA";
        /// Learn Spanish.
        LearnSpanish = "learn_spanish", "Train in Spanish";
        /// Change your own demand.
        ChangeOwnChoice = "change_own_choice", "Change your must-haves or dealbreakers";
        /// A cutoff on something that is past.
        Fixed = "fixed", "A cutoff on something that is past";
    }
}

/// One thing that would change a program's rank.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// What.
    pub kind: ChangeKind,
    /// The gate that it opens.
    pub gate: GateReading,
    /// Until when.
    pub when: StillPossible,
    /// Chance of an interview if that gate were known to be open.
    pub p_interview_if_open: Option<f64>,
}

/// The chance with everything that made it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChanceParts {
    /// How the cell came by its numbers.
    pub basis: Basis,
    /// One sentence on what was borrowed; empty if nothing was.
    pub note: Box<str>,
    /// From the average to this chance; sums to `p_interview.mid`.
    pub parts: Vec<Part>,
    /// Chance of an interview.
    pub p_interview: Band,
    /// Chance of matching there, given an interview and nothing better.
    pub p_match_given_interview: Band,
    /// Mean over strength of the product of the two.
    pub p_match: f64,
    /// Logit of an interview at theta = 0 with all effects and open gates.
    pub logit: f64,
    /// Chance that the application is read at all, 0 to 1.
    pub read: f64,
    /// Mean of theta, from the score and the record.
    pub theta_mean: f64,
    /// Standard deviation of theta that is left.
    pub theta_sd: f64,
    /// Belief that every gate is open.
    pub gates_open: Band,
    /// What the applicant's own figures made of it, if there are any.
    pub update: Option<Update>,
}

/// Why a program stands where it does.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Every gate that applies, in the order of [`super::eligibility::Gate::ALL`].
    pub gates: Vec<GateReading>,
    /// The chance, or why there is none.
    pub chance: Result<ChanceParts, NoChance>,
    /// The worth.
    pub worth: Worth,
    /// The program's value: `p_match^power t`; `None` without a chance.
    pub value: Option<f64>,
    /// What would change it, gates that are shut first.
    pub changes: Vec<Change>,
}

/// Explains one program; `None` if the index is not of this catalog.
///
/// `aim` is the ranking's. A program of a specialty that is not chosen is explained as if it were
/// the next choice.
///
/// ```
/// # use engine::explain::explain;
/// # use engine::ranking::{NoChance, RankInput, rank};
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
/// # let (applicant, entries) = (Applicant::default(), Entries::default());
/// # let input = RankInput {
/// #     catalog: &catalog,
/// #     model: None,
/// #     applicant: &applicant,
/// #     preferences: &preferences,
/// #     entries: &entries,
/// #     moment,
/// # };
/// let ranking = rank(&input);
/// let explanation = explain(&input, &ranking.aim, ranking.not_modelled[0].program).unwrap();
/// // There is no model, so no chance; the worth of matching there is known all the same.
/// assert_eq!(explanation.chance.err(), Some(NoChance::NoModel));
/// assert_eq!(explanation.worth.t, 1.0);
/// ```
#[must_use]
pub fn explain(input: &RankInput<'_>, aim: &Aim, program: ProgramIndex) -> Option<Explanation> {
    let program = input.catalog.get(program)?;
    let (rank, choice) = input.preferences.choice_or_next(program);
    let circumstances = Circumstances::of(input);
    let context = SpecialtyContext::of(&circumstances, input, &choice, rank, aim);
    let gates: Vec<GateReading> = circumstances.readings(program).collect();
    let summary = GateSummary::of(gates.iter().copied());
    let worth = context.wishes.explain(&circumstances, program);
    let chance = context.chance_parts(program, &summary);
    let value = chance
        .as_ref()
        .ok()
        .map(|chance| aim.value(chance.p_match, worth.t));
    let changes = context.changes(program, &gates);
    Some(Explanation {
        gates,
        chance,
        worth,
        value,
        changes,
    })
}

impl SpecialtyContext<'_> {
    /// From the average to this program's chance, one influence at a time in a fixed order.
    fn chance_parts(
        &self,
        program: &Program,
        summary: &GateSummary,
    ) -> Result<ChanceParts, NoChance> {
        let odds = self.odds_at(program)?;
        let (cell, _) = self.odds.as_ref().map_err(|why| *why)?;
        let effects = self.effects(program, summary, None);
        let chance = odds.chance(&effects, 0.0, summary.pass);
        let record = self.circumstances.record();
        let pool = CellOdds::of_pool(cell, &self.circumstances.effects, record);
        let average = pool.p_interview_open(0.0);
        let mut walk = Walk {
            parts: Vec::new(),
            at: 0.0,
        };
        walk.step(Factor::Average, average, 1.0);
        // Strength without the record, then with each part of it, and with it what that says of
        // being read at all: theta moves the odds as h does.
        let beside = record.beside_score();
        walk.step(
            Factor::Score,
            record.read_by_score() * odds.p_interview_if_read(-beside),
            libm::exp(odds.theta_by_score()),
        );
        let (attempts, years) = (record.attempts.mid, record.years.mid);
        if attempts != 0.0 {
            let to = record.read_without_years() * odds.p_interview_if_read(-years);
            walk.step(Factor::Attempts, to, libm::exp(attempts));
        }
        if years != 0.0 {
            walk.step(Factor::Years, odds.p_interview_open(0.0), libm::exp(years));
        }
        let mut h = 0.0;
        let influences = Influence::ALL.iter().map(|influence| {
            let effect = effects.part(*influence);
            (factor_of(*influence), effect)
        });
        for (factor, effect) in influences.chain([(Factor::Entered, effects.entered)]) {
            h += effect;
            if effect != 0.0 {
                walk.step(factor, odds.p_interview_open(h), libm::exp(effect));
            }
        }
        walk.step(Factor::Gates, chance.p_interview.mid, summary.pass.mid);
        Ok(ChanceParts {
            basis: cell.basis,
            note: cell.note.clone(),
            parts: walk.parts,
            p_interview: chance.p_interview,
            p_match_given_interview: chance.p_match_given_interview,
            p_match: chance.p_match,
            logit: odds.level() + effects.total(),
            read: odds.read(),
            theta_mean: odds.theta_mean(),
            theta_sd: odds.theta_sd(),
            gates_open: summary.pass,
            update: self.update(program, summary, None),
        })
    }

    /// What would change the program's rank, shut gates first.
    fn changes(&self, program: &Program, gates: &[GateReading]) -> Vec<Change> {
        let mut changes: Vec<Change> = gates
            .iter()
            .filter(|reading| reading.state != GateState::Open)
            .map(|reading| {
                let (kind, when) = remedy(reading, self.circumstances.before_submission());
                let others = gates.iter().filter(|other| other.gate != reading.gate);
                let chance = self.p_interview(program, &GateSummary::of(others.copied()), None);
                Change {
                    kind,
                    gate: *reading,
                    when,
                    p_interview_if_open: chance.ok().map(|chance| chance.mid),
                }
            })
            .collect();
        ordering::sort_by_key(&mut changes, |change| std::cmp::Reverse(change.gate.state));
        changes
    }
}

/// The word for an influence.
pub(crate) fn factor_of(influence: Influence) -> Factor {
    match influence {
        Influence::Setting => Factor::Setting,
        Influence::State => Factor::State,
        Influence::Unfilled => Factor::Unfilled,
        Influence::Unfilled2026 => Factor::Unfilled2026,
        Influence::Filing => Factor::Filing,
        Influence::SoughtAfter => Factor::SoughtAfter,
        Influence::StateTie => Factor::StateTie,
        Influence::Connection => Factor::Connection,
        Influence::Preferences => Factor::Preferences,
    }
}

/// A walk from zero to the chance: each step is what one influence adds.
#[derive(Debug)]
struct Walk {
    parts: Vec<Part>,
    at: f64,
}

impl Walk {
    fn step(&mut self, factor: Factor, to: f64, odds_ratio: f64) {
        self.parts.push(Part {
            factor,
            points: to - self.at,
            odds_ratio,
        });
        self.at = to;
    }
}

/// Which exam is to be passed.
fn passing(reason: Reason) -> ChangeKind {
    match reason {
        Reason::ExamNotPassed(exam)
        | Reason::ExamPending(exam)
        | Reason::BelowPassMark { exam, .. } => match exam {
            Exam::Step1 => ChangeKind::PassStep1,
            Exam::Step2 => ChangeKind::PassStep2,
            Exam::Step3 => ChangeKind::PassStep3,
            Exam::Comlex1 | Exam::Comlex2 => ChangeKind::PassComlex,
        },
        _ => ChangeKind::PassStep2,
    }
}

/// What opens a gate, and until when. `before` is whether the application can still change.
fn remedy(reading: &GateReading, before: bool) -> (ChangeKind, StillPossible) {
    let by_submission = if before {
        StillPossible::ThisSeason
    } else {
        StillPossible::NextSeason
    };
    let fixed = (ChangeKind::Fixed, StillPossible::Never);
    match (reading.gate, reading.state) {
        (Gate::OwnChoice, _) => (ChangeKind::ChangeOwnChoice, StillPossible::ThisSeason),
        (Gate::ExamsPassed, GateState::NotStated) => {
            (passing(reading.reason), StillPossible::ThisSeason)
        }
        (_, GateState::Unanswered) => (ChangeKind::AnswerQuestion, StillPossible::ThisSeason),
        (_, GateState::NotStated | GateState::Conflicting) => {
            (ChangeKind::AskProgram, StillPossible::ThisSeason)
        }
        (Gate::Step3ForH1b, _) => (ChangeKind::PassStep3, StillPossible::ThisSeason),
        (Gate::Visa, GateState::Unlikely) => (ChangeKind::AskProgram, StillPossible::ThisSeason),
        (Gate::ExamsPassed, _) => (passing(reading.reason), by_submission),
        (Gate::Experience, _) => (ChangeKind::GainExperience, by_submission),
        (Gate::Ecfmg, _) => (ChangeKind::GetCertified, by_submission),
        (Gate::Spanish, _) => (ChangeKind::LearnSpanish, StillPossible::NextSeason),
        (_, GateState::Unlikely) => (ChangeKind::AskProgram, StillPossible::ThisSeason),
        _ => fixed,
    }
}
