//! Single changes to a list by hand: the best to add, the weakest, and one for the other.

use super::{Application, Prospects, outcome};
use crate::catalog::ProgramIndex;

/// How many programs are tried on each side.
const TRIED: usize = 4;
/// The same on a list so long that each trial takes its time.
const TRIED_ON_LONG: usize = 2;
/// Applications from which a list is long.
const LONG: usize = 150;

/// One program for another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// The program that leaves, if one does.
    pub out: Option<ProgramIndex>,
    /// The program that joins, if one does.
    pub into: Option<ProgramIndex>,
    /// By how much the list's expected worth rises.
    pub worth: f64,
    /// By how much its chance to match rises; below 0 where it falls.
    pub p_match: f64,
}

/// The best changes that were found.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Moves {
    /// The program that adds most.
    pub add: Option<Move>,
    /// The exchange that raises the list's worth most; `None` if none of those tried does.
    pub swap: Option<Move>,
}

/// Tries the programs best by value that are not on the list and not `excluded`, ascending, and
/// each of them instead of the last of the list by `weakest`, indices in the list from the
/// weakest on. Who joins is sent without a signal.
#[must_use]
pub fn moves(
    prospects: &Prospects<'_>,
    list: &[Application],
    weakest: &[usize],
    excluded: &[ProgramIndex],
) -> Moves {
    let now = outcome(prospects, list).figures;
    let tried = if list.len() < LONG {
        TRIED
    } else {
        TRIED_ON_LONG
    };
    let is_new = |index: &usize| {
        let program = prospects.rows().get(*index).map(|row| row.program);
        list.iter().all(|on| on.index != *index)
            && program.is_some_and(|program| excluded.binary_search(&program).is_err())
    };
    let others: Vec<usize> = (0..prospects.rows().len())
        .filter(is_new)
        .take(tried)
        .collect();
    let program = |index: usize| prospects.rows().get(index).map(|row| row.program);
    let change = |out: Option<usize>, into: usize| {
        let mut changed = list.to_vec();
        let joins = Application::plain(into);
        match out.and_then(|at| changed.get_mut(at)) {
            Some(sent) => *sent = joins,
            None => changed.push(joins),
        }
        let figures = outcome(prospects, &changed).figures;
        Move {
            out: out.and_then(|at| program(list.get(at)?.index)),
            into: program(into),
            worth: figures.utility - now.utility,
            p_match: figures.p_match - now.p_match,
        }
    };
    let add = others.iter().map(|into| change(None, *into));
    let swaps = weakest.iter().take(tried).flat_map(|out| {
        let change = &change;
        others.iter().map(move |into| change(Some(*out), *into))
    });
    Moves {
        add: best(add),
        swap: best(swaps).filter(|swap| swap.worth > 1e-9),
    }
}

fn best(moves: impl Iterator<Item = Move>) -> Option<Move> {
    moves.reduce(|best, other| {
        if other.worth > best.worth {
            other
        } else {
            best
        }
    })
}
