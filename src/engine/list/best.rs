//! The question of the best list, in the words of the solver.

use super::Prospects;
use super::belief::STRICTNESS;
use super::weights;
use crate::engine::catalog::ProgramIndex;
use crate::engine::portfolio::fault::Fault;
use crate::engine::portfolio::{Chances, Draft, Instance, Program, Specialty, Wish};

/// What a list may be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Limits {
    /// Most applications in all.
    pub most: usize,
    /// Programs that are on it whatever they bring, ascending.
    pub pinned: Vec<ProgramIndex>,
    /// Programs that are not, ascending.
    pub excluded: Vec<ProgramIndex>,
}

/// The instance whose programs are the prospects, in their order, at every node of strictness
/// and strength.
///
/// Sponsors are not in it: the solver takes programs for independent at a node. An open question
/// that two programs share makes them hang together more, which lowers a list's worth, so the
/// solver's bound stays a bound; what is shown of the list found is worked out with sponsors.
///
/// # Errors
/// If more programs are pinned than the list may hold.
pub fn instance(prospects: &Prospects<'_>, limits: &Limits) -> Result<Instance, Fault> {
    let nodes = STRICTNESS
        .iter()
        .flat_map(|(_, likely)| weights().map(|weight| weight * likely));
    let mut all: Vec<f64> = nodes.collect();
    // The rule's weights sum to one but for the last digit, which the solver asks for.
    let sum: f64 = all.iter().sum();
    all.iter_mut().for_each(|weight| *weight /= sum);
    let programs = prospects.rows().iter().map(|prospect| {
        let at = |chances: &[f64; 9]| {
            let each = STRICTNESS.iter().flat_map(|(score, _)| {
                let (sponsor, own) = prospect.belief.at(*score);
                chances.map(|chance| sponsor * own * chance)
            });
            Chances::plain(each.collect())
        };
        let is_in = |set: &[ProgramIndex]| set.binary_search(&prospect.program).is_ok();
        Program {
            id: u64::from(prospect.program.0),
            t: prospect.t,
            specialty: prospect.choice,
            success: at(&prospect.chances.success),
            interview: Some(at(&prospect.chances.interview)),
            wish: match (is_in(&limits.pinned), is_in(&limits.excluded)) {
                (true, _) => Wish::Pinned,
                (false, true) => Wish::Excluded,
                (false, false) => Wish::Free,
            },
        }
    });
    Instance::new(Draft {
        weights: all,
        programs: programs.collect(),
        specialties: vec![Specialty::unlimited(); prospects.choices()],
        budget: None,
        max_applications: Some(limits.most),
    })
}
