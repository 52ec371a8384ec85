//! The order of rows.

use engine::ordering;
use std::cmp::Ordering;

use super::row::{Row, RowStatus, TableInput};
use super::{Browse, Show, Sort};
use engine::catalog::ByProgram;
use engine::ranking::Ranked;

/// Sorts rows that stand in the order of the ranking; equal rows keep that order.
pub(super) fn sort(
    input: &TableInput<'_>,
    browse: &Browse,
    ranks: &ByProgram<Option<u16>>,
    rows: &mut Vec<Row>,
) {
    let program = |row: &Row| input.catalog.get(row.program);
    let name = |row: &Row| program(row).map(|p| p.name.to_ascii_lowercase());
    match browse.sort {
        Sort::Value => {
            match browse.table() {
                Show::Elsewhere => {
                    ordering::sort_by_cached_key(rows, |row| {
                        program(row).map(|p| (p.specialty(), p.state))
                    });
                }
                Show::Shut => ordering::sort_by_key(rows, |row| match row.status {
                    RowStatus::Shut(shut) => Some(shut.by.gate),
                    _ => None,
                }),
                _ => {}
            }
            ordering::sort_by_key(rows, |row| ranks.get(row.program).flatten().unwrap_or(0));
        }
        Sort::Interview => by_number(rows, |ranked| ranked.p_interview),
        Sort::Match => by_number(rows, |ranked| ranked.p_match),
        Sort::Preference => by_number(rows, |ranked| ranked.t),
        Sort::Name => ordering::sort_by_cached_key(rows, name),
        Sort::State => {
            ordering::sort_by_cached_key(rows, |row| {
                (program(row).map(|p| p.state.label()), name(row))
            });
        }
        Sort::Distance => {
            let miles = |row: &Row| {
                let near = input.preferences.near.as_ref()?;
                Some(program(row)?.point?.miles_to(near.point))
            };
            ordering::sort_by(rows, |a, b| nearest_first(miles(a), miles(b)));
        }
    }
}

/// Highest first; rows without a number last, in the order they have.
fn by_number(rows: &mut Vec<Row>, number: impl Fn(&Ranked) -> f64) {
    ordering::sort_by(rows, |a, b| {
        let a = a.ranked().map(&number);
        let b = b.ranked().map(&number);
        nearest_first(a.map(|n| -n), b.map(|n| -n))
    });
}

fn nearest_first(a: Option<f64>, b: Option<f64>) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) => a.total_cmp(&b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    }
}
