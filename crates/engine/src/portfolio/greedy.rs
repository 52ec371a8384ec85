//! The best list of every length, when all applications cost the same and successes do not
//! depend on each other.
//!
//! Then the program that adds most is in the best list of the next length (Chade and Smith,
//! Simultaneous search, 2006), so lists are nested and one run gives them all. Write `w_j` for
//! what program `j` would add now, at first `f_j t_j`. When `k` is taken, `w_j` becomes
//! `(1 - f_k) w_j` for every program that is worth no more than `k`, and `w_j - f_j w_k` for
//! every program that is worth more.
//!
//! That costs programs times length. Most of it is saved by blocks of programs of neighbouring
//! utility: a block under `k` is scaled as a whole, which leaves its best where it was, and a
//! block above `k` only loses, so its old best is a bound and it is worked out only when that
//! bound leads.

use super::fault::{self, Fault};
use crate::ordering;

/// Programs to a block: the square root of some thousands of programs.
const BLOCK: usize = 64;

/// The best lists of every length up to one.
#[derive(Clone, Debug, PartialEq)]
pub struct Nested {
    /// Programs, counted from 0, in the order added: the first `n` are the best list of `n`.
    pub order: Vec<usize>,
    /// Expected utility of the best success with one, two, and so on.
    pub values: Vec<f64>,
}

/// Finds the best list of every length up to `h` (or to all programs), under independence.
///
/// `t` are utilities (not under 0), `f` chances of success, in one order of programs. Equal gains
/// go to the program that stands first.
///
/// # Errors
///
/// If lengths differ or a number is out of its range.
pub fn solve(t: &[f64], f: &[f64], h: usize) -> Result<Nested, Fault> {
    fault::utilities("t", t)?;
    fault::same_length("f", f.len(), t.len())?;
    fault::chances("f", f)?;
    let mut rising: Vec<Ware> = (0..)
        .zip(t.iter().zip(f))
        .map(|(program, (t, f))| Ware {
            t: *t,
            f: *f,
            program,
        })
        .collect();
    ordering::sort_by(&mut rising, |a, b| {
        a.t.total_cmp(&b.t).then(a.f.total_cmp(&b.f))
    });
    let twins: Vec<&[Ware]> = rising.chunk_by(|a, b| (a.t, a.f) == (b.t, b.f)).collect();
    let mut blocks: Vec<Block<'_>> = twins.chunks(BLOCK).map(Block::of).collect();
    let mut nested = Nested {
        order: Vec::new(),
        values: Vec::new(),
    };
    let mut value = 0.0;
    while nested.order.len() < h {
        let Some(taken) = take_best(&mut blocks) else {
            break;
        };
        value += taken.gain;
        nested.order.push(taken.ware.program);
        nested.values.push(value);
    }
    Ok(nested)
}

/// A program as it is sorted.
#[derive(Clone, Copy, Debug)]
struct Ware {
    t: f64,
    f: f64,
    program: usize,
}

/// Programs of neighbouring utility, rising. Programs that are alike in everything share an index,
/// so that rounding cannot tell them apart.
#[derive(Clone, Debug)]
struct Block<'a> {
    /// What one of each index would add, but for `scale` and `drop`: now it adds
    /// `scale * gain - f * drop`.
    gains: Vec<f64>,
    f: Vec<f64>,
    /// Those left at each index, in the order of the input.
    twins: Vec<&'a [Ware]>,
    scale: f64,
    drop: f64,
    /// The most that one of them adds, or a bound above it.
    most: f64,
    /// Where the best stands, if `most` is not just a bound.
    best: Option<usize>,
}

#[derive(Clone, Copy, Debug)]
struct Step {
    ware: Ware,
    gain: f64,
}

impl<'a> Block<'a> {
    fn of(twins: &[&'a [Ware]]) -> Block<'a> {
        let mut block = Block {
            gains: Vec::with_capacity(twins.len()),
            f: Vec::with_capacity(twins.len()),
            twins: twins.to_vec(),
            scale: 1.0,
            drop: 0.0,
            most: 0.0,
            best: None,
        };
        for ware in twins.iter().filter_map(|twins| twins.first()) {
            block.gains.push(ware.f * ware.t);
            block.f.push(ware.f);
        }
        block.look();
        block
    }

    /// The largest utility here.
    fn top(&self) -> Option<f64> {
        Some(self.twins.last()?.first()?.t)
    }

    /// Works out what each adds now, and finds the best.
    fn settle(&mut self) {
        for (gain, f) in self.gains.iter_mut().zip(&self.f) {
            *gain = self.scale * *gain - f * self.drop;
        }
        self.scale = 1.0;
        self.drop = 0.0;
        self.look();
    }

    fn look(&mut self) {
        self.best = None;
        self.most = f64::NEG_INFINITY;
        let mut first = usize::MAX;
        for (at, (gain, twins)) in self.gains.iter().zip(&self.twins).enumerate() {
            if *gain < self.most {
                continue;
            }
            let program = twins.first().map_or(usize::MAX, |ware| ware.program);
            if *gain > self.most || program < first {
                (self.most, self.best, first) = (*gain, Some(at), program);
            }
        }
    }

    fn best_program(&self) -> Option<usize> {
        Some(self.twins.get(self.best?)?.first()?.program)
    }

    /// Something worth at least as much as every program here was taken.
    fn shrink(&mut self, fails: f64) {
        self.scale *= fails;
        self.drop *= fails;
        self.most *= fails;
    }

    /// Something worth at most as much as every program here was taken.
    fn lose(&mut self, gain: f64) {
        self.drop += gain;
        self.best = None;
    }

    /// Takes the best out.
    fn take(&mut self) -> Option<Step> {
        self.settle();
        let at = self.best?;
        let gain = *self.gains.get(at)?;
        let twins = self.twins.get_mut(at)?;
        let (ware, left) = twins.split_first()?;
        *twins = left;
        let above = at + 1;
        for other in &mut self.gains[..above] {
            *other *= 1.0 - ware.f;
        }
        for (other, f) in self.gains[above..].iter_mut().zip(&self.f[above..]) {
            *other -= f * gain;
        }
        if left.is_empty() {
            self.gains.remove(at);
            self.f.remove(at);
            self.twins.remove(at);
        }
        self.look();
        Some(Step { ware: *ware, gain })
    }
}

/// Takes the best program of all; `None` if no program is left.
fn take_best(blocks: &mut [Block<'_>]) -> Option<Step> {
    let leader = leader(blocks)?;
    let (below, rest) = blocks.split_at_mut(leader);
    let (block, above) = rest.split_first_mut()?;
    let taken = block.take()?;
    for block in below {
        block.shrink(1.0 - taken.ware.f);
    }
    for block in above {
        // For equal utilities both rules say the same, and this one leaves no doubt.
        if block.top().is_none_or(|top| top <= taken.ware.t) {
            block.shrink(1.0 - taken.ware.f);
        } else {
            block.lose(taken.gain);
        }
    }
    Some(taken)
}

/// Where the block stands that holds the best program of all.
fn leader(blocks: &mut [Block<'_>]) -> Option<usize> {
    loop {
        let mut lead: Option<(usize, f64, Option<usize>)> = None;
        for (at, block) in blocks.iter().enumerate() {
            if block.twins.is_empty() {
                continue;
            }
            // A bound that only equals the lead may hide a program that stands first: `None` is
            // less than any program, so such a block is settled before the lead is believed.
            let leads = lead.is_none_or(|(_, most, program)| {
                block.most > most || (block.most == most && block.best_program() < program)
            });
            if leads {
                lead = Some((at, block.most, block.best_program()));
            }
        }
        match lead? {
            (at, _, Some(_)) => return Some(at),
            (at, _, None) => blocks.get_mut(at)?.settle(),
        }
    }
}
