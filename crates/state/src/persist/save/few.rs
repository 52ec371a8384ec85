//! Sequences and maps of the saved file, read as far as anything of ours goes.
//!
//! A map is read as its pairs: whoever takes them over looks each up once, in what is bounded.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::persist::bounds::PROGRAMS;

/// Most rows that are read of any part of the file: no part of ours holds more.
const MOST: usize = PROGRAMS;

/// A sequence: its first rows, and how many came after them.
#[derive(Debug)]
pub(super) struct Few<T> {
    rows: Vec<T>,
    beyond: usize,
}

impl<T> Default for Few<T> {
    fn default() -> Self {
        Few {
            rows: Vec::new(),
            beyond: 0,
        }
    }
}

impl<T> FromIterator<T> for Few<T> {
    fn from_iter<I: IntoIterator<Item = T>>(rows: I) -> Self {
        Few {
            rows: rows.into_iter().collect(),
            beyond: 0,
        }
    }
}

impl<T> Few<T> {
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The first `most` rows; the others are counted.
    pub(super) fn first(mut self, most: usize, left_out: &mut usize) -> std::vec::IntoIter<T> {
        *left_out += self.beyond + self.rows.len().saturating_sub(most);
        self.rows.truncate(most);
        self.rows.into_iter()
    }

    fn is_full(&self) -> bool {
        self.rows.len() >= MOST
    }
}

/// A map as its pairs, in the order of the file.
#[derive(Debug)]
pub(super) struct Pairs<V>(Few<(String, V)>);

impl<V> Default for Pairs<V> {
    fn default() -> Self {
        Pairs(Few::default())
    }
}

impl<V> FromIterator<(String, V)> for Pairs<V> {
    fn from_iter<I: IntoIterator<Item = (String, V)>>(pairs: I) -> Self {
        Pairs(pairs.into_iter().collect())
    }
}

impl<V> Pairs<V> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first `most` pairs; the others are counted.
    pub(super) fn first(
        self,
        most: usize,
        left_out: &mut usize,
    ) -> std::vec::IntoIter<(String, V)> {
        self.0.first(most, left_out)
    }
}

impl<T: Serialize> Serialize for Few<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(&self.rows)
    }
}

impl<V: Serialize> Serialize for Pairs<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.rows.iter().map(|(key, value)| (key, value)))
    }
}

/// What reads either.
struct Reading<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Reading<Few<T>> {
    type Value = Few<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Few<T>, A::Error> {
        let mut few = Few::default();
        while !few.is_full() {
            match all.next_element()? {
                Some(row) => few.rows.push(row),
                None => return Ok(few),
            }
        }
        // Whatever they are: they are not kept.
        while all.next_element::<IgnoredAny>()?.is_some() {
            few.beyond += 1;
        }
        Ok(few)
    }
}

impl<'de, V: Deserialize<'de>> Visitor<'de> for Reading<Pairs<V>> {
    type Value = Pairs<V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut all: A) -> Result<Pairs<V>, A::Error> {
        let mut few = Few::default();
        while !few.is_full() {
            match all.next_entry()? {
                Some(pair) => few.rows.push(pair),
                None => return Ok(Pairs(few)),
            }
        }
        while all.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
            few.beyond += 1;
        }
        Ok(Pairs(few))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Few<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Reading(PhantomData::<Few<T>>))
    }
}

impl<'de, V: Deserialize<'de>> Deserialize<'de> for Pairs<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Reading(PhantomData::<Pairs<V>>))
    }
}

/// A text as far as its bound goes; what is cut off counts as one row left out.
pub(super) fn cut(mut text: String, most: usize, left_out: &mut usize) -> String {
    if let Some((end, _)) = text.char_indices().nth(most) {
        text.truncate(end);
        *left_out += 1;
    }
    text
}
