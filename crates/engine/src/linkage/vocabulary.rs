//! Which words of the catalog a written word may be, and what each word tells.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::linker::Linker;
use super::near;
use crate::text_index::{SearchIndex, begins_nearly};

/// A word of the catalog that a written word may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Sense {
    /// Its index in the alphabet of the index.
    pub(super) word: usize,
    /// How surely it is meant, 0 to 1.
    pub(super) likeness: f64,
}

/// Words that name no program, whatever stands beside them.
const FILLERS: [&str; 28] = [
    "accredited",
    "acgme",
    "and",
    "at",
    "by",
    "categorical",
    "department",
    "dept",
    "division",
    "for",
    "gme",
    "in",
    "nrmp",
    "of",
    "on",
    "prelim",
    "preliminary",
    "primary",
    "program",
    "programs",
    "residencies",
    "residency",
    "residents",
    "the",
    "to",
    "track",
    "training",
    "with",
];

/// What a filler adds where a name does have it: enough to tell a rural track from the program
/// beside it, too little to find anything.
const FILLER_WEIGHT: f64 = 0.2;

/// Short forms that lists use, each with what it may stand for.
const SHORT_FORMS: [(&str, &str); 36] = [
    ("assoc", "associates"),
    ("centre", "center"),
    ("cntr", "center"),
    ("co", "county"),
    ("coll", "college"),
    ("com", "college"),
    ("comm", "community"),
    ("ctr", "center"),
    ("e", "east"),
    ("fdn", "foundation"),
    ("gen", "general"),
    ("hlth", "health"),
    ("hosp", "hospital"),
    ("hosps", "hospitals"),
    ("hs", "health"),
    ("inst", "institute"),
    ("intl", "international"),
    ("mc", "center"),
    ("mc", "medical"),
    ("med", "medical"),
    ("med", "medicine"),
    ("mem", "memorial"),
    ("meml", "memorial"),
    ("meth", "methodist"),
    ("n", "north"),
    ("natl", "national"),
    ("presby", "presbyterian"),
    ("reg", "regional"),
    ("regl", "regional"),
    ("s", "south"),
    ("sch", "school"),
    ("svc", "services"),
    ("sys", "system"),
    ("u", "university"),
    ("univ", "university"),
    ("w", "west"),
];

/// How surely a word is meant that has more errors than typing makes of one so long; only where no
/// word is nearer.
const LAST_RESORT: f64 = 0.5;
/// How surely a word is meant whose beginning is written with an error.
const BEGUN_NEARLY: f64 = 0.6;
/// Shortest beginning of a word that stands for the whole.
const SHORTEST_BEGINNING: usize = 3;
/// A beginning of more words than this says nothing.
const MOST_BEGUN: usize = 24;

/// Whether a word names no program, whatever stands beside it.
pub(super) fn is_filler(word: &str) -> bool {
    FILLERS.binary_search(&word).is_ok()
}

/// What finding a word tells, in nats: the rarer in the catalog, the more. `carriers` of
/// `programs` have it.
pub(super) fn weight(word: &str, carriers: usize, programs: usize) -> f64 {
    /// A word of one program is no better evidence than one of eight: either may be an accident.
    const MOST: f64 = 6.5;
    if is_filler(word) {
        return FILLER_WEIGHT;
    }
    let share = programs as f64 / carriers.max(1) as f64;
    libm::log(1.0 + share).min(MOST)
}

/// What a word tells that no program has: about as much as a rare one, since it is most likely
/// the name of another place.
pub(super) fn foreign_weight(word: &str) -> f64 {
    const FOREIGN: f64 = 5.0;
    let is_nothing = is_filler(word) || is_numeral(word) || word.len() < 2;
    if is_nothing || is_misspelt_filler(word) {
        0.0
    } else {
        FOREIGN
    }
}

/// Whether a word is a long filler with one or two typing errors.
fn is_misspelt_filler(word: &str) -> bool {
    const SHORTEST: usize = 5;
    let long = FILLERS.iter().filter(|filler| filler.len() > SHORTEST);
    let mut errors = long.filter_map(|filler| near::errors(word.as_bytes(), filler.as_bytes(), 2));
    word.len() >= SHORTEST && errors.next().is_some()
}

/// Dates, counts, phone numbers.
pub(super) fn is_numeral(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

/// The senses of words, each sought once.
#[derive(Debug)]
pub(super) struct Vocabulary<'a> {
    index: &'a SearchIndex,
    linker: &'a Linker,
    known: RefCell<HashMap<String, Rc<[Sense]>>>,
}

impl<'a> Vocabulary<'a> {
    pub(super) fn new(index: &'a SearchIndex, linker: &'a Linker) -> Self {
        Vocabulary {
            index,
            linker,
            known: RefCell::default(),
        }
    }

    /// Whether the catalog has a word.
    pub(super) fn has(&self, word: &str) -> bool {
        self.index.find(word).1
    }

    /// The words that a written one may be, the surest first.
    pub(super) fn senses(&self, written: &str) -> Rc<[Sense]> {
        if let Some(known) = self.known.borrow().get(written) {
            return known.clone();
        }
        let found: Rc<[Sense]> = self.sought(written).into();
        let mut known = self.known.borrow_mut();
        known.insert(written.to_owned(), found.clone());
        found
    }

    fn sought(&self, written: &str) -> Vec<Sense> {
        let mut found = Vec::new();
        let mut add = |word, likeness| found.push(Sense { word, likeness });
        let (at, is_there) = self.index.find(written);
        if is_there {
            add(at, 1.0);
        }
        for (_, long) in SHORT_FORMS.iter().filter(|(short, _)| *short == written) {
            if let (word, true) = self.index.find(long) {
                add(word, 0.9);
            }
        }
        if !is_filler(written) && !is_numeral(written) {
            if !is_there && written.len() >= SHORTEST_BEGINNING {
                self.begun(written, at, &mut add);
            }
            let most = match written.len() {
                0..4 => 0,
                4..8 => 1,
                _ if is_there => 1,
                _ => 2,
            };
            self.misspelt(written, is_there, most, &mut add);
            if found.is_empty() {
                let mut add = |word, likeness| found.push(Sense { word, likeness });
                self.begun_misspelt(written, &mut add);
            }
            if found.is_empty() && most > 0 {
                let mut add = |word, likeness| {
                    found.push(Sense {
                        word,
                        likeness: f64::min(likeness, LAST_RESORT),
                    });
                };
                self.misspelt(written, is_there, most + 1, &mut add);
            }
        }
        crate::ordering::sort_by(&mut found, |a, b| b.likeness.total_cmp(&a.likeness));
        found
    }

    /// Words that begin as written.
    fn begun(&self, written: &str, first: usize, add: &mut impl FnMut(usize, f64)) {
        let words = self.index.words().map(|(word, _)| word).enumerate();
        let begun = words
            .skip(first)
            .take_while(|(_, word)| word.starts_with(written));
        let begun: Vec<_> = begun.take(MOST_BEGUN + 1).collect();
        if begun.len() <= MOST_BEGUN {
            for (at, word) in begun {
                add(at, 0.6 + 0.3 * written.len() as f64 / word.len() as f64);
            }
        }
    }

    /// Words that begin nearly as written: one typing error in what is not yet the whole word.
    fn begun_misspelt(&self, written: &str, add: &mut impl FnMut(usize, f64)) {
        let words = self.index.words().map(|(word, _)| word).enumerate();
        for (at, word) in words.filter(|(_, word)| !is_numeral(word)) {
            if begins_nearly(written, word) {
                add(at, BEGUN_NEARLY);
            }
        }
    }

    /// Words at most so many typing errors away. Where the word is one as it stands, an error is
    /// less likely.
    fn misspelt(
        &self,
        written: &str,
        is_there: bool,
        most: usize,
        add: &mut impl FnMut(usize, f64),
    ) {
        let letters = near::letters(written);
        for (at, (word, _)) in self.index.words().enumerate() {
            let apart = self.linker.letters(at) ^ letters;
            let too_far = word.len().abs_diff(written.len()) > most;
            if too_far || apart.count_ones() as usize > 2 * most || is_numeral(word) {
                continue;
            }
            match near::errors(written.as_bytes(), word.as_bytes(), most) {
                Some(1) if word.len() >= 4 => add(at, if is_there { 0.6 } else { 0.85 }),
                Some(2) => add(at, 0.7),
                Some(3) => add(at, LAST_RESORT),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_are_sorted_so_that_they_are_found() {
        assert!(FILLERS.is_sorted());
        assert!(is_filler("program") && is_filler("the") && !is_filler("mercy"));
    }

    #[test]
    fn the_rarer_word_tells_more() {
        assert!(weight("mercy", 3, 6_000) > weight("hospital", 1_000, 6_000));
        assert!(weight("program", 1, 6_000) < weight("university", 5_000, 6_000));
    }
}
