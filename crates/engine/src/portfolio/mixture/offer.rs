//! A program with what it would add, for heaps.

use std::cmp::Ordering;

/// A program with what it added when the list had seen so many changes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Offer {
    pub(super) gain: f64,
    pub(super) program: usize,
    pub(super) seen: usize,
}

impl Ord for Offer {
    /// By gain; equal gains from the last program to the first, because a heap gives the largest.
    fn cmp(&self, other: &Self) -> Ordering {
        let by_gain = self.gain.total_cmp(&other.gain);
        by_gain.then_with(|| other.program.cmp(&self.program))
    }
}

impl PartialOrd for Offer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Offer {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Offer {}
