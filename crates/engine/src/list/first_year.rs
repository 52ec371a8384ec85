//! The first year that advanced positions need, from another program.

use super::super::catalog::ProgramIndex;
use super::super::eligibility::{Circumstances, GateSummary};
use super::super::ordering;
use super::super::program::Program;
use super::super::rank_input::RankInput;
use super::super::vocabulary::TrackKind;

/// Advanced positions of a list and where their first year could be spent.
///
/// No rate is published by which a chance at a one-year position could be told, so none is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FirstYear {
    /// Programs of the list whose known positions all start at PGY-2.
    pub advanced: Vec<ProgramIndex>,
    /// Programs of the list with one-year positions.
    pub on_list: Vec<ProgramIndex>,
    /// Others with one-year positions that are not shut to the applicant and lie in a state with
    /// advanced programs of the list: those in the same city first, then by how many advanced
    /// programs the state has on the list, then by ACGME id.
    pub near: Vec<ProgramIndex>,
}

/// Works it out; `None` for a list without advanced programs.
#[must_use]
pub fn first_year(input: &RankInput<'_>, list: &[ProgramIndex]) -> Option<FirstYear> {
    let catalog = input.catalog;
    let on_list = |wanted: &dyn Fn(&Program) -> bool| -> Vec<ProgramIndex> {
        let found = list.iter().copied();
        found
            .filter(|index| catalog.get(*index).is_some_and(wanted))
            .collect()
    };
    let advanced = on_list(&needs_first_year);
    if advanced.is_empty() {
        return None;
    }
    let there: Vec<&Program> = advanced.iter().filter_map(|at| catalog.get(*at)).collect();
    let circumstances = Circumstances::of(input);
    let all = catalog.specialties().iter();
    let mut near: Vec<((bool, usize), ProgramIndex)> = Vec::new();
    for (index, program) in all.flat_map(|specialty| catalog.indexed(specialty.code)) {
        if !program.is_one_year() || list.contains(&index) {
            continue;
        }
        let in_state = there.iter().filter(|other| other.state == program.state);
        let count = in_state.count();
        let is_shut = || {
            GateSummary::of(circumstances.readings(program))
                .shut
                .is_some()
        };
        if count > 0 && !is_shut() {
            let mut in_city = there.iter();
            let in_city = in_city.any(|o| o.state == program.state && o.city == program.city);
            near.push(((in_city, count), index));
        }
    }
    ordering::sort_by(&mut near, |a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    Some(FirstYear {
        advanced,
        on_list: on_list(&|program| program.has_track(TrackKind::OneYear)),
        near: near.into_iter().map(|(_, index)| index).collect(),
    })
}

/// Whether all that is known of a program's positions for new doctors starts at PGY-2.
fn needs_first_year(program: &Program) -> bool {
    let begins = [TrackKind::Categorical, TrackKind::Primary];
    program.has_track(TrackKind::Advanced) && !begins.iter().any(|kind| program.has_track(*kind))
}
