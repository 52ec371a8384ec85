//! Why a program stands where it does: parts that add up, and what would change them.

use super::eligibility::{Band, GateReading};
use super::model::Basis;
use super::preference::Property;
use super::ranking::NoChance;
use super::vocabulary::vocabulary;

vocabulary! {
    /// One influence on the chance of an interview.
    Factor {
        /// Mean of the specialty and type over this catalog's programs.
        Average = "average", "Average for your type in this specialty";
        /// Step 2 CK against the pool.
        Score = "score", "Your Step 2 CK score";
        /// Setting, from the name.
        Setting = "setting", "Setting, from its name";
        /// Unfilled history.
        Unfilled = "unfilled", "Unfilled positions, 2016 to 2020";
        /// Employer's H-1B filings.
        Filing = "filing", "Employer's H-1B filings";
        /// Tie to the state.
        StateTie = "state_tie", "Your tie to the state";
        /// Tie to the program.
        Connection = "connection", "Your tie to the program";
        /// Stated preferences that are not met.
        Preferences = "preferences", "Stated preferences not met";
        /// Gates that may be shut.
        Gates = "gates", "Gates that may be shut";
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
    /// What would change a program's place.
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
        /// Learn Spanish.
        LearnSpanish = "learn_spanish", "Train in Spanish";
        /// Change your own demand.
        ChangeOwnChoice = "change_own_choice", "Change your must-haves or dealbreakers";
        /// A cutoff on something that is past.
        Fixed = "fixed", "A cutoff on something that is past";
    }
}

/// One thing that would change a program's place.
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

/// One wish and how far the program meets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WishPart {
    /// Which wish.
    pub wish: Wish,
    /// How far it is met, 0 to 1; the middle is the specialty's mean if it is not known.
    pub met: Band,
    /// Whether the program's side is known.
    pub known: bool,
    /// Its share of all weights, 0 to 1.
    pub share: f64,
}

vocabulary! {
    /// A kind of wish.
    Wish {
        /// States and divisions.
        Place = "place", "States and divisions";
        /// Nearness.
        Nearness = "nearness", "Distance";
        /// Setting.
        Setting = "setting", "Setting";
        /// Size.
        Size = "size", "Size";
    }
}

/// A program's worth to the applicant: `t = 1 - lambda (1 - w (0.2 + 0.8 u))`.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Worth of the specialty, 0 to 1.
    pub w: f64,
    /// Weighted mean of wishes met, 0 to 1.
    pub u: Band,
    /// From match somewhere (0) to match where I want to be (1).
    pub lambda: f64,
    /// The worth.
    pub t: f64,
    /// The wishes; empty if none is stated.
    pub wishes: Vec<WishPart>,
    /// Own demands that are not known to be met or broken.
    pub unknown_demands: Vec<Property>,
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
    /// Mean of theta, from the score.
    pub theta_mean: f64,
    /// Standard deviation of theta that is left.
    pub theta_sd: f64,
    /// Belief that every gate is open.
    pub gates_open: Band,
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
    /// The place's value: `p_match * t`; `None` without a chance.
    pub value: Option<f64>,
    /// What would change it, gates that are shut first.
    pub changes: Vec<Change>,
}

/// Explains one program; `None` if the index is not of this catalog.
#[must_use]
pub fn explain(
    question: &super::ranking::Question<'_>,
    program: super::catalog::ProgramIndex,
) -> Option<Explanation> {
    let _ = (question, program);
    None
}
