//! One sort for the whole house.
//!
//! The library's sort is compiled anew for every type, some four kilobytes of wasm each. These
//! functions sort indices instead of rows, through a comparison behind a pointer, so that there
//! is one. The ranking itself, which is timed, sorts its rows directly.

use std::cmp::Ordering;

/// Sorts rows by a comparison; equal rows keep their order.
pub fn sort_by<T>(rows: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let indices = sorted_indices(rows.len(), &mut |a, b| match (rows.get(a), rows.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    arrange(rows, indices);
}

/// Sorts rows by a key; equal keys keep their order.
pub fn sort_by_key<T, K: Ord>(rows: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(rows, |a, b| key(a).cmp(&key(b)));
}

/// Sorts rows by a key that is dear to make, so made once for each; equal keys keep their order.
pub fn sort_by_cached_key<T, K: Ord>(rows: &mut Vec<T>, key: impl Fn(&T) -> K) {
    let keys: Vec<K> = rows.iter().map(key).collect();
    let indices = sorted_indices(rows.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b)));
    arrange(rows, indices);
}

fn sorted_indices(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_by(|a, b| compare(*a, *b));
    indices
}

/// Puts rows in the order of the indices that a sort gave: each once.
fn arrange<T>(rows: &mut Vec<T>, indices: Vec<usize>) {
    let mut left: Vec<Option<T>> = rows.drain(..).map(Some).collect();
    rows.extend(
        indices
            .into_iter()
            .filter_map(|at| left.get_mut(at).and_then(Option::take)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_rows_keep_their_order() {
        let mut rows = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd'), (0, 'e')];
        let mut by_key = rows.clone();
        let mut by_cached_key = rows.clone();
        sort_by(&mut rows, |a, b| a.0.cmp(&b.0));
        sort_by_key(&mut by_key, |row| row.0);
        sort_by_cached_key(&mut by_cached_key, |row| row.0);
        assert_eq!(rows, [(0, 'e'), (1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
        assert_eq!(by_key, rows);
        assert_eq!(by_cached_key, rows);
    }

    #[test]
    fn nothing_sorts_to_nothing() {
        let mut rows: Vec<u8> = Vec::new();
        sort_by_key(&mut rows, |row| *row);
        assert!(rows.is_empty());
    }
}
