//! An entry of the heaps: a program with what it would add.

use std::cmp::Ordering;

/// A program with what it added when the list had seen so many changes.
#[derive(Clone, Copy, Debug)]
pub(super) struct HeapEntry {
    pub(super) gain: f64,
    pub(super) program: usize,
    pub(super) seen: usize,
}

impl Ord for HeapEntry {
    /// By gain; equal gains from the last program to the first, because a heap gives the largest.
    fn cmp(&self, other: &Self) -> Ordering {
        let by_gain = self.gain.total_cmp(&other.gain);
        by_gain.then_with(|| other.program.cmp(&self.program))
    }
}

impl PartialOrd for HeapEntry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for HeapEntry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for HeapEntry {}
