//! What people found out about programs: the visitor, and those whose facts files the visitor opened.
//!
//! The two are never mixed: what the visitor entered goes first, then the files, the newest first, then the
//! file that a partner's page gave; and each value keeps who said it.

use std::borrow::Cow;
use std::rc::Rc;

use super::{Attempts, Figures};
use crate::calendar::Date;
use crate::fact::{Evidence, Fact, FileIndex, Origin};
use crate::ordering;
use crate::policy::{ExperienceRule, GraduationLimit};
use crate::program::ProgramId;
use crate::range::Range;
use crate::vocabulary::{EcfmgTiming, H1bPolicy, Setting};

/// What somebody found out about one program; overrides the catalog and is marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// J-1 accepted.
    pub j1: Option<bool>,
    /// H-1B sponsored.
    pub h1b: Option<H1bPolicy>,
    /// Lowest Step 2 CK score.
    pub step2_minimum: Option<u16>,
    /// Most attempts at any Step.
    pub max_attempts: Option<u8>,
    /// Years since graduation.
    pub graduation: Option<GraduationLimit>,
    /// US clinical experience.
    pub experience: Option<ExperienceRule>,
    /// When ECFMG certification must be in hand.
    pub ecfmg: Option<EcfmgTiming>,
    /// Setting.
    pub setting: Option<Setting>,
    /// Percent of IMGs among the residents, as counted on the program's own page; shown, and in no number.
    pub img_percent: Option<u8>,
    /// Figures from the visitor's own Residency Explorer account; never in a file, as their terms keep them
    /// with the person.
    pub explorer: Figures,
}

impl Entry {
    /// Lowest scores that a program may be said to ask for: a published minimum is taken as it
    /// stands, over the whole scale, and not as a score that somebody reached
    /// ([`Score::RANGE`](super::Score::RANGE)).
    pub const STEP2_MINIMUM: Range = Range::new(1, 300);

    /// Most attempts that a program may be said to allow.
    pub const MAX_ATTEMPTS: Range<u8> = Attempts::RANGE;

    /// Most years since graduation that a program may be said to allow.
    pub const GRADUATION_YEARS: Range<u8> = Range::new(0, 60);

    /// Months of US clinical experience that a program may be said to ask for.
    pub const EXPERIENCE_MONTHS: Range<u8> = Range::new(0, 60);

    /// Percent of IMGs among the residents.
    pub const IMG_PERCENT: Range<u8> = Range::new(0, 100);

    /// Whether there is anything but figures of Residency Explorer.
    #[must_use]
    pub fn has_findings(&self) -> bool {
        self.without_figures() != Entry::default()
    }

    /// The same without what is the visitor's own and goes to nobody.
    #[must_use]
    pub fn without_figures(&self) -> Entry {
        Entry {
            explorer: Figures::default(),
            ..self.clone()
        }
    }
}

/// Entries by program, sorted.
type Found = Vec<(ProgramId, Entry)>;

/// What somebody else found out about programs, as their facts file tells it.
///
/// ```
/// # use engine::applicant::{Entry, FactsFile};
/// # use engine::calendar::Date;
/// # use engine::program::ProgramId;
/// let program = ProgramId::parse("1400500001").unwrap();
/// let told = Entry { j1: Some(true), ..Entry::default() };
/// let day = Date::parse("2026-11-20").unwrap();
/// let file = FactsFile::new("A school".into(), day, [(program, told)]);
/// assert_eq!(file.get(program).and_then(|entry| entry.j1), Some(true));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactsFile {
    /// Whose it is.
    pub name: Box<str>,
    /// The day that it speaks of.
    pub day: Date,
    found: Found,
    notes: Vec<(ProgramId, Box<str>)>,
}

impl FactsFile {
    /// A file of these; of two entries for one program the later counts, an empty one is none, and figures of
    /// Residency Explorer are left out.
    #[must_use]
    pub fn new(
        name: Box<str>,
        day: Date,
        told: impl IntoIterator<Item = (ProgramId, Entry)>,
    ) -> FactsFile {
        let mut found = Found::new();
        for (program, entry) in told {
            set(&mut found, program, entry.without_figures());
        }
        let notes = Vec::new();
        FactsFile {
            name,
            day,
            found,
            notes,
        }
    }

    /// The same with what it says of programs in words; of two notes on one program the later counts.
    #[must_use]
    pub fn with_notes(
        mut self,
        notes: impl IntoIterator<Item = (ProgramId, Box<str>)>,
    ) -> FactsFile {
        self.notes.extend(notes);
        self.notes.reverse();
        ordering::sort_by_key(&mut self.notes, |(program, _)| *program);
        self.notes.dedup_by_key(|(program, _)| *program);
        self
    }

    /// What it says of a program in words.
    #[must_use]
    pub fn note(&self, program: ProgramId) -> Option<&str> {
        let at = self.notes.binary_search_by_key(&program, |(id, _)| *id);
        self.notes.get(at.ok()?).map(|(_, note)| &**note)
    }

    /// Every note, by program id.
    pub fn notes(&self) -> impl Iterator<Item = (ProgramId, &str)> {
        self.notes.iter().map(|(id, note)| (*id, &**note))
    }

    /// What it says of a program.
    #[must_use]
    pub fn get(&self, program: ProgramId) -> Option<&Entry> {
        get(&self.found, program)
    }

    /// Every entry, by program id.
    pub fn iter(&self) -> impl Iterator<Item = (ProgramId, &Entry)> {
        self.found.iter().map(|(id, entry)| (*id, entry))
    }
}

/// The visitor's entries, and the facts files that the visitor opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries {
    own: Found,
    files: Vec<Rc<FactsFile>>,
    given: Option<Rc<FactsFile>>,
}

/// A value that was found out, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told<T> {
    /// What.
    pub value: T,
    /// The visitor, or a file.
    pub origin: Origin,
}

impl Entries {
    /// Most files that are open at once.
    pub const MOST_FILES: usize = 8;

    /// The visitor's own entry for a program.
    #[must_use]
    pub fn get(&self, program: ProgramId) -> Option<&Entry> {
        get(&self.own, program)
    }

    /// Sets the visitor's own entry; an empty one removes it.
    pub fn set(&mut self, program: ProgramId, entry: Entry) {
        set(&mut self.own, program, entry);
    }

    /// Every entry of the visitor's own, by program id.
    pub fn iter(&self) -> impl Iterator<Item = (ProgramId, &Entry)> {
        self.own.iter().map(|(id, entry)| (*id, entry))
    }

    /// Whether the visitor entered nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.own.is_empty()
    }

    /// What is known of a part of an entry: by the visitor, else by the newest file that tells it.
    ///
    /// ```
    /// # use std::rc::Rc;
    /// # use engine::applicant::{Entries, Entry, FactsFile};
    /// # use engine::calendar::Date;
    /// # use engine::fact::{FileIndex, Origin};
    /// # use engine::program::ProgramId;
    /// let program = ProgramId::parse("1400500001").unwrap();
    /// let says = |j1| Entry { j1: Some(j1), ..Entry::default() };
    /// let day = Date::parse("2026-11-20").unwrap();
    /// let mut entries = Entries::default();
    /// entries.open(Rc::new(FactsFile::new("A friend".into(), day, [(program, says(false))])));
    /// let told = |entries: &Entries| entries.told(program, |entry| entry.j1).unwrap();
    /// assert_eq!(told(&entries).origin, Origin::File(FileIndex(0)));
    /// entries.set(program, says(true));
    /// assert_eq!((told(&entries).value, told(&entries).origin), (true, Origin::Visitor));
    /// ```
    #[must_use]
    pub fn told<T>(
        &self,
        program: ProgramId,
        part: impl Fn(&Entry) -> Option<T>,
    ) -> Option<Told<T>> {
        let own = self.get(program).and_then(&part);
        if let Some(value) = own {
            let origin = Origin::Visitor;
            return Some(Told { value, origin });
        }
        (0..).zip(self.all_files()).find_map(|(index, file)| {
            let value = part(file.get(program)?)?;
            let origin = Origin::File(FileIndex(index));
            Some(Told { value, origin })
        })
    }

    /// Whether anybody told anything of a program.
    #[must_use]
    pub fn tell_of(&self, program: ProgramId) -> bool {
        self.get(program).is_some() || self.all_files().any(|file| file.get(program).is_some())
    }

    /// The files that the visitor opened, the newest first.
    #[must_use]
    pub fn files(&self) -> &[Rc<FactsFile>] {
        &self.files
    }

    /// The file that a partner's page gave. It is that page's and not the visitor's work: it is not kept, and
    /// goes with the page.
    #[must_use]
    pub fn given(&self) -> Option<&Rc<FactsFile>> {
        self.given.as_ref()
    }

    /// Takes the file that a partner's page gives, or takes it away.
    pub fn give(&mut self, file: Option<Rc<FactsFile>>) {
        self.given = file;
    }

    /// Every file in the order in which they count.
    pub fn all_files(&self) -> impl Iterator<Item = &Rc<FactsFile>> {
        self.files.iter().chain(&self.given)
    }

    /// A file by its place in [`Entries::all_files`].
    #[must_use]
    pub fn file(&self, index: FileIndex) -> Option<&FactsFile> {
        let file = self.all_files().nth(usize::from(index.0));
        file.map(|file| &**file)
    }

    /// Whether a file of that name can be opened: it takes no room where an older one goes.
    #[must_use]
    pub fn has_room_for(&self, name: &str) -> bool {
        let others = self.files.iter().filter(|file| &*file.name != name);
        others.count() < Entries::MOST_FILES
    }

    /// Opens a file: it takes the place of an older one of the same name. Whether there was room for it.
    pub fn open(&mut self, file: Rc<FactsFile>) -> bool {
        if !self.has_room_for(&file.name) {
            return false;
        }
        self.close(&file.name);
        let at = self.files.partition_point(|other| other.day >= file.day);
        self.files.insert(at, file);
        true
    }

    /// Closes the file of that name.
    pub fn close(&mut self, name: &str) {
        self.files.retain(|file| &*file.name != name);
    }
}

fn find(found: &Found, program: ProgramId) -> Result<usize, usize> {
    found.binary_search_by_key(&program, |(id, _)| *id)
}

fn get(found: &Found, program: ProgramId) -> Option<&Entry> {
    let at = find(found, program).ok()?;
    found.get(at).map(|(_, entry)| entry)
}

fn set(found: &mut Found, program: ProgramId, entry: Entry) {
    let nothing = entry == Entry::default();
    match (find(found, program), nothing) {
        (Ok(at), true) => {
            found.remove(at);
        }
        (Ok(at), false) => {
            if let Some(slot) = found.get_mut(at) {
                slot.1 = entry;
            }
        }
        (Err(_), true) => {}
        (Err(at), false) => found.insert(at, (program, entry)),
    }
}

/// A catalog fact with what was found out laid over it.
#[must_use]
pub fn overlaid<T: Copy>(fact: &Fact<T>, told: Option<Told<T>>) -> Cow<'_, Fact<T>> {
    match told {
        Some(Told { value, origin }) => Cow::Owned(Fact::Stated(Evidence { value, origin })),
        None => Cow::Borrowed(fact),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, day: &str, j1: Option<bool>) -> Rc<FactsFile> {
        let entry = Entry {
            j1,
            ..Entry::default()
        };
        let day = Date::parse(day).unwrap();
        Rc::new(FactsFile::new(name.into(), day, [(id(), entry)]))
    }

    fn id() -> ProgramId {
        ProgramId::parse("1400500001").unwrap()
    }

    fn j1(entries: &Entries) -> Option<bool> {
        entries.told(id(), |entry| entry.j1).map(|told| told.value)
    }

    #[test]
    fn the_newest_file_counts_and_one_that_is_silent_leaves_the_word_to_the_next() {
        let mut entries = Entries::default();
        assert!(!entries.tell_of(id()));
        entries.open(file("a", "2026-10-01", Some(false)));
        entries.open(file("b", "2026-11-01", Some(true)));
        entries.open(file("c", "2026-11-20", None));
        assert_eq!(j1(&entries), Some(true));
        entries.close("b");
        assert_eq!(j1(&entries), Some(false));
        entries.close("a");
        assert_eq!(j1(&entries), None);
    }

    #[test]
    fn a_file_of_the_same_name_takes_the_place_of_the_older_and_there_is_an_end() {
        let mut entries = Entries::default();
        entries.open(file("a", "2026-11-01", Some(false)));
        assert!(entries.open(file("a", "2026-10-01", Some(true))));
        assert_eq!((entries.files().len(), j1(&entries)), (1, Some(true)));
        for number in 1..Entries::MOST_FILES {
            assert!(entries.open(file(&number.to_string(), "2026-09-01", None)));
        }
        assert!(!entries.open(file("one more", "2026-09-01", None)));
        assert_eq!(entries.files().len(), Entries::MOST_FILES);
    }

    #[test]
    fn what_a_partners_page_gives_counts_last_and_is_no_file_of_the_visitors() {
        let mut entries = Entries::default();
        entries.give(Some(file("a school", "2026-11-28", Some(true))));
        let told = entries.told(id(), |entry| entry.j1).unwrap();
        let Origin::File(index) = told.origin else {
            panic!("{told:?}");
        };
        assert_eq!(&*entries.file(index).unwrap().name, "a school");
        assert!(entries.files().is_empty() && entries.tell_of(id()));
        entries.open(file("a friend", "2024-01-01", Some(false)));
        assert_eq!(j1(&entries), Some(false));
        entries.give(None);
        entries.close("a friend");
        assert_eq!(entries, Entries::default());
    }

    #[test]
    fn figures_of_residency_explorer_stay_with_the_person() {
        let entry = Entry {
            explorer: Figures {
                rate: super::super::Permille::new(300),
                ..Figures::default()
            },
            ..Entry::default()
        };
        let day = Date::parse("2026-11-01").unwrap();
        let file = FactsFile::new("a".into(), day, [(id(), entry)]);
        assert_eq!(file.iter().count(), 0);
    }
}
