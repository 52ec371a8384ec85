//! What a chosen list is made of: its order, what each program and signal is worth, what would
//! come next.

use super::profile::{Member, Profile};
use super::solution::{Solution, with_level};
use crate::portfolio::level::Level;

/// Longer lists are put in order of falling utility.
const MOST_ORDERED: usize = 4096;

/// An application of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pick {
    /// The program: its index in the draft.
    pub program: usize,
    /// How the application is sent.
    pub level: Level,
    /// Expected utility of the list up to here.
    pub value: f64,
    /// What the list up to here costs, in the units of the fees.
    pub cost: u64,
    /// How much the whole list would lose without it.
    pub worth: f64,
}

/// A signal of a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SignalWorth {
    /// The program that it is sent to: its index in the draft.
    pub program: usize,
    /// Which kind it is.
    pub level: Level,
    /// How much the list would lose if it were not used.
    pub worth: f64,
    /// The best other use of it within the same programs.
    pub runner_up: RunnerUp,
}

/// Another use of a signal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunnerUp {
    /// The program that gets it, and whose own level goes the other way: its index in the draft.
    /// `None` if no other use is better than none.
    pub program: Option<usize>,
    /// Expected utility of the whole list then.
    pub value: f64,
}

/// An application that is not in a list.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Next {
    /// The program: its index in the draft.
    pub program: usize,
    /// The level, where a signal is still free the best one.
    pub level: Level,
    /// How much the list would gain.
    pub gain: f64,
    /// What it costs, in the units of the fees.
    pub price: u64,
}

/// The members in the order in which they add most: the pins first, then the others.
pub(super) fn ordered(solution: &Solution<'_>, evaluations: &mut usize) -> Vec<Member> {
    let instance = solution.instance;
    if solution.members().len() > MOST_ORDERED {
        return solution.members().to_vec();
    }
    let is_pin = |member: &Member| instance.items[member.program].is_pinned();
    let mut groups: [Vec<(f64, Member)>; 2] = Default::default();
    for member in solution.members() {
        groups[usize::from(!is_pin(member))].push((f64::INFINITY, *member));
    }
    let mut order = Vec::with_capacity(solution.members().len());
    let mut profile = Profile::default();
    profile.set(instance, std::iter::empty());
    for mut waiting in groups {
        while !waiting.is_empty() {
            // Old figures are bounds, so most need not be worked out anew.
            let mut best: Option<(f64, usize)> = None;
            for (at, (bound, member)) in waiting.iter_mut().enumerate() {
                if best.is_some_and(|(most, _)| *bound <= most) {
                    continue;
                }
                *bound = profile.gain(instance, member.program, member.level);
                *evaluations += 1;
                if best.is_none_or(|(most, _)| *bound > most) {
                    best = Some((*bound, at));
                }
            }
            let Some((_, at)) = best else {
                break;
            };
            let (_, member) = waiting.remove(at);
            profile.put(instance, member);
            order.push(member);
        }
    }
    order
}

/// The list as it grows along an order.
pub(super) fn picks(solution: &Solution<'_>, order: &[Member]) -> Vec<Pick> {
    let instance = solution.instance;
    let mut counts = vec![0; instance.specialties.len()];
    let mut room = vec![0.0; instance.nodes()];
    let mut profile = Profile::default();
    profile.set(instance, std::iter::empty());
    let is_long = order.len() > MOST_ORDERED;
    let (mut value, mut cost) = (0.0, 0u64);
    let mut picks = Vec::with_capacity(order.len());
    let mut clear = instance.weights.clone();
    for member in order {
        let item = &instance.items[member.program];
        let bounds = &instance.specialties[item.specialty];
        let count = &mut counts[item.specialty];
        cost = cost.saturating_add(bounds.cost(*count + 1) - bounds.cost(*count));
        *count += 1;
        let p = instance.success(member.program, member.level);
        if is_long {
            // In order of falling utility a program counts where all before it fail.
            value += item.t * super::profile::dot(p, &clear);
            for (clear, p) in clear.iter_mut().zip(p) {
                *clear *= 1.0 - p;
            }
        } else {
            profile.put(instance, *member);
            value = profile.value().max(value);
        }
        solution
            .profile()
            .room_without(instance, *member, &mut room);
        picks.push(Pick {
            program: item.origin,
            level: member.level,
            value,
            cost,
            worth: super::profile::dot(p, &room),
        });
    }
    picks
}

/// What one signal is worth.
pub(super) fn signal_worth(
    solution: &Solution<'_>,
    member: Member,
    evaluations: &mut usize,
) -> SignalWorth {
    let instance = solution.instance;
    let item = &instance.items[member.program];
    let mut runner_up = RunnerUp {
        program: None,
        value: 0.0,
    };
    let mut room = vec![0.0; instance.nodes()];
    let mut lowered = Profile::default();
    // Without its signal the program is left plain, also where it was pinned with one.
    for level in Level::ALL.into_iter().filter(|level| *level < member.level) {
        let is_plain = level == Level::Plain;
        if !is_plain && !item.offers(level) {
            continue;
        }
        lowered.clone_from(solution.profile());
        lowered.put(instance, with_level(member, level));
        *evaluations += 2 * solution.members().len();
        if is_plain {
            runner_up.value = lowered.value();
        }
        for other in solution.members() {
            let theirs = &instance.items[other.program];
            // What this program cannot use of the other's level is lost to it.
            let meets = other.level == level || (is_plain && !item.offers(other.level));
            let is_fit = theirs.specialty == item.specialty
                && other.level < member.level
                && theirs.offers(member.level);
            if !meets || !is_fit {
                continue;
            }
            lowered.room_without(instance, *other, &mut room);
            let rise = solution.rise(other.program, other.level, member.level, &room);
            if lowered.value() + rise > runner_up.value {
                runner_up = RunnerUp {
                    program: Some(theirs.origin),
                    value: lowered.value() + rise,
                };
            }
        }
    }
    let mut unused = solution.profile().clone();
    unused.put(instance, with_level(member, Level::Plain));
    SignalWorth {
        program: item.origin,
        level: member.level,
        worth: (solution.value() - unused.value()).max(0.0),
        runner_up,
    }
}

/// The program that would add most if one more application could be made, whatever the total and
/// the budget say; caps and signals hold.
pub(super) fn next(solution: &Solution<'_>, evaluations: &mut usize) -> Option<Next> {
    let instance = solution.instance;
    let mut gains = Vec::new();
    solution.gains(&mut gains);
    *evaluations += gains.len();
    let mut best: Option<Next> = None;
    let elements = gains
        .chunks(Level::ALL.len())
        .zip(&instance.items)
        .enumerate();
    for (program, (gains, item)) in elements {
        let bounds = &instance.specialties[item.specialty];
        let count = solution.counts()[item.specialty];
        if solution.level(program).is_some() || count + 1 >= bounds.totals.len() {
            continue;
        }
        for (level, gain) in Level::ALL.into_iter().zip(gains) {
            let is_free = solution.has_slot(item.specialty, level, None);
            if is_free && *gain > best.map_or(0.0, |next| next.gain) {
                best = Some(Next {
                    program: item.origin,
                    level,
                    gain: *gain,
                    price: bounds.cost(count + 1) - bounds.cost(count),
                });
            }
        }
    }
    best
}
