//! Local search: exchanges programs and signals of a list until no exchange helps.

use super::builder::{Builder, Measure, Rule, Signals};
use super::profile::{Member, Profile, dot};
use super::solution::{Solution, with_level};
use crate::ordering;
use crate::portfolio::level::{LEVELS, Level};

/// Least relative rise that counts: under it rounding could make exchanges go round in circles.
const LEAST_RISE: f64 = 1e-12;

/// In longer lists only signals are exchanged: each member costs a pass over the list.
const MOST_EXCHANGED: usize = 4096;

/// A list under improvement.
#[derive(Debug)]
pub(super) struct LocalSearch<'a> {
    solution: Solution<'a>,
    /// For each specialty and level the programs outside the list by what they would add, most
    /// first. As old as the pass.
    outside: Vec<Vec<(f64, usize)>>,
    /// Members still to be tried in this pass, the last first.
    queue: Vec<Member>,
    /// Whether this pass changed anything, so that another is needed.
    has_changed: bool,
    /// The list without the member at hand, or with it at another level.
    other: Profile,
    /// What may take the place of the member at hand.
    rivals: Vec<Member>,
    room: Vec<f64>,
    evaluations: usize,
}

#[derive(Clone, Copy, Debug)]
enum Exchange {
    /// The member leaves, this one comes.
    Program(Member),
    /// The member and this one change levels.
    Level(Member),
}

impl<'a> LocalSearch<'a> {
    pub(super) fn new(solution: Solution<'a>) -> LocalSearch<'a> {
        let room = vec![0.0; solution.instance.nodes()];
        let mut outside = Vec::new();
        outside.resize_with(solution.instance.specialties.len() * LEVELS, Vec::new);
        let mut local_search = LocalSearch {
            solution,
            outside,
            queue: Vec::new(),
            has_changed: false,
            other: Profile::default(),
            rivals: Vec::new(),
            room,
            evaluations: 0,
        };
        local_search.begin_pass();
        local_search
    }

    pub(super) fn into_solution(self) -> Solution<'a> {
        self.solution
    }

    /// Evaluations of a gain since the last call.
    pub(super) fn take_evaluations(&mut self) -> usize {
        std::mem::take(&mut self.evaluations)
    }

    /// Tries the exchanges of one member; false when the list cannot be improved so.
    pub(super) fn advance(&mut self) -> bool {
        if let Some(member) = self.queue.pop() {
            // An earlier exchange of this pass may have taken it out.
            if self.solution.level(member.program) == Some(member.level) {
                self.try_member(member);
            }
            return true;
        }
        if !self.has_changed {
            return false;
        }
        self.fill();
        self.begin_pass();
        true
    }

    fn begin_pass(&mut self) {
        let mut gains = Vec::new();
        self.solution.gains(&mut gains);
        self.evaluations += gains.len();
        for list in &mut self.outside {
            list.clear();
        }
        // What cannot replace the weakest member need not be sorted.
        let mut floor = f64::INFINITY;
        for at in 0..self.solution.members().len() {
            floor = floor.min(self.floor_of(self.solution.members()[at]));
        }
        for (program, gains) in gains.chunks(LEVELS).enumerate() {
            if self.solution.level(program).is_some() {
                continue;
            }
            let class = self.solution.instance.items[program].specialty * LEVELS;
            for (list, gain) in self.outside[class..].iter_mut().zip(gains) {
                if *gain > floor {
                    list.push((*gain, program));
                }
            }
        }
        for list in &mut self.outside {
            // Equals stay in the order of programs.
            ordering::sort_by(list, |a, b| b.0.total_cmp(&a.0));
        }
        self.queue.clear();
        // What has no signal can only make room for something outside.
        let members = self.solution.members();
        let is_outside_worth =
            self.outside.iter().any(|list| !list.is_empty()) && members.len() <= MOST_EXCHANGED;
        let matters = |member: &&Member| is_outside_worth || member.level > Level::Plain;
        self.queue.extend(members.iter().rev().filter(matters));
        self.has_changed = false;
    }

    /// Uses what an exchange may have freed.
    fn fill(&mut self) {
        let rule = Rule {
            measure: Measure::Gain,
            signals: Signals::Together,
        };
        let mut builder = Builder::new(self.solution.clone(), rule, None);
        while builder.pick() {}
        self.evaluations += builder.take_evaluations();
        self.solution = builder.into_solution();
    }

    fn try_member(&mut self, member: Member) {
        let value = self.solution.value();
        let mut best = (value + LEAST_RISE * value, None);
        self.find_rivals(member);
        if !self.rivals.is_empty() {
            self.try_rivals(member, &mut best);
        }
        if member.level > Level::Plain {
            self.try_levels(member, &mut best);
        }
        match best.1 {
            Some(Exchange::Program(other)) => self.solution.replace(member.program, other),
            Some(Exchange::Level(other)) => self.solution.exchange(member, other),
            None => return,
        }
        self.has_changed = true;
    }

    /// What a program must add beside a member, at least, to be worth more in its place: without
    /// the member it adds at most that divided by the member's chance to fail.
    fn floor_of(&mut self, member: Member) -> f64 {
        let instance = self.solution.instance;
        if instance.items[member.program].is_pinned() {
            return f64::INFINITY;
        }
        let p = instance.success(member.program, member.level);
        let profile = self.solution.profile();
        profile.room_without(instance, member, &mut self.room);
        self.evaluations += 1;
        let loss = dot(p, &self.room);
        let fails = 1.0 - p.iter().fold(0.0f64, |most, p| most.max(*p));
        // Rounding must not shut anything out.
        loss * fails * (1.0 - 1e-9)
    }

    /// Lists what may be worth more than a member in its place.
    fn find_rivals(&mut self, member: Member) {
        self.rivals.clear();
        let instance = self.solution.instance;
        let item = instance.items[member.program];
        if item.is_pinned() {
            return;
        }
        let floor = self.floor_of(member);
        for specialty in 0..instance.specialties.len() {
            if !self.solution.can_move(Some(item.specialty), specialty) {
                continue;
            }
            for level in Level::ALL {
                if !self.solution.has_slot(specialty, level, Some(member)) {
                    continue;
                }
                let list = &self.outside[specialty * LEVELS + level.index()];
                let able = list.iter().take_while(|(gain, _)| *gain > floor);
                let rivals = able.map(|(_, program)| *program);
                let rivals = rivals.filter(|program| self.solution.level(*program).is_none());
                self.rivals
                    .extend(rivals.map(|program| Member { program, level }));
            }
        }
    }

    fn try_rivals(&mut self, member: Member, best: &mut (f64, Option<Exchange>)) {
        let instance = self.solution.instance;
        let members = self.solution.members().iter().copied();
        let others = members.filter(|other| other.program != member.program);
        self.other.set(instance, others);
        self.evaluations += self.solution.members().len() + self.rivals.len();
        for rival in &self.rivals {
            let gain = self.other.gain(instance, rival.program, rival.level);
            let value = self.other.value() + gain;
            if value > best.0 {
                *best = (value, Some(Exchange::Program(*rival)));
            }
        }
    }

    /// Exchanges with members of a weaker level; those of a stronger one try it themselves.
    fn try_levels(&mut self, member: Member, best: &mut (f64, Option<Exchange>)) {
        let instance = self.solution.instance;
        let item = instance.items[member.program];
        for level in Level::ALL.into_iter().filter(|level| *level < member.level) {
            if !item.offers(level) {
                continue;
            }
            self.other.clone_from(self.solution.profile());
            self.other.put(instance, with_level(member, level));
            self.evaluations += self.solution.members().len();
            for other in self.solution.members() {
                let theirs = &instance.items[other.program];
                let is_fit = theirs.specialty == item.specialty
                    && other.level == level
                    && theirs.offers(member.level);
                if !is_fit {
                    continue;
                }
                self.other.room_without(instance, *other, &mut self.room);
                self.evaluations += 1;
                let rise = (self.solution).rise(other.program, level, member.level, &self.room);
                let value = self.other.value() + rise;
                if value > best.0 {
                    *best = (value, Some(Exchange::Level(*other)));
                }
            }
        }
    }
}

/// The list without one member, which may not come back, filled up again: finds what one exchange
/// cannot, such as two cheap programs for a dear one, or a signal that moves on.
pub(super) fn refilled<'a>(
    solution: &Solution<'a>,
    without: Member,
    evaluations: &mut usize,
) -> Solution<'a> {
    let members = solution.members().iter().copied();
    let others: Vec<Member> = members.filter(|m| m.program != without.program).collect();
    let rule = Rule {
        measure: Measure::Gain,
        signals: Signals::Together,
    };
    let start = Solution::of(solution.instance, &others);
    let mut builder = Builder::new(start, rule, Some(without.program));
    while builder.pick() {}
    *evaluations += builder.take_evaluations();
    builder.into_solution()
}
