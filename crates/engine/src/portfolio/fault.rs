//! Why numbers are no instance: which field, which entry, and what is wrong with it.

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// A list has another length than the list it belongs to.
    Length {
        /// Entries that there should be.
        expected: usize,
        /// Entries that there are.
        found: usize,
    },
    /// There is no entry where at least one is needed.
    Missing,
    /// Not a number, or without end.
    NotFinite,
    /// Under zero.
    Negative,
    /// A chance under 0 or over 1.
    NotAChance,
    /// Weights that do not sum to 1.
    WeightSum {
        /// Their sum.
        sum: f64,
    },
    /// A signal that makes success less likely than the level under it, at a node.
    NotNested {
        /// The node, from 0.
        node: usize,
    },
    /// An id or a program that stands twice.
    Repeated,
    /// A number that names nothing: a specialty, a program.
    Unknown,
    /// Fee tiers whose counts do not rise, or that go on after an open end.
    TierOrder,
    /// A pin at a level that this program or specialty does not offer.
    NotOffered,
    /// Must-haves (pins and minimums) that exceed a cap, the signals or the programs there are.
    OverCap,
    /// Must-haves that exceed the total of applications.
    OverMost,
    /// Must-haves that cost more than the budget.
    OverBudget,
    /// A table that would not fit in memory.
    TooLarge,
}

/// An entry that makes an instance impossible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fault {
    /// The field, as the input spells it.
    pub field: &'static str,
    /// The entry, from 0; `None` if the fault is of the whole field.
    pub index: Option<usize>,
    /// What is wrong.
    pub reason: Reason,
}

impl Fault {
    /// A fault of a whole field.
    pub(super) fn of(field: &'static str, reason: Reason) -> Fault {
        Fault {
            field,
            index: None,
            reason,
        }
    }

    /// A fault of one entry.
    pub(super) fn at(field: &'static str, index: usize, reason: Reason) -> Fault {
        Fault {
            field,
            index: Some(index),
            reason,
        }
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.index {
            Some(index) => write!(f, "{}[{index}]: {}", self.field, self.reason),
            None => write!(f, "{}: {}", self.field, self.reason),
        }
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Reason::Length { expected, found } => {
                write!(f, "has {found} entries, should have {expected}")
            }
            Reason::Missing => write!(f, "is missing"),
            Reason::NotFinite => write!(f, "is not a finite number"),
            Reason::Negative => write!(f, "is under zero"),
            Reason::NotAChance => write!(f, "is not between 0 and 1"),
            Reason::WeightSum { sum } => write!(f, "sums to {sum}, should sum to 1"),
            Reason::NotNested { node } => {
                write!(f, "lowers the chance of the level under it at node {node}")
            }
            Reason::Repeated => write!(f, "stands twice"),
            Reason::Unknown => write!(f, "names nothing that exists"),
            Reason::TierOrder => write!(f, "does not rise from tier to tier"),
            Reason::NotOffered => write!(f, "is pinned at a level that is not offered"),
            Reason::OverCap => write!(f, "must hold more than its limit allows"),
            Reason::OverMost => write!(f, "is less than what must be applied to"),
            Reason::OverBudget => write!(f, "does not pay for what must be applied to"),
            Reason::TooLarge => write!(f, "makes a table that is too large"),
        }
    }
}

impl std::error::Error for Fault {}

/// Checks that a list is as long as the list it belongs to.
pub(super) fn same_length(field: &'static str, found: usize, expected: usize) -> Result<(), Fault> {
    if found == expected {
        Ok(())
    } else {
        Err(Fault::of(field, Reason::Length { expected, found }))
    }
}

/// Checks that every entry is finite and not under zero.
pub(super) fn utilities(field: &'static str, values: &[f64]) -> Result<(), Fault> {
    for (index, value) in values.iter().enumerate() {
        if !value.is_finite() {
            return Err(Fault::at(field, index, Reason::NotFinite));
        }
        if *value < 0.0 {
            return Err(Fault::at(field, index, Reason::Negative));
        }
    }
    Ok(())
}

/// Checks that every entry is a number from 0 to 1.
pub(super) fn chances(field: &'static str, values: &[f64]) -> Result<(), Fault> {
    let wrong = values.iter().position(|p| !(0.0..=1.0).contains(p));
    match wrong {
        Some(index) => Err(Fault::at(field, index, Reason::NotAChance)),
        None => Ok(()),
    }
}
