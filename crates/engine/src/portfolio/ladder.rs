//! The dynamic program behind signals: programs in order of rising utility, and for each the
//! choice of none, plain, silver or gold.
//!
//! The state is how many applications, gold and silver signals may still be used by the programs
//! seen so far, so one pass gives the best list for every number of applications. A program that
//! comes later is worth more, hence `V <- (1 - p) V + p t` whatever was chosen before.

use super::level::{LEVELS, Level};

/// What the dynamic program may do with a program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// Take it or leave it.
    Free,
    /// Take it.
    Must,
    /// It is applied to outside of the limits, with this chance.
    Fixed(f64),
}

/// A program as the dynamic program sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rung {
    pub(super) t: f64,
    /// Chance at each level; `None` where the level is not offered.
    pub(super) p: [Option<f64>; LEVELS],
    pub(super) part: Part,
}

/// The most of each that may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    pub(super) applications: usize,
    pub(super) gold: usize,
    pub(super) silver: usize,
}

impl Shape {
    /// States of one program.
    pub(super) fn states(self) -> usize {
        self.applications
            .saturating_add(1)
            .saturating_mul(self.block())
    }

    /// States of one number of applications.
    fn block(self) -> usize {
        let gold = self.gold.saturating_add(1);
        gold.saturating_mul(self.silver.saturating_add(1))
    }
}

/// The filled table.
#[derive(Clone, Debug)]
pub(super) struct Ladder {
    shape: Shape,
    values: Vec<f64>,
    /// 0 none, 1 plain, 2 silver, 3 gold; a row for each program, in the order given.
    picks: Vec<u8>,
}

impl Ladder {
    /// Fills the table; `rungs` in order of rising utility.
    pub(super) fn climb(rungs: &[Rung], shape: Shape) -> Ladder {
        let states = shape.states();
        let mut ladder = Ladder {
            shape,
            values: vec![0.0; states],
            picks: vec![0; states.saturating_mul(rungs.len())],
        };
        for (rung, picks) in rungs.iter().zip(ladder.picks.chunks_exact_mut(states)) {
            step(rung, shape, &mut ladder.values, picks);
        }
        ladder
    }

    /// The best value with at most `n` applications; minus infinity if what must be taken does
    /// not fit.
    pub(super) fn value(&self, n: usize) -> f64 {
        let state = (n + 1) * self.shape.block() - 1;
        self.values.get(state).copied().unwrap_or(f64::NEG_INFINITY)
    }

    /// The best list with at most `n` applications: a level or none for each program, in the
    /// order given.
    pub(super) fn levels(&self, n: usize) -> Vec<Option<Level>> {
        let width = self.shape.silver + 1;
        let block = self.shape.block();
        let mut state = (n + 1) * block - 1;
        let rows = self.picks.chunks_exact(self.shape.states()).rev();
        let mut levels: Vec<Option<Level>> = rows
            .map(|picks| {
                let (level, back) = match picks.get(state)? {
                    1 => (Level::Plain, block),
                    2 => (Level::Silver, block + 1),
                    3 => (Level::Gold, block + width),
                    _ => return None,
                };
                state = state.checked_sub(back)?;
                Some(level)
            })
            .collect();
        levels.reverse();
        levels
    }
}

/// Works a program into the values. Every state before it has a lower number, so going down
/// needs no second table.
fn step(rung: &Rung, shape: Shape, values: &mut [f64], picks: &mut [u8]) {
    let block = shape.block();
    if let Part::Fixed(p) = rung.part {
        for value in values {
            *value = (1.0 - p) * *value + p * rung.t;
        }
        return;
    }
    for n in (0..=shape.applications).rev() {
        let (before, now) = values.split_at_mut(n * block);
        let (_, picks) = picks.split_at_mut(n * block);
        let (now, picks) = (&mut now[..block], &mut picks[..block]);
        if rung.part == Part::Must {
            now.fill(f64::NEG_INFINITY);
        }
        if n > 0 {
            apply(
                rung,
                shape.silver + 1,
                &before[(n - 1) * block..],
                now,
                picks,
            );
        }
    }
}

/// One number of applications; `width` is the number of states of one number of gold signals.
fn apply(rung: &Rung, width: usize, before: &[f64], now: &mut [f64], picks: &mut [u8]) {
    let never = f64::NEG_INFINITY;
    // What is not offered gains less than nothing, so that it is never better.
    let odds = rung
        .p
        .map(|p| p.map_or((0.0, never), |p| (1.0 - p, p * rung.t)));
    // Without a signal left there is nothing to come from.
    let none = vec![never; width];
    let mut one_gold_less: &[f64] = &none;
    let rows = before.chunks_exact(width).zip(now.chunks_exact_mut(width));
    for ((before, now), picks) in rows.zip(picks.chunks_exact_mut(width)) {
        let (now_without, now) = now.split_at_mut(1);
        let (picks_without, picks) = picks.split_at_mut(1);
        let without = [before, &none, one_gold_less];
        raise(&odds, without, now_without, picks_without);
        let with = [&before[1..], before, &one_gold_less[1..]];
        raise(&odds, with, now, picks);
        one_gold_less = before;
    }
}

/// Takes the best level wherever one is better than what stands there. `before` are the values
/// that each level starts from.
fn raise(odds: &[(f64, f64); LEVELS], before: [&[f64]; LEVELS], now: &mut [f64], picks: &mut [u8]) {
    let [plain, silver, gold] = before;
    let sources = plain.iter().zip(silver).zip(gold);
    for ((now, picked), ((plain, silver), gold)) in now.iter_mut().zip(picks).zip(sources) {
        let (mut best, mut pick) = (*now, 0);
        for ((before, (fails, gain)), number) in
            [plain, silver, gold].into_iter().zip(odds).zip(1..)
        {
            let with = fails * before + gain;
            if with > best {
                (best, pick) = (with, number);
            }
        }
        (*now, *picked) = (best, pick);
    }
}
