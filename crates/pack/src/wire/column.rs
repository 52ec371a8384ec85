//! Columns: how a few thousand values that repeat become a few bytes each.

use serde::{Deserialize, Serialize};

use super::numbers::Numbers;

/// Values that repeat, as a table in the order of first use and one symbol a row.
///
/// Rows come in groups (here: programs that bear one name). A symbol is
///
/// ```text
/// 0      as in the last row of the same group
/// 1      the next entry of the table that was not used yet
/// 2 + k  the entry k places before the newest used one
/// ```
///
/// Most rows repeat their group or start a new entry, so most symbols are 0 or 1.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Column<T> {
    /// Distinct values in the order of first use.
    pub table: T,
    /// One symbol a row.
    pub symbols: Numbers,
}

/// Short texts one after the other, each ended by a line feed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts(pub String);

impl Texts {
    /// The texts in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.split_terminator('\n')
    }
}

/// Row numbers, ascending, each as its distance from the one before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows(pub Numbers);

impl Rows {
    /// The row numbers; `None` in place of one that no `u32` holds.
    pub fn iter(&self) -> impl Iterator<Item = Option<u32>> {
        self.0.iter_u32().scan(Some(0u32), |at, step| {
            *at = at.and_then(|at| at.checked_add(step?));
            Some(*at)
        })
    }
}

/// Turns the symbols of a [`Column`] into places in its table.
///
/// `groups` holds the group of each row as a number below `group_count`. `None` if a symbol
/// points outside the table, if the lengths differ, or if a group repeats before it has begun.
#[must_use]
pub fn indices(
    symbols: &Numbers,
    table_len: usize,
    groups: &[u32],
    group_count: usize,
) -> Option<Vec<u32>> {
    let mut last: Vec<Option<u32>> = vec![None; group_count];
    let mut used = 0u32;
    let mut indices = Vec::with_capacity(groups.len());
    let mut symbols = symbols.iter_u32();
    for group in groups {
        let symbol = symbols.next()??;
        let last = last.get_mut(usize::try_from(*group).ok()?)?;
        let index = match symbol {
            0 => (*last)?,
            1 => {
                used = used.checked_add(1)?;
                used.checked_sub(1)?
            }
            back => used.checked_sub(1)?.checked_sub(back.checked_sub(2)?)?,
        };
        if usize::try_from(index).ok()? >= table_len {
            return None;
        }
        *last = Some(index);
        indices.push(index);
    }
    symbols.next().is_none().then_some(indices)
}

/// The opposite of [`indices`]: the symbols of rows, and for each entry of the table the first
/// row that uses it.
#[must_use]
pub fn symbols<V: PartialEq + Ord>(values: &[V], groups: &[u32]) -> (Vec<usize>, Numbers) {
    let mut first_rows: Vec<usize> = Vec::new();
    let mut place_of: std::collections::BTreeMap<&V, u32> = std::collections::BTreeMap::new();
    let mut last: std::collections::BTreeMap<u32, u32> = std::collections::BTreeMap::new();
    let mut symbols = Numbers::default();
    for (row, (value, group)) in values.iter().zip(groups).enumerate() {
        let known = place_of.get(value).copied();
        let newest = (place_of.len() as u32).wrapping_sub(1);
        let (index, symbol) = match known {
            Some(index) if last.get(group) == Some(&index) => (index, 0),
            Some(index) => (index, 2 + (newest - index)),
            None => {
                let index = place_of.len() as u32;
                place_of.insert(value, index);
                first_rows.push(row);
                (index, 1)
            }
        };
        last.insert(*group, index);
        symbols.push(u64::from(symbol));
    }
    (first_rows, symbols)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn symbols_and_places_are_opposites(rows in prop::collection::vec((0u8..6, 0u32..4), 0..60)) {
            let values: Vec<u8> = rows.iter().map(|(v, _)| *v).collect();
            let groups: Vec<u32> = rows.iter().map(|(_, g)| *g).collect();
            let (first, symbols) = symbols(&values, &groups);
            let table: Vec<u8> = first.iter().map(|row| values[*row]).collect();
            let indices = indices(&symbols, table.len(), &groups, 4).unwrap();
            let back: Vec<u8> = indices.iter().map(|p| table[*p as usize]).collect();
            prop_assert_eq!(back, values);
        }

        #[test]
        fn any_symbols_are_answered(
            symbols in prop::collection::vec(any::<u64>(), 0..20),
            table in 0usize..4,
        ) {
            let groups = vec![0; symbols.len()];
            let symbols = symbols.into_iter().collect();
            let _ = indices(&symbols, table, &groups, 1);
        }
    }

    #[test]
    fn a_group_cannot_repeat_what_it_never_had() {
        let run = |symbols: &[u64]| symbols.iter().copied().collect();
        assert_eq!(indices(&run(&[0]), 3, &[0], 1), None);
        assert_eq!(indices(&run(&[1, 1]), 1, &[0, 0], 1), None);
        assert_eq!(indices(&run(&[1, 0]), 1, &[0], 1), None);
        assert_eq!(indices(&run(&[1]), 1, &[0, 0], 1), None);
        let all = indices(&run(&[1, 0, 2]), 1, &[0, 0, 0], 1);
        assert_eq!(all, Some(vec![0, 0, 0]));
    }

    #[test]
    fn rows_past_the_largest_number_are_none() {
        let rows: Vec<_> = Rows([3, 2, u64::from(u32::MAX)].into_iter().collect())
            .iter()
            .collect();
        assert_eq!(rows, [Some(3), Some(5), None]);
    }
}
