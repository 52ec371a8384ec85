//! The programs of one sponsor on a list, and the chance that none of them comes to anything.

use super::Prospect;
use super::belief::Belief;
use crate::ordering;

/// Members of one sponsor whose answer is open, or one program by itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Places in the list, the likeliest to open first.
    pub(super) members: Vec<usize>,
}

/// Which of a program's two chances counts.
pub(super) type Which = fn(&Prospect) -> &[f64; 9];

/// An interview that ends in a match.
pub(super) fn success(prospect: &Prospect) -> &[f64; 9] {
    &prospect.chances.success
}

/// An interview.
pub(super) fn interview(prospect: &Prospect) -> &[f64; 9] {
    &prospect.chances.interview
}

/// The groups of a list.
pub(super) fn groups(list: &[Prospect]) -> Vec<Group> {
    let mut order: Vec<usize> = (0..list.len()).collect();
    let key = |member: &usize| {
        let belief = list.get(*member).map(|prospect| prospect.belief);
        belief.map(|b| (b.rests_on_sponsor(), b.who))
    };
    ordering::sort_by(&mut order, |a, b| {
        let belief = |member: &usize| list.get(*member).map_or(0.0, |p| p.belief.sponsor);
        key(a)
            .cmp(&key(b))
            .then_with(|| belief(b).total_cmp(&belief(a)))
            .then_with(|| a.cmp(b))
    });
    let mut groups: Vec<Group> = Vec::new();
    let mut last = None;
    for member in order {
        let this = key(&member).filter(|(shared, _)| *shared);
        match groups.last_mut() {
            Some(group) if this.is_some() && this == last => group.members.push(member),
            _ => groups.push(Group {
                members: vec![member],
            }),
        }
        last = this;
    }
    groups
}

impl Group {
    /// The chance that nothing comes of the group's members, where `chance` gives a member's
    /// chance with its gates open and `belief` what is believed of them.
    pub(super) fn none(
        &self,
        score: f64,
        belief: impl Fn(usize) -> Belief,
        chance: impl Fn(usize) -> f64,
    ) -> f64 {
        let of = |member: &usize| {
            let (sponsor, own) = belief(*member).at(score);
            (sponsor, own * chance(*member))
        };
        let is_in_order = self.members.is_sorted_by(|a, b| of(a).0 >= of(b).0);
        if is_in_order {
            return missed(self.members.iter().map(of));
        }
        // A strict season can move the less likely one further than the one before it.
        let mut members: Vec<(f64, f64)> = self.members.iter().map(of).collect();
        ordering::sort_by(&mut members, |a, b| b.0.total_cmp(&a.0));
        missed(members.into_iter())
    }
}

/// The chance that all miss, of the belief that the sponsor's answer opens each and its chance
/// then, the likeliest to open first: what opens one opens all before it.
fn missed(members: impl Iterator<Item = (f64, f64)>) -> f64 {
    let mut none = 0.0;
    let mut all_missed = 1.0;
    let mut above = 1.0;
    for (sponsor, chance) in members {
        none += (above - sponsor) * all_missed;
        all_missed *= 1.0 - chance;
        above = sponsor;
    }
    none + above * all_missed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn believed(sponsor: f64, own: f64) -> Belief {
        Belief {
            sponsor,
            own,
            who: 7,
            moves: 0.0,
        }
    }

    /// A sponsor's answer falls in the first quarter (both take the visa), the second (only the
    /// first does) or the rest (neither): 0.25 * 0.5 * 0.8 + 0.25 * 0.5 + 0.5.
    #[test]
    fn one_answer_opens_the_programs_of_a_sponsor_in_turn() {
        let beliefs = [believed(0.5, 1.0), believed(0.25, 0.4)];
        let group = Group {
            members: vec![0, 1],
        };
        let none = group.none(0.0, |member| beliefs[member], |_| 0.5);
        assert!((none - 0.725).abs() < 1e-12, "{none}");
        // Independent answers would claim less: 0.75 * 0.95.
        assert!(none > 0.75 * 0.95);
    }

    #[test]
    fn a_program_by_itself_has_the_product() {
        let group = Group { members: vec![0] };
        let none = group.none(0.0, |_| believed(1.0, 0.3), |_| 0.2);
        assert!((none - (1.0 - 0.06)).abs() < 1e-12);
    }
}
