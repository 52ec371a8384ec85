//! What reading names needs of a catalog, made once.

use super::near;
use super::specialties::Specialties;
use super::vocabulary::weight;
use crate::catalog::{Catalog, ProgramIndex};
use crate::ordering;
use crate::program::NrmpCode;
use crate::text_index::{Field, Posting, SearchIndex, folded};

/// Fewest letters of initials that stand for a name: SBH, BIDMC.
const FEWEST_INITIALS: usize = 3;

/// Weights of words, weights of names, codes, cities, initials.
#[derive(Clone, Debug, Default)]
pub struct Linker {
    /// What each word of the index tells, in nats, and which letters it has.
    words: Vec<(f64, u32)>,
    /// What all words of each program's name tell.
    names: Vec<f64>,
    /// Sorted.
    codes: Vec<(NrmpCode, ProgramIndex)>,
    /// Folded; sorted, each once.
    cities: Vec<String>,
    /// First letters of names, from three on; sorted.
    initials: Vec<(String, ProgramIndex)>,
    specialties: Specialties,
}

/// A linker that is made step by step, so that no task is long.
#[derive(Debug)]
pub struct LinkerBuilding {
    linker: Linker,
    /// Programs that are read already.
    read: usize,
}

impl LinkerBuilding {
    /// Words or programs of one step.
    const STEP: usize = 1_500;

    pub(crate) fn new(catalog: &Catalog) -> LinkerBuilding {
        LinkerBuilding {
            linker: Linker {
                names: vec![0.0; catalog.programs().len()],
                specialties: Specialties::of(catalog),
                ..Linker::default()
            },
            read: 0,
        }
    }

    /// Reads some more of the index, then of the programs; false once all are read.
    pub(crate) fn step(&mut self, catalog: &Catalog, index: &SearchIndex) -> bool {
        let count = catalog.programs().len();
        let words = index.words().skip(self.linker.words.len());
        let mut is_reading = false;
        for (word, postings) in words.take(Self::STEP) {
            is_reading = true;
            self.linker.read_word(word, postings, count);
        }
        if is_reading {
            return true;
        }
        self.linker.read_programs(catalog, self.read, Self::STEP);
        self.read += Self::STEP;
        self.read < count
    }

    /// The linker of what was read.
    pub(crate) fn finish(mut self, catalog: &Catalog) -> Linker {
        self.linker.sort(catalog);
        self.linker
    }
}

impl Linker {
    pub(crate) fn new(catalog: &Catalog, index: &SearchIndex) -> Linker {
        let mut building = LinkerBuilding::new(catalog);
        while building.step(catalog, index) {}
        building.finish(catalog)
    }

    fn read_word(&mut self, word: &str, postings: &[Posting], programs: usize) {
        let weight = weight(word, postings.len(), programs);
        self.words.push((weight, near::letters(word)));
        // A saint stands in the index with its short form, which counts already.
        if matches!(word, "saint" | "mount" | "fort") {
            return;
        }
        for posting in postings
            .iter()
            .filter(|posting| posting.field == Field::Name)
        {
            let at = usize::try_from(posting.program).ok();
            if let Some(name) = at.and_then(|at| self.names.get_mut(at)) {
                *name += weight;
            }
        }
    }

    fn read_programs(&mut self, catalog: &Catalog, from: usize, count: usize) {
        let mut before: Option<(&str, Vec<String>)> = None;
        let all = (0_u32..).zip(catalog.programs());
        for (at, program) in all.skip(from).take(count) {
            let index = ProgramIndex(at);
            let codes = program.nrmp_codes.iter();
            self.codes.extend(codes.map(|code| (*code, index)));
            let initials = match before.take() {
                Some((name, initials)) if *name == *program.name => initials,
                _ => initials(&folded(&program.name)),
            };
            let entries = initials.iter().cloned();
            self.initials.extend(entries.map(|text| (text, index)));
            before = Some((&program.name, initials));
        }
    }

    fn sort(&mut self, catalog: &Catalog) {
        let mut cities: Vec<&str> = catalog.programs().iter().map(|p| &*p.city).collect();
        cities.sort_unstable();
        cities.dedup();
        self.cities = cities.iter().map(|city| folded(city).join(" ")).collect();
        ordering::sort_by_cached_key(&mut self.cities, Clone::clone);
        ordering::sort_by_key(&mut self.codes, |entry| *entry);
        ordering::sort_by(&mut self.initials, |a, b| a.cmp(b));
    }

    /// What a word of the index tells, in nats.
    pub(super) fn weight(&self, word: usize) -> f64 {
        self.words.get(word).map_or(0.0, |word| word.0)
    }

    /// The names of specialties.
    pub(super) fn specialties(&self) -> &Specialties {
        &self.specialties
    }

    /// Which letters a word of the index has.
    pub(super) fn letters(&self, word: usize) -> u32 {
        self.words.get(word).map_or(0, |word| word.1)
    }

    /// What all words of the name of each program tell, in nats.
    pub(super) fn names(&self) -> &[f64] {
        &self.names
    }

    /// The program with an NRMP code.
    pub(super) fn of_code(&self, code: NrmpCode) -> Option<ProgramIndex> {
        let found = self.codes.binary_search_by_key(&code, |entry| entry.0);
        found.ok().and_then(|at| self.codes.get(at)).map(|e| e.1)
    }

    /// Whether a folded text is the name of a city with a program.
    pub(super) fn is_city(&self, text: &str) -> bool {
        let found = self.cities.binary_search_by(|city| city.as_str().cmp(text));
        found.is_ok()
    }

    /// The programs whose names begin with words of these first letters.
    pub(super) fn of_initials(&self, text: &str) -> impl Iterator<Item = ProgramIndex> {
        let start = self.initials.partition_point(|entry| *entry.0 < *text);
        let rest = self.initials.iter().skip(start);
        rest.take_while(move |entry| entry.0 == text)
            .map(|entry| entry.1)
    }
}

/// The first letters of the first three words, four, and so on.
fn initials(words: &[String]) -> Vec<String> {
    let telling = |word: &&String| !super::vocabulary::is_filler(word);
    let letters = words
        .iter()
        .filter(telling)
        .filter_map(|w| w.chars().next());
    let mut so_far = String::new();
    let mut all = Vec::new();
    for letter in letters {
        so_far.push(letter);
        if so_far.len() >= FEWEST_INITIALS {
            all.push(so_far.clone());
        }
    }
    all
}
