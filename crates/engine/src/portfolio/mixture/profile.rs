//! The value of a list under the mixture, laid out so that one more program costs one pass over
//! the nodes.
//!
//! With the list in order of falling utility, the chance at a node that its best success is worth
//! at most `s` is the product of `1 - p` over the programs worth more than `s`. A new program of
//! utility `t` and chance `p` adds `p` times the integral of that chance from 0 to `t`, and the
//! integral is a line between two neighbours in the list.

use crate::portfolio::instance::Instance;
use crate::portfolio::level::Level;

/// A program in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::portfolio) struct Member {
    /// Its index in [`Instance::items`].
    pub(in crate::portfolio) program: usize,
    pub(in crate::portfolio) level: Level,
}

/// A list with what a newcomer needs to know of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    /// In order of falling utility.
    members: Vec<Member>,
    /// For each number of members from the top and each node: the weight of the node times the
    /// chance that all of them fail.
    clear: Vec<f64>,
    /// For each member, and for a last one that is worth nothing, and each node: the weight times
    /// the integral of the chance that the list brings at most `s`, for `s` from 0 to its utility.
    room: Vec<f64>,
    value: f64,
}

impl Profile {
    pub(super) fn members(&self) -> &[Member] {
        &self.members
    }

    /// Expected utility of the best success.
    pub(super) fn value(&self) -> f64 {
        self.value
    }

    /// Makes this the profile of other members, in order of falling utility.
    pub(super) fn set(&mut self, instance: &Instance, members: impl Iterator<Item = Member>) {
        self.members.clear();
        self.members.extend(members);
        debug_assert!(self.members.is_sorted_by_key(|member| member.program));
        self.lay_out(instance);
    }

    /// Adds a member, or raises or lowers it if it is there.
    pub(super) fn put(&mut self, instance: &Instance, member: Member) {
        let index = self.index(member.program);
        match self.members.get_mut(index) {
            Some(there) if there.program == member.program => *there = member,
            _ => self.members.insert(index, member),
        }
        self.lay_out(instance);
    }

    /// Takes a member out and puts another in.
    pub(super) fn replace(&mut self, instance: &Instance, out: usize, member: Member) {
        self.members.retain(|there| there.program != out);
        self.put(instance, member);
    }

    fn lay_out(&mut self, instance: &Instance) {
        let nodes = instance.nodes();
        let length = (self.members.len() + 1) * nodes;
        self.clear.resize(length, 0.0);
        let mut rows = self.clear.chunks_exact_mut(nodes);
        let mut above = rows.next().unwrap_or_default();
        above.copy_from_slice(&instance.weights);
        for (member, row) in self.members.iter().zip(rows) {
            let p = instance.success(member.program, member.level);
            for ((clear, above), p) in row.iter_mut().zip(&*above).zip(p) {
                *clear = above * (1.0 - p);
            }
            above = row;
        }
        self.room.resize(length, 0.0);
        if let Some(last) = self.room.chunks_exact_mut(nodes).next_back() {
            last.fill(0.0);
        }
        let mut below = 0.0;
        for (at, member) in self.members.iter().enumerate().rev() {
            let t = instance.items[member.program].t;
            let (rooms, under) = self.room.split_at_mut((at + 1) * nodes);
            let clear = &self.clear[(at + 1) * nodes..];
            for ((room, under), clear) in rooms[at * nodes..].iter_mut().zip(under).zip(clear) {
                *room = *under + (t - below) * clear;
            }
            below = t;
        }
        self.value = value_of(instance, self.members.iter().copied());
    }

    /// How many members stand above a program in the order.
    pub(super) fn index(&self, program: usize) -> usize {
        self.members
            .partition_point(|member| member.program < program)
    }

    /// What sure success at a program would add at each node, times the node's weight, where so
    /// many members stand above it.
    pub(super) fn room(&self, instance: &Instance, program: usize, index: usize, room: &mut [f64]) {
        let nodes = instance.nodes();
        let next = self.members.get(index);
        let below = next.map_or(0.0, |member| instance.items[member.program].t);
        let above = instance.items[program].t - below;
        let (lines, clear) = (&self.room[index * nodes..], &self.clear[index * nodes..]);
        for ((room, line), clear) in room.iter_mut().zip(lines).zip(clear) {
            *room = line + above * clear;
        }
    }

    /// What a program that is not in the list would add.
    pub(super) fn gain(&self, instance: &Instance, program: usize, level: Level) -> f64 {
        let nodes = instance.nodes();
        let index = self.index(program);
        let next = self.members.get(index);
        let below = next.map_or(0.0, |member| instance.items[member.program].t);
        let above = instance.items[program].t - below;
        let (lines, clear) = (&self.room[index * nodes..], &self.clear[index * nodes..]);
        let p = instance.success(program, level);
        let terms = p.iter().zip(lines).zip(clear);
        terms
            .map(|((p, line), clear)| p * (line + above * clear))
            .sum()
    }

    /// What sure success at a member would add beside all others, at each node, times the node's
    /// weight. Every stretch below the member holds its chance to fail as a factor, so that is
    /// divided out; where it is zero the stretches are added up anew.
    pub(super) fn room_without(&self, instance: &Instance, member: Member, room: &mut [f64]) {
        let index = self.index(member.program);
        let rooms = &self.room[index * instance.nodes()..];
        let p = instance.success(member.program, member.level);
        for (node, ((room, beside), p)) in room.iter_mut().zip(rooms).zip(p).enumerate() {
            let fails = 1.0 - p;
            *room = if fails > 0.0 {
                beside / fails
            } else {
                self.stretches_below(instance, index, node)
            };
        }
    }

    fn stretches_below(&self, instance: &Instance, index: usize, node: usize) -> f64 {
        let mut clear = self.clear[index * instance.nodes() + node];
        let mut sum = 0.0;
        for (at, member) in self.members.iter().enumerate().skip(index) {
            if at > index {
                clear *= 1.0 - instance.success(member.program, member.level)[node];
            }
            let next = self.members.get(at + 1);
            let below = next.map_or(0.0, |next| instance.items[next.program].t);
            sum += (instance.items[member.program].t - below) * clear;
        }
        sum
    }
}

/// Nodes for which no memory is asked.
const MOST_INLINE: usize = 32;

/// The product of chances and rooms: what they add.
pub(super) fn dot(p: &[f64], room: &[f64]) -> f64 {
    p.iter().zip(room).map(|(p, room)| p * room).sum()
}

/// The value of a list in order of falling utility: at each node a scan from the least worth,
/// because each program stands above all that were seen before it.
pub(super) fn value_of(
    instance: &Instance,
    members: impl DoubleEndedIterator<Item = Member>,
) -> f64 {
    let nodes = instance.nodes();
    let mut inline = [0.0; MOST_INLINE];
    let mut spare = Vec::new();
    let values = if nodes <= MOST_INLINE {
        &mut inline[..nodes]
    } else {
        spare.resize(nodes, 0.0);
        &mut spare[..]
    };
    for member in members.rev() {
        let t = instance.items[member.program].t;
        let p = instance.success(member.program, member.level);
        for (value, p) in values.iter_mut().zip(p) {
            *value = (1.0 - p) * *value + p * t;
        }
    }
    dot(values, &instance.weights)
}
