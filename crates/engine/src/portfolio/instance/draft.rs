//! An instance as a caller writes it down, unchecked.

use crate::portfolio::fees::Fees;
use crate::portfolio::level::Level;

/// Everything that a choice of programs depends on, unchecked.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The weight of each node of strength; not under 0, sum 1. At least one.
    pub weights: Vec<f64>,
    /// The programs, in any order.
    pub programs: Vec<Program>,
    /// The specialties, in the order that programs count them.
    pub specialties: Vec<Specialty>,
    /// Most money in all, in the units of the fees; `None` for no limit.
    pub budget: Option<u64>,
    /// Most applications in all; `None` for no limit.
    pub max_applications: Option<usize>,
}

/// A program.
#[derive(Clone, Debug)]
pub struct Program {
    /// Its id, of no other program; equal programs are taken by rising id.
    pub id: u64,
    /// What matching there is worth; not under 0.
    pub t: f64,
    /// Its specialty, counted from 0.
    pub specialty: usize,
    /// Chance that the applicant matches there if nothing better comes.
    pub success: Chances,
    /// Chance of an interview; every program has it or none.
    pub interview: Option<Chances>,
    /// What the visitor decided.
    pub wish: Wish,
}

/// Chances of one program: by level, and for each level one a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Chances {
    /// Without a signal.
    pub plain: Vec<f64>,
    /// With a silver signal, at no node under `plain`; `None` if it takes none.
    pub silver: Option<Vec<f64>>,
    /// With a gold signal, at no node under the level below; `None` if it takes none.
    pub gold: Option<Vec<f64>>,
}

impl Chances {
    /// Chances of a program that takes no signal.
    #[must_use]
    pub fn plain(p: Vec<f64>) -> Chances {
        Chances {
            plain: p,
            silver: None,
            gold: None,
        }
    }

    /// The chances at a level; `None` if it is not offered.
    pub(crate) fn level(&self, level: Level) -> Option<&[f64]> {
        match level {
            Level::Plain => Some(&self.plain),
            Level::Silver => self.silver.as_deref(),
            Level::Gold => self.gold.as_deref(),
        }
    }
}

/// What the visitor decided about a program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    /// The solver decides.
    #[default]
    Free,
    /// In the list, at whatever level.
    Pinned,
    /// In the list at exactly this level.
    PinnedAt(Level),
    /// Not in the list.
    Excluded,
}

/// A specialty's limits.
#[derive(Clone, Debug)]
pub struct Specialty {
    /// What applications cost.
    pub fees: Fees,
    /// Most applications; `None` for no limit.
    pub cap: Option<usize>,
    /// Fewest applications.
    pub minimum: usize,
    /// Most gold signals.
    pub gold: usize,
    /// Most silver signals, or most signals where there is one kind.
    pub silver: usize,
}

impl Specialty {
    /// No fee, no limit, no signals.
    #[must_use]
    pub fn unlimited() -> Specialty {
        Specialty {
            fees: Fees::free(),
            cap: None,
            minimum: 0,
            gold: 0,
            silver: 0,
        }
    }
}
