//! The checks that make a draft an instance.

use super::draft::{Chances, Draft, Program, Wish};
use super::{Bounds, Item, OUT, at};
use crate::ordering;
use crate::portfolio::fault::{Fault, Reason};
use crate::portfolio::level::{LEVELS, Level};

/// How far the sum of weights may be from 1.
const WEIGHT_TOLERANCE: f64 = 1e-9;

/// Checks every number by itself.
pub(super) fn numbers(draft: &Draft) -> Result<(), Fault> {
    weights(&draft.weights)?;
    let interviews = draft.programs.first().map(|p| p.interview.is_some());
    for (index, program) in draft.programs.iter().enumerate() {
        let fault = |field, reason| Fault::at(field, index, reason);
        if !program.t.is_finite() {
            return Err(fault("t", Reason::NotFinite));
        }
        if program.t < 0.0 {
            return Err(fault("t", Reason::Negative));
        }
        if program.specialty >= draft.specialties.len() {
            return Err(fault("specialty", Reason::Unknown));
        }
        let nodes = draft.weights.len();
        chances("success", index, &program.success, nodes)?;
        if Some(program.interview.is_some()) != interviews {
            return Err(fault("interview", Reason::Missing));
        }
        if let Some(interview) = &program.interview {
            chances("interview", index, interview, nodes)?;
        }
    }
    ids(&draft.programs)
}

fn ids(programs: &[Program]) -> Result<(), Fault> {
    let ids = programs.iter().map(|program| program.id);
    let mut ids: Vec<(u64, usize)> = ids.zip(0..).collect();
    ordering::sort_by_key(&mut ids, |(id, _)| *id);
    let mut pairs = ids.windows(2);
    match pairs.find_map(|pair| (pair[0].0 == pair[1].0).then_some(pair[1].1)) {
        Some(index) => Err(Fault::at("id", index, Reason::Repeated)),
        None => Ok(()),
    }
}

fn weights(weights: &[f64]) -> Result<(), Fault> {
    if weights.is_empty() {
        return Err(Fault::of("weights", Reason::Missing));
    }
    crate::portfolio::fault::utilities("weights", weights)?;
    let sum: f64 = weights.iter().sum();
    if (sum - 1.0).abs() > WEIGHT_TOLERANCE {
        return Err(Fault::of("weights", Reason::WeightSum { sum }));
    }
    Ok(())
}

/// Checks the chances of a program: one a node, in range, rising with the level.
fn chances(
    field: &'static str,
    program: usize,
    chances: &Chances,
    nodes: usize,
) -> Result<(), Fault> {
    let fault = |reason| Fault::at(field, program, reason);
    let mut below: &[f64] = &[];
    for level in Level::ALL {
        let Some(p) = chances.level(level) else {
            continue;
        };
        if p.len() != nodes {
            let (expected, found) = (nodes, p.len());
            return Err(fault(Reason::Length { expected, found }));
        }
        if p.iter().any(|p| !(0.0..=1.0).contains(p)) {
            return Err(fault(Reason::NotAChance));
        }
        if let Some(node) = p.iter().zip(below).position(|(p, below)| p < below) {
            return Err(fault(Reason::NotNested { node }));
        }
        below = p;
    }
    Ok(())
}

/// What may be done with a program whose specialty has these slots.
pub(super) fn open(index: usize, program: &Program, slots: &[usize; LEVELS]) -> Result<u8, Fault> {
    let offered =
        |level: &Level| program.success.level(*level).is_some() && slots[level.index()] > 0;
    let levels = Level::ALL.into_iter().filter(offered).map(at);
    let any = levels.fold(0, |open, level| open | level);
    match program.wish {
        Wish::Free => Ok(OUT | any),
        Wish::Excluded => Ok(OUT),
        Wish::Pinned => Ok(any),
        Wish::PinnedAt(level) if any & at(level) != 0 => Ok(at(level)),
        Wish::PinnedAt(_) => Err(Fault::at("wish", index, Reason::NotOffered)),
    }
}

/// Works out the least and the most of a specialty from its programs alone.
pub(super) fn must_haves(s: usize, bounds: &mut Bounds, items: &[Item]) -> Result<(), Fault> {
    let programs = bounds.programs.iter().filter_map(|index| items.get(*index));
    let (mut pins, mut available) = (0, 0);
    let mut held = [0; LEVELS];
    for item in programs {
        pins += usize::from(item.is_pinned());
        available += usize::from(!item.is_excluded());
        for level in Level::ALL {
            held[level.index()] += usize::from(item.open == at(level));
        }
    }
    bounds.least = bounds.minimum.max(pins);
    // As many as there are programs, allowed by the cap, and sold.
    bounds.most = available.min(bounds.totals.len().saturating_sub(1));
    if bounds.least > bounds.most {
        return Err(Fault::at("cap", s, Reason::OverCap));
    }
    let over = held
        .iter()
        .zip(&bounds.slots)
        .any(|(held, slots)| held > slots);
    if over {
        return Err(Fault::at("signals", s, Reason::OverCap));
    }
    Ok(())
}
