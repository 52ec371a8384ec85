//! One specialty's part of a list anew, by the exact dynamic program, with the other specialties'
//! parts as they are.
//!
//! The program works with the mean chances as if they did not depend on each other. At one node
//! that is exact; at several the result is a candidate, to be valued under the mixture.

use super::profile::Member;
use super::solution::Solution;
use crate::ordering;
use crate::portfolio::ladder::{Ladder, Part, Rung, Shape};
use crate::portfolio::level::{LEVELS, Level};

/// Most cells of a table: a few milliseconds of work.
const MOST_CELLS: usize = 1_000_000;

/// The list with a specialty's part replaced; `None` if there is no better use of the effort, or
/// the part cannot be chosen so.
pub(super) fn rebuilt<'a>(
    solution: &Solution<'a>,
    specialty: usize,
    evaluations: &mut usize,
) -> Option<Solution<'a>> {
    let instance = solution.instance;
    let bounds = &instance.specialties[specialty];
    let applications = room_for(solution, specialty)?;
    let shape = Shape {
        applications,
        gold: bounds.slots[2].min(applications),
        silver: bounds.slots[1].min(applications),
    };
    let outside = solution.members().len() - solution.counts()[specialty];
    let fits = (MOST_CELLS / shape.states()).checked_sub(outside)?;
    if fits < 2 * applications.min(bounds.programs.len()) {
        return None;
    }
    let rungs = rungs(solution, specialty, fits, evaluations);
    let parts: Vec<Rung> = rungs.iter().map(|(_, rung)| *rung).collect();
    // A cell costs about a tenth of an evaluation.
    *evaluations += parts.len() * shape.states() / 10;
    let levels = Ladder::climb(&parts, shape).levels(applications);
    let chosen = rungs
        .iter()
        .zip(levels)
        .filter_map(|((program, rung), level)| {
            let level = match rung.part {
                Part::Fixed(_) => solution.level(*program)?,
                Part::Free | Part::Must => level?,
            };
            let program = *program;
            Some(Member { program, level })
        });
    // Rungs rise, members fall.
    let chosen: Vec<Member> = chosen.rev().collect();
    let rebuilt = Solution::of(instance, &chosen);
    let has_pins = (instance.items.iter().enumerate())
        .all(|(program, item)| !item.is_pinned() || rebuilt.level(program).is_some());
    (has_pins && rebuilt.is_complete()).then_some(rebuilt)
}

/// Most applications of a specialty beside the others' present ones.
fn room_for(solution: &Solution<'_>, specialty: usize) -> Option<usize> {
    let instance = solution.instance;
    let bounds = &instance.specialties[specialty];
    let fits = |n: &usize| {
        let counts = solution.counts().iter().enumerate();
        instance.can_complete(counts.map(|(s, count)| if s == specialty { *n } else { *count }))
    };
    (bounds.least..=bounds.most)
        .take_while(fits)
        .last()
        .filter(|n| *n > 0)
}

/// The rungs of the specialty's programs (all, or those that matter most) and of the members of
/// others, in order of rising utility.
fn rungs(
    solution: &Solution<'_>,
    specialty: usize,
    fits: usize,
    evaluations: &mut usize,
) -> Vec<(usize, Rung)> {
    let instance = solution.instance;
    let bounds = &instance.specialties[specialty];
    let mut gains = Vec::new();
    solution.gains(&mut gains);
    *evaluations += gains.len();
    let best = |program: &usize| {
        let gains = gains[program * LEVELS..].iter().take(LEVELS);
        gains.fold(f64::NEG_INFINITY, |best, gain| best.max(*gain))
    };
    let is_in = |program: &usize| solution.level(*program).is_some();
    let free = bounds.programs.iter().copied().filter(|p| !is_in(p));
    let mut candidates: Vec<usize> = free.filter(|p| !instance.items[*p].is_excluded()).collect();
    ordering::sort_by(&mut candidates, |a, b| best(b).total_cmp(&best(a)));
    candidates.truncate(fits.saturating_sub(solution.counts()[specialty]));
    candidates.extend(solution.members().iter().map(|member| member.program));
    ordering::sort_by(&mut candidates, |a, b| b.cmp(a));
    let rung = |program: usize| {
        let item = &instance.items[program];
        let offered = |level: Level| item.offers(level).then(|| instance.mean(program, level));
        let part = match solution.level(program) {
            Some(level) if item.specialty != specialty => {
                Part::Fixed(instance.mean(program, level))
            }
            _ if item.is_pinned() => Part::Must,
            _ => Part::Free,
        };
        let p = Level::ALL.map(offered);
        let t = item.t;
        (program, Rung { t, p, part })
    };
    candidates.into_iter().map(rung).collect()
}
