//! The index from a catalog.
//!
//! Six thousand programs share some thousand texts: names, cities, states, specialties. Each is
//! folded once, so that building takes no long task.

use std::collections::HashMap;

use super::{Field, Posting, SearchIndex, Word, fold};
use crate::catalog::{Catalog, Specialty};
use crate::ordering;
use crate::program::Program;

/// Two spellings of one word; a program with either is found by both.
const TWINS: [(&str, &str); 3] = [("st", "saint"), ("mt", "mount"), ("ft", "fort")];

/// Words by number while the catalog is read.
#[derive(Debug, Default)]
struct Reader {
    /// Each word with the programs that carry it.
    words: Vec<(String, Vec<Posting>)>,
    /// The words of every text that was read; a word is a text too.
    read: HashMap<String, Vec<u32>>,
}

impl Reader {
    /// The words of a text, a word's other spelling among them.
    fn read(&mut self, text: &str) -> Vec<u32> {
        if let Some(known) = self.read.get(text) {
            return known.clone();
        }
        let folded = fold::words(text);
        let numbers = if folded.len() == 1 && folded.first().is_some_and(|word| word == text) {
            self.words.push((text.to_owned(), Vec::new()));
            vec![self.words.len() as u32 - 1]
        } else {
            folded.iter().flat_map(|word| self.read(word)).collect()
        };
        self.read.insert(text.to_owned(), numbers.clone());
        match twin(text) {
            // Its twin knows it by now, so that this ends.
            Some(twin) => {
                let both = [numbers, self.read(twin)].concat();
                self.read.insert(text.to_owned(), both.clone());
                both
            }
            None => numbers,
        }
    }

    /// Notes a text's posting with each of its words, once: programs arrive in order, so only the
    /// last can be the same.
    fn enter(&mut self, text: &str, posting: Posting) {
        for word in self.read(text) {
            let Some((_, postings)) = self.words.get_mut(word as usize) else {
                continue;
            };
            match postings.last_mut() {
                Some(last) if last.program == posting.program => {
                    last.field = last.field.min(posting.field);
                }
                _ => postings.push(posting),
            }
        }
    }
}

/// An index that is made step by step, so that no task is long.
#[derive(Debug, Default)]
pub(crate) struct Building {
    reader: Reader,
    /// Programs that are read already.
    read: usize,
}

impl Building {
    /// Programs of one step.
    const STEP: usize = 500;

    /// Reads some more programs; false once all are read.
    pub(crate) fn step(&mut self, catalog: &Catalog) -> bool {
        let all = (0_u32..).zip(catalog.programs());
        for (program, row) in all.skip(self.read).take(Self::STEP) {
            for (text, field) in texts(row, catalog.specialty(row.specialty())) {
                self.reader.enter(text, Posting { program, field });
            }
            // No other program has its id: nothing to look up.
            let field = Field::Id;
            let posting = Posting { program, field };
            self.reader.words.push((row.id.to_string(), vec![posting]));
        }
        self.read += Self::STEP;
        self.read < catalog.programs().len()
    }

    /// The index of what was read.
    pub(crate) fn finish(self, catalog: &Catalog) -> SearchIndex {
        self.reader.index(catalog.programs().len())
    }
}

impl SearchIndex {
    /// Reads every program of the catalog once.
    #[must_use]
    pub fn new(catalog: &Catalog) -> Self {
        let mut building = Building::default();
        while building.step(catalog) {}
        building.finish(catalog)
    }

    /// Reads passages: each a title, a part of it, and other words.
    #[must_use]
    pub fn of_passages<'a>(passages: impl Iterator<Item = [&'a str; 3]>) -> Self {
        let mut reader = Reader::default();
        let mut count = 0;
        for (program, texts) in (0_u32..).zip(passages) {
            let fields = [Field::Name, Field::Institution, Field::Text];
            for (text, field) in texts.into_iter().zip(fields) {
                reader.enter(text, Posting { program, field });
            }
            count += 1;
        }
        reader.index(count)
    }
}

impl Reader {
    fn index(mut self, programs: usize) -> SearchIndex {
        ordering::sort_by(&mut self.words, |a, b| a.0.cmp(&b.0));
        let mut index = SearchIndex {
            words: Vec::with_capacity(self.words.len()),
            postings: Vec::new(),
            programs,
        };
        for (text, postings) in self.words {
            let start = index.postings.len();
            index.postings.extend(postings);
            index.words.push(Word {
                text: text.into_boxed_str(),
                start,
                end: index.postings.len(),
            });
        }
        index
    }
}

fn texts<'a>(program: &'a Program, specialty: Option<&'a Specialty>) -> Vec<(&'a str, Field)> {
    let mut all = vec![
        (&*program.name, Field::Name),
        (&*program.city, Field::City),
        (program.state.label(), Field::State),
        (program.state.code(), Field::State),
    ];
    let institutions = [&program.institution, &program.nrmp_institution];
    let institutions = institutions.into_iter().flatten();
    all.extend(institutions.map(|institution| (&**institution, Field::Institution)));
    if let Some(specialty) = specialty {
        all.push((&specialty.name, Field::Specialty));
        all.extend(
            specialty
                .aliases
                .iter()
                .map(|alias| (&**alias, Field::Specialty)),
        );
    }
    all
}

fn twin(word: &str) -> Option<&'static str> {
    TWINS.iter().find_map(|(a, b)| match word {
        w if w == *a => Some(*b),
        w if w == *b => Some(*a),
        _ => None,
    })
}
