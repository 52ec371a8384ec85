//! What a search gives: the list it found, and until then how far it is.

use super::account::{Next, Pick, SignalWorth};

/// The list found and what there is to say about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Portfolio {
    /// The applications in the order in which they add most, pins first: the value along it is
    /// the curve of diminishing returns. (Lists of more than 4,096 are in order of utility.)
    pub picks: Vec<Pick>,
    /// Expected utility of the best success.
    pub value: f64,
    /// What the list costs, in the units of the fees.
    pub cost: u64,
    /// No list within the limits is worth more than this; `None` if there is no proof.
    pub bound: Option<f64>,
    /// What one more application could bring; `None` if nothing would.
    pub next: Option<Next>,
    /// What each signal is worth, in the order of `picks`.
    pub signals: Vec<SignalWorth>,
}

impl Portfolio {
    /// The list is worth at least this share of the best possible list, 0 to 1.
    #[must_use]
    pub fn share_of_best(&self) -> Option<f64> {
        let bound = self.bound?;
        Some(if bound > 0.0 { self.value / bound } else { 1.0 })
    }
}

/// What a search is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Building lists.
    Building,
    /// Improving them.
    Improving,
    /// Proving how good the best is.
    Proving,
    /// Working out what its parts are worth.
    Accounting,
    /// Ready.
    Done,
}

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Evaluations of what an element adds, so far; other work is counted at its cost in them.
    pub evaluations: usize,
}
