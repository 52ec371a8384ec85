//! A solution in the sense of search: a list with its counts, complete or not, what may still be
//! done with it, and what that would add.

use super::profile::{Member, Profile, dot};
use crate::portfolio::instance::Instance;
use crate::portfolio::level::{LEVELS, Level};

/// A list within the limits, or on its way to one.
#[derive(Clone, Debug)]
pub(super) struct Solution<'a> {
    pub(super) instance: &'a Instance,
    profile: Profile,
    /// For each program its level, if it is in the list.
    levels: Vec<Option<Level>>,
    counts: Vec<usize>,
    used: Vec<[usize; LEVELS]>,
}

impl<'a> Solution<'a> {
    /// The pins alone, each at its weakest level.
    pub(super) fn of_pins(instance: &'a Instance) -> Solution<'a> {
        let pins = instance
            .items
            .iter()
            .enumerate()
            .filter_map(|(program, item)| {
                let level = Level::ALL.into_iter().find(|level| item.offers(*level))?;
                item.is_pinned().then_some(Member { program, level })
            });
        let pins: Vec<Member> = pins.collect();
        Solution::of(instance, &pins)
    }

    /// Every program that may be in, if all of them can be in together.
    pub(super) fn of_all(instance: &'a Instance) -> Option<Solution<'a>> {
        let open = instance
            .items
            .iter()
            .filter(|item| !item.is_excluded())
            .count();
        let most: usize = instance.specialties.iter().map(|s| s.most).sum();
        let fits = instance.can_complete(instance.specialties.iter().map(|s| s.most));
        let members = instance
            .items
            .iter()
            .enumerate()
            .filter_map(|(program, item)| {
                let level = Level::ALL.into_iter().find(|level| item.offers(*level))?;
                Some(Member { program, level })
            });
        (fits && most == open).then(|| Solution::of(instance, &members.collect::<Vec<_>>()))
    }

    /// A given list, in order of falling utility.
    pub(super) fn of(instance: &'a Instance, members: &[Member]) -> Solution<'a> {
        let mut solution = Solution {
            instance,
            profile: Profile::default(),
            levels: vec![None; instance.items.len()],
            counts: vec![0; instance.specialties.len()],
            used: vec![[0; LEVELS]; instance.specialties.len()],
        };
        for member in members {
            solution.count_in(*member);
        }
        solution.profile.set(instance, members.iter().copied());
        solution
    }

    pub(super) fn profile(&self) -> &Profile {
        &self.profile
    }

    pub(super) fn members(&self) -> &[Member] {
        self.profile.members()
    }

    pub(super) fn value(&self) -> f64 {
        self.profile.value()
    }

    pub(super) fn level(&self, program: usize) -> Option<Level> {
        self.levels[program]
    }

    /// Applications by specialty.
    pub(super) fn counts(&self) -> &[usize] {
        &self.counts
    }

    /// What the list costs.
    pub(super) fn cost(&self) -> u64 {
        let costs = self.instance.specialties.iter().zip(&self.counts);
        costs.fold(0, |sum, (bounds, count)| {
            sum.saturating_add(bounds.cost(*count))
        })
    }

    /// What one more application in a specialty costs.
    pub(super) fn price(&self, specialty: usize) -> u64 {
        let bounds = &self.instance.specialties[specialty];
        let count = self.counts[specialty];
        bounds.cost(count + 1).saturating_sub(bounds.cost(count))
    }

    /// Whether one more application in a specialty leaves room for every minimum.
    pub(super) fn can_add(&self, specialty: usize) -> bool {
        self.can_move(None, specialty)
    }

    /// Whether an application may go from a specialty to another.
    pub(super) fn can_move(&self, from: Option<usize>, to: usize) -> bool {
        if from == Some(to) {
            return true;
        }
        let counts = self.counts.iter().enumerate().map(|(s, count)| {
            // `from` is the specialty of a member, so its count is not zero.
            (count + usize::from(s == to)).saturating_sub(usize::from(from == Some(s)))
        });
        let short = from.is_some_and(|s| self.counts[s] <= self.instance.specialties[s].least);
        !short && self.instance.can_complete(counts)
    }

    /// Whether a level is still to be had in a specialty, if `freed` gives back its own.
    pub(super) fn has_slot(&self, specialty: usize, level: Level, freed: Option<Member>) -> bool {
        let used = self.used[specialty][level.index()];
        let back = freed.is_some_and(|member| {
            member.level == level && self.instance.items[member.program].specialty == specialty
        });
        used - usize::from(back) < self.instance.specialties[specialty].slots[level.index()]
    }

    /// Whether every minimum is met.
    pub(super) fn is_complete(&self) -> bool {
        let needs = self.instance.specialties.iter().zip(&self.counts);
        needs
            .into_iter()
            .all(|(bounds, count)| *count >= bounds.least)
    }

    /// Adds a program, or sets the level of a member.
    pub(super) fn put(&mut self, member: Member) {
        self.count_out(member.program);
        self.count_in(member);
        self.profile.put(self.instance, member);
    }

    /// Takes a program out and another in.
    pub(super) fn replace(&mut self, out: usize, member: Member) {
        self.count_out(out);
        self.count_in(member);
        self.profile.replace(self.instance, out, member);
    }

    /// Lets two members of one specialty change levels.
    pub(super) fn exchange(&mut self, a: Member, b: Member) {
        let (new_a, new_b) = (with_level(a, b.level), with_level(b, a.level));
        for member in [new_a, new_b] {
            self.count_out(member.program);
        }
        self.count_in(new_a);
        self.count_in(new_b);
        self.profile.put(self.instance, new_a);
        self.profile.put(self.instance, new_b);
    }

    fn count_in(&mut self, member: Member) {
        let specialty = self.instance.items[member.program].specialty;
        self.levels[member.program] = Some(member.level);
        self.counts[specialty] += 1;
        self.used[specialty][member.level.index()] += 1;
    }

    fn count_out(&mut self, program: usize) {
        if let Some(level) = self.levels[program].take() {
            let specialty = self.instance.items[program].specialty;
            self.counts[specialty] -= 1;
            self.used[specialty][level.index()] -= 1;
        }
    }

    /// What a program would add at a level, beside what it already brings; zero if it stands at
    /// that level or above.
    pub(super) fn gain(&self, program: usize, level: Level, room: &mut [f64]) -> f64 {
        let Some(present) = self.levels[program] else {
            return self.profile.gain(self.instance, program, level);
        };
        if level <= present {
            return 0.0;
        }
        let member = Member {
            program,
            level: present,
        };
        self.profile.room_without(self.instance, member, room);
        self.rise(program, present, level, room)
    }

    /// What rising from a level to another adds, given what sure success would.
    pub(super) fn rise(&self, program: usize, from: Level, to: Level, room: &[f64]) -> f64 {
        let upper = dot(self.instance.success(program, to), room);
        upper - dot(self.instance.success(program, from), room)
    }

    /// What every program adds at every level: program, then level. Where a level is not offered,
    /// minus infinity.
    pub(super) fn gains(&self, gains: &mut Vec<f64>) {
        gains.clear();
        let mut room = vec![0.0; self.instance.nodes()];
        let mut index = 0;
        for (program, item) in self.instance.items.iter().enumerate() {
            while self
                .members()
                .get(index)
                .is_some_and(|m| m.program < program)
            {
                index += 1;
            }
            let present = self.levels[program];
            match present {
                Some(level) => {
                    let member = Member { program, level };
                    self.profile.room_without(self.instance, member, &mut room);
                }
                None => self.profile.room(self.instance, program, index, &mut room),
            }
            gains.extend(Level::ALL.map(|level| match present {
                _ if !item.offers(level) => f64::NEG_INFINITY,
                Some(present) if level <= present => 0.0,
                Some(present) => self.rise(program, present, level, &room).max(0.0),
                None => dot(self.instance.success(program, level), &room),
            }));
        }
    }
}

/// The same program at another level.
pub(super) fn with_level(member: Member, level: Level) -> Member {
    Member { level, ..member }
}
