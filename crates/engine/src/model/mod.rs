//! The numbers of the odds model, as `cargo xtask fit` finds them.
//!
//! For an applicant of type t in specialty s:
//!
//! ```text
//! theta ~ Normal(slope (score - mean)/10 + record, tau^2 - Var(slope score/10))
//! K | theta ~ sum over programs of Bernoulli(pi_j sigmoid(level + h_j + theta))    interviews,
//!             and none at all for the share of applications that no program reads
//! matched | K, theta = 1 - prod over interviews (1 - r sigmoid(d + rho theta))
//! ```

mod assumption;
mod cell;
pub mod draws;
mod effects;
mod signal;

pub use assumption::{Assumption, AssumptionKey, Effect, Scale};
pub use cell::{Basis, Cell};
pub use effects::Effects;
pub use signal::SignalEffect;

use self::draws::{Draws, Numbers};
use super::geography::UsState;
use super::portfolio::Level;
use super::program::SpecialtyCode;
use super::vocabulary::ApplicantType;

/// Share of programs of a specialty that never consider a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FailedAttemptShare {
    /// Specialty.
    pub specialty: SpecialtyCode,
    /// Share that never considers, 0 to 1.
    pub never: f64,
    /// Share that seldom considers, 0 to 1.
    pub seldom: f64,
}

/// How many of a type match in a state, against what its mix of specialties would give.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StateRatio {
    /// The state.
    pub state: UsState,
    /// US or non-US IMG: no table tells of the others.
    pub kind: ApplicantType,
    /// Natural logarithm of matched over expected, drawn towards the Census division and the
    /// nation by how few they are.
    pub log: f64,
    /// Its standard deviation.
    pub sd: f64,
}

/// Step 2 CK over all specialties of a type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScorePool {
    /// Mean of the specialties' means.
    pub mean: f64,
    /// Mean gain in theta for 10 points.
    pub slope: f64,
}

/// The whole model. Sorted by specialty and type; at most one cell for each pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// Version of the fit: changes whenever a number does.
    pub version: Box<str>,
    /// Cells.
    pub cells: Vec<Cell>,
    /// Assumptions, one for each key.
    pub assumptions: Vec<Assumption>,
    /// Failed-attempt shares by specialty.
    pub failed_attempts: Vec<FailedAttemptShare>,
    /// What a signal goes with, by specialty; empty in a pack from before there were any.
    pub signals: Vec<SignalEffect>,
    /// The states, by state and type; empty where no table was read.
    pub states: Vec<StateRatio>,
    /// Equally likely versions of the numbers; `None` in a pack from before there were any.
    pub draws: Option<Draws>,
}

impl Model {
    /// The cell of a specialty and type.
    #[must_use]
    pub fn cell(&self, specialty: SpecialtyCode, kind: ApplicantType) -> Option<&Cell> {
        self.cells
            .iter()
            .find(|cell| cell.specialty == specialty && cell.kind == kind)
    }

    /// The cell of a specialty and type as a version of the model has it; as estimated without
    /// draws.
    #[must_use]
    pub fn numbers(&self, cell: &Cell, draw: usize) -> Numbers {
        let index = self
            .cells
            .iter()
            .position(|other| (other.specialty, other.kind) == (cell.specialty, cell.kind));
        match (&self.draws, index) {
            (Some(draws), Some(index)) => {
                draws.numbers(cell, index, self.specialty_index(cell.specialty), draw)
            }
            _ => Numbers::of(cell),
        }
    }

    /// The index of a specialty among those with cells.
    #[must_use]
    pub fn specialty_index(&self, specialty: SpecialtyCode) -> usize {
        let mut index = 0;
        let mut last = None;
        for cell in self
            .cells
            .iter()
            .take_while(|cell| cell.specialty < specialty)
        {
            index += usize::from(last != Some(cell.specialty));
            last = Some(cell.specialty);
        }
        index
    }

    /// The scores of a type over all its specialties; `None` without a cell.
    #[must_use]
    pub fn score_pool(&self, kind: ApplicantType) -> Option<ScorePool> {
        let (mut count, mut mean, mut slope) = (0.0, 0.0, 0.0);
        for cell in self.cells.iter().filter(|cell| cell.kind == kind) {
            count += 1.0;
            mean += cell.score_mean;
            slope += cell.slope;
        }
        (count > 0.0).then(|| ScorePool {
            mean: mean / count,
            slope: slope / count,
        })
    }

    /// The effect with a key; the model is complete, so a missing key means a pack from
    /// another release and reads as no effect.
    #[must_use]
    pub fn effect(&self, key: AssumptionKey) -> Option<Effect> {
        self.assumptions
            .iter()
            .find(|a| a.key == key)
            .map(|a| a.effect)
    }

    /// Log odds that an application sent at a level has beyond a plain one, with its range.
    /// Plain is no effect; a specialty without a row, or a gold signal where there is one kind,
    /// has none.
    #[must_use]
    pub fn signal_shift(&self, specialty: SpecialtyCode, level: Level) -> Option<Effect> {
        let row = self.signals.iter().find(|row| row.specialty == specialty);
        match level {
            Level::Plain => Some(Effect::NONE),
            Level::Silver => row.map(|row| row.silver),
            Level::Gold => row.and_then(|row| row.gold),
        }
    }
}
