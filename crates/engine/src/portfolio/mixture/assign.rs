//! The best sum of one specialty's figures for every number of applications, with its signal
//! limits and its pins.
//!
//! Each program takes part at one level at most, a level takes as many as it has slots: an
//! assignment, so shortest augmenting paths give the exact best sum for one application, two, and
//! so on, and the steps never grow. A path brings in one program and moves at most two others
//! from level to level, because there are three levels.

use std::collections::BinaryHeap;

use super::heap_entry::HeapEntry;
use crate::ordering;
use crate::portfolio::instance::Instance;
use crate::portfolio::level::{LEVELS, Level};

/// A program goes to a level; from where, if it was already in.
#[derive(Clone, Copy, Debug)]
struct Move {
    program: usize,
    from: Option<usize>,
    to: usize,
}

/// The best sums of one specialty.
#[derive(Clone, Debug, Default)]
pub(super) struct Curve {
    /// Applications at the start: the pins.
    pub(super) pins: usize,
    /// The best sum with the pins alone, with one more, and so on.
    pub(super) sums: Vec<f64>,
    /// The moves of each application, from the first pin.
    moves: Vec<[Option<Move>; LEVELS]>,
}

impl Curve {
    /// The elements of the best sum with `count` applications.
    pub(super) fn chosen(&self, count: usize, mut each: impl FnMut(usize, Level)) {
        // Later moves override earlier ones, so read backwards and keep the last of a program.
        let moves = self.moves.iter().take(count).flatten().flatten();
        let mut last: Vec<(usize, usize)> = moves.map(|step| (step.program, step.to)).collect();
        last.reverse();
        ordering::sort_by_key(&mut last, |(program, _)| *program);
        last.dedup_by_key(|(program, _)| *program);
        for (program, to) in last {
            each(program, Level::ALL[to]);
        }
    }
}

/// An assignment under way: the programs by level, and those that may still come in.
struct Assignment<'a> {
    figures: &'a [f64],
    slots: [usize; LEVELS],
    /// Programs at each level.
    held: [Vec<usize>; LEVELS],
    /// Candidates for each level; some may have come in at another.
    waiting: [BinaryHeap<HeapEntry>; LEVELS],
    is_in: &'a mut [bool],
}

/// Works out the best sums of a specialty up to the most applications it may have.
///
/// `figures` are by program and level, none negative but minus infinity where a level is not
/// offered. `is_in` is scratch: one flag a program, all false, and given back so.
pub(super) fn curve(
    instance: &Instance,
    specialty: usize,
    figures: &[f64],
    is_in: &mut [bool],
) -> Curve {
    let bounds = &instance.specialties[specialty];
    let item = |program: &usize| &instance.items[*program];
    let all = bounds.programs.iter().copied();
    let pins: Vec<usize> = all.clone().filter(|p| item(p).is_pinned()).collect();
    let free: Vec<usize> = all
        .filter(|p| !item(p).is_pinned() && !item(p).is_excluded())
        .collect();
    let mut assignment = Assignment {
        figures,
        slots: bounds.slots,
        held: Default::default(),
        waiting: Default::default(),
        is_in,
    };
    let mut curve = Curve {
        pins: pins.len(),
        ..Curve::default()
    };
    let mut sum = 0.0;
    assignment.wait(&pins);
    for _ in 0..pins.len() {
        // Every pin has a level, so there is a path.
        let Some((rise, moves)) = assignment.augment() else {
            break;
        };
        sum += rise;
        curve.moves.push(moves);
    }
    curve.sums.push(sum);
    let more = bounds.most - pins.len().min(bounds.most);
    assignment.wait(&free);
    for _ in 0..more {
        let Some((rise, moves)) = assignment.augment() else {
            break;
        };
        sum += rise;
        curve.moves.push(moves);
        curve.sums.push(sum);
    }
    for program in pins.into_iter().chain(free) {
        assignment.is_in[program] = false;
    }
    curve
}

impl Assignment<'_> {
    fn figure(&self, program: usize, level: usize) -> f64 {
        self.figures[program * LEVELS + level]
    }

    /// Sets the candidates.
    fn wait(&mut self, programs: &[usize]) {
        for level in 0..LEVELS {
            let mut entries = Vec::new();
            if self.slots[level] > 0 {
                let all = programs.iter().map(|program| HeapEntry {
                    gain: self.figure(*program, level),
                    program: *program,
                    seen: 0,
                });
                entries.extend(all.filter(|entry| entry.gain >= 0.0));
            }
            self.waiting[level] = BinaryHeap::from(entries);
        }
    }

    /// The newcomer that brings most at a level.
    fn newcomer(&mut self, level: usize) -> Option<(f64, Move)> {
        while let Some(entry) = self.waiting[level].peek() {
            if !self.is_in[entry.program] {
                let step = Move {
                    program: entry.program,
                    from: None,
                    to: level,
                };
                return Some((entry.gain, step));
            }
            self.waiting[level].pop();
        }
        None
    }

    /// The move between two levels that gains most or loses least.
    fn shift(&self, from: usize, to: usize) -> Option<(f64, Move)> {
        if self.slots[to] == 0 {
            return None;
        }
        let mut best: Option<(f64, Move)> = None;
        for program in &self.held[from] {
            let rise = self.figure(*program, to) - self.figure(*program, from);
            let leads = best.is_none_or(|(most, step)| {
                rise > most || (rise == most && *program < step.program)
            });
            if leads && rise > f64::NEG_INFINITY {
                let program = *program;
                let from = Some(from);
                best = Some((rise, Move { program, from, to }));
            }
        }
        best
    }

    /// Brings in one program along the path that adds most.
    fn augment(&mut self) -> Option<(f64, [Option<Move>; LEVELS])> {
        let newcomers = [0, 1, 2].map(|level| self.newcomer(level));
        let mut best: Option<(f64, [Option<Move>; LEVELS])> = None;
        let mut propose = |rise: f64, moves: [Option<Move>; LEVELS]| {
            if best.is_none_or(|(most, _)| rise > most) {
                best = Some((rise, moves));
            }
        };
        // Nothing need leave a level that has a free slot, and plain always has one.
        let shifts = [0, 1, 2].map(|from| {
            let may = |to: &usize| from != Level::Plain.index() && from != *to;
            [0, 1, 2].map(|to| Some(to).filter(may).and_then(|to| self.shift(from, to)))
        });
        let has_slot = |level: usize| self.held[level].len() < self.slots[level];
        for (first, (newcomer, shifts_from)) in newcomers.into_iter().zip(&shifts).enumerate() {
            let Some((a, enter)) = newcomer else {
                continue;
            };
            if has_slot(first) {
                // A free slot needs no further move: the levels held are the best already.
                propose(a, [Some(enter), None, None]);
                continue;
            }
            for (second, shift) in shifts_from.iter().enumerate() {
                let Some((b, shift)) = *shift else {
                    continue;
                };
                if has_slot(second) {
                    propose(a + b, [Some(enter), Some(shift), None]);
                    continue;
                }
                let third = LEVELS - first - second;
                if let Some((c, last)) = shifts[second][third]
                    && has_slot(third)
                {
                    propose(a + b + c, [Some(enter), Some(shift), Some(last)]);
                }
            }
        }
        let (rise, moves) = best?;
        for step in moves.into_iter().flatten() {
            self.make(step);
        }
        Some((rise, moves))
    }

    fn make(&mut self, step: Move) {
        if let Some(from) = step.from {
            self.held[from].retain(|program| *program != step.program);
        }
        self.held[step.to].push(step.program);
        self.is_in[step.program] = true;
    }
}
