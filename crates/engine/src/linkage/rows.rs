//! A list as rows: cells, blank lines, headings and sections told apart from programs.

use super::linker::Linker;
use super::numbers::is_unseen;
use super::vocabulary::{is_filler, is_numeral};
use super::written::state;
use crate::program::SpecialtyCode;
use crate::text_index::folded;

/// A quote that is not closed within so many lines is a mark for inches, or a fault.
const LONGEST_ROW: usize = 40;

/// Words that head a column, or a table.
const HEADINGS: [&str; 56] = [
    "accreditation",
    "acgme",
    "address",
    "applied",
    "chance",
    "cities",
    "city",
    "code",
    "codes",
    "comments",
    "count",
    "date",
    "dates",
    "email",
    "eras",
    "gate",
    "group",
    "hospital",
    "hospitals",
    "id",
    "ids",
    "institution",
    "institutions",
    "interview",
    "interviews",
    "invite",
    "link",
    "location",
    "match",
    "name",
    "names",
    "no",
    "note",
    "notes",
    "nrmp",
    "number",
    "participating",
    "pinned",
    "place",
    "positions",
    "ranking",
    "region",
    "row",
    "signal",
    "signals",
    "site",
    "specialties",
    "specialty",
    "sponsor",
    "standing",
    "state",
    "states",
    "status",
    "type",
    "visa",
    "website",
];

/// Words by which people part their lists.
const SECTIONS: [&str; 40] = [
    "a",
    "academic",
    "affiliated",
    "all",
    "apply",
    "backup",
    "best",
    "c",
    "choice",
    "choices",
    "dream",
    "early",
    "far",
    "final",
    "first",
    "friendly",
    "gold",
    "high",
    "img",
    "imgs",
    "j1",
    "h1b",
    "likely",
    "list",
    "low",
    "match",
    "maybe",
    "mid",
    "middle",
    "my",
    "new",
    "reach",
    "reaches",
    "safe",
    "safety",
    "season",
    "silver",
    "target",
    "targets",
    "tier",
];
/// Words that part a list where "programs" follows: alone they begin names.
const KINDS: [&str; 6] = [
    "based",
    "community",
    "county",
    "hospital",
    "university",
    "hybrid",
];

/// What a column must be called for names to be sought in it.
const NAMING: [&str; 15] = [
    "program",
    "programs",
    "name",
    "hospital",
    "hospitals",
    "institution",
    "institutions",
    "city",
    "state",
    "states",
    "location",
    "place",
    "site",
    "specialty",
    "sponsor",
];

/// A row of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The number of its first line, from 1.
    pub(super) number: usize,
    /// The row as it stands, without what surrounds it.
    pub(super) text: String,
    /// Its cells, without quotes.
    pub(super) cells: Vec<String>,
}

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing.
    Blank,
    /// The names of columns: where programs are named, a yes for each column. Empty where it
    /// names none.
    Heading(Vec<bool>),
    /// The name of what follows, with the specialty that it names.
    Section(Option<SpecialtyCode>),
    /// A program.
    Program,
}

/// The rows of a text's first lines, at most so many. A cell in quotes may run over several lines.
pub(super) fn rows(text: &str, most: usize) -> Vec<Row> {
    let lines: Vec<&str> = text.lines().take(most).collect();
    let mut rows = Vec::with_capacity(lines.len());
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let mut taken = 1;
        let mut whole = (*line).to_owned();
        let mut split = cells(&whole);
        let mut longer = whole.clone();
        while split.is_open && taken < LONGEST_ROW {
            let Some(next) = lines.get(at + taken) else {
                break;
            };
            taken += 1;
            longer.push('\n');
            longer.push_str(next);
            let tried = cells(&longer);
            if !tried.is_open {
                whole = longer.clone();
                split = tried;
                break;
            }
        }
        if split.is_open {
            taken = 1;
        }
        let text: String = whole.chars().filter(|letter| !is_unseen(*letter)).collect();
        rows.push(Row {
            number: at + 1,
            text: text.trim().to_owned(),
            cells: split.cells,
        });
        at += taken;
    }
    rows
}

/// A row in cells, and whether its last quote is still open.
struct Split {
    cells: Vec<String>,
    is_open: bool,
}

/// Cells end at a tab, a comma or a semicolon; in quotes they do not.
fn cells(row: &str) -> Split {
    let mut cells = Vec::new();
    let mut cell = String::new();
    let mut is_open = false;
    let mut letters = row.chars().filter(|letter| !is_unseen(*letter)).peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if is_open && letters.peek() == Some(&'"') => {
                cell.push('"');
                letters.next();
            }
            '"' if is_open => is_open = false,
            '"' if cell.trim().is_empty() => {
                cell.clear();
                is_open = true;
            }
            '\t' | ',' | ';' if !is_open => cells.push(std::mem::take(&mut cell)),
            other => cell.push(other),
        }
    }
    cells.push(cell);
    Split { cells, is_open }
}

/// Tells what a row is; one with a number of a program is not asked.
pub(super) fn kind(row: &Row, linker: &Linker) -> Kind {
    let filled: Vec<Vec<String>> = row.cells.iter().map(|cell| folded(cell)).collect();
    let said: Vec<&Vec<String>> = filled.iter().filter(|words| !words.is_empty()).collect();
    let Some((first, others)) = said.split_first() else {
        return Kind::Blank;
    };
    let is_repeated = !others.is_empty() && others.iter().all(|words| words == first);
    let heads = said.iter().filter(|words| is_heading(words)).count();
    let is_table = said.len() > 1 && 2 * heads >= said.len();
    if heads == said.len() || is_table {
        let names_one = |words: &Vec<String>| words.iter().any(|w| NAMING.contains(&w.as_str()));
        let columns: Vec<bool> = filled.iter().map(names_one).collect();
        let is_of_use = said.len() > 1 && columns.contains(&true);
        return Kind::Heading(if is_of_use { columns } else { Vec::new() });
    }
    let words = first.as_slice();
    if others.is_empty() || is_repeated {
        let specialty = linker.specialties().alone(&without_years(words));
        let is_announced = row.text.ends_with(':');
        if specialty.is_some() || is_announced || is_repeated || is_section(words, linker) {
            let mut named = linker.specialties().among(words).into_iter().flatten();
            return Kind::Section(specialty.or(named.next()));
        }
    }
    // Numbers that number nothing.
    let is_short = |word: &String| is_numeral(word) && word.len() < 9;
    match said.iter().all(|words| words.iter().all(is_short)) {
        true => Kind::Blank,
        false => Kind::Program,
    }
}

fn is_heading(words: &[String]) -> bool {
    let heads = |word: &String| HEADINGS.binary_search(&word.as_str()).is_ok();
    let fills = |word: &String| is_filler(word) || is_numeral(word);
    words.iter().all(|word| heads(word) || fills(word))
        && words.iter().any(|word| !is_numeral(word))
}

fn without_years(words: &[String]) -> Vec<String> {
    let words = words.iter().filter(|word| !is_numeral(word));
    words.cloned().collect()
}

/// Whether words part a list and name no program: "Reach", "Gold signals", "Texas", "Community
/// programs".
fn is_section(words: &[String], linker: &Linker) -> bool {
    let named = linker.specialties().among(words);
    let rest = words.iter().zip(named).filter(|(_, named)| named.is_none());
    let rest: Vec<&String> = rest
        .map(|(word, _)| word)
        .filter(|w| !is_filler(w))
        .collect();
    let are_programs = words
        .iter()
        .any(|word| word == "programs" || word == "residencies");
    let parts = |word: &&String| {
        let word = word.as_str();
        SECTIONS.contains(&word)
            || HEADINGS.binary_search(&word).is_ok()
            || are_programs && KINDS.contains(&word)
            || is_numeral(word) && word.len() < 9
    };
    let text: Vec<&str> = rest.iter().map(|word| word.as_str()).collect();
    rest.iter().all(parts) && !rest.iter().all(|word| is_numeral(word))
        || state(&text.join(" ")).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_searched_by_halves_is_sorted() {
        assert!(HEADINGS.is_sorted());
    }

    #[test]
    fn quotes_hold_cells_and_lines_together() {
        let all = rows(
            "\u{feff}\"a, \"\"b\"\"\",c\r\n\"one\ntwo\",d\n\"inches\n\nlast",
            9,
        );
        let read: Vec<(usize, Vec<String>)> =
            all.into_iter().map(|row| (row.number, row.cells)).collect();
        let cells = |all: &[&str]| all.iter().map(|cell| (*cell).to_owned()).collect();
        assert_eq!(
            read,
            [
                (1, cells(&["a, \"b\"", "c"])),
                (2, cells(&["one\ntwo", "d"])),
                (4, cells(&["inches"])),
                (5, cells(&[""])),
                (6, cells(&["last"])),
            ]
        );
    }

    #[test]
    fn headings_sections_and_blank_lines_are_no_programs() {
        let linker = Linker::default();
        let kinds = |text: &str| -> Vec<Kind> {
            rows(text, 9).iter().map(|row| kind(row, &linker)).collect()
        };
        assert_eq!(
            kinds("Program;Id\nRow,Specialty,Program Name,ACGME ID\n"),
            [
                Kind::Heading(vec![true, false]),
                Kind::Heading(vec![false, true, true, false])
            ]
        );
        for section in [
            "Reach",
            "GROUP,GROUP",
            "Texas",
            "Gold signals:",
            "Community programs",
            "TX",
            "2. Safety",
        ] {
            assert!(
                matches!(
                    kinds(section).as_slice(),
                    [Kind::Section(_) | Kind::Heading(_)]
                ),
                "{section}: {:?}",
                kinds(section)
            );
        }
        for blank in ["", "  ,, ", "---", "12", "\u{200b}"] {
            assert_eq!(
                kinds(&format!("{blank}\nx")).first(),
                Some(&Kind::Blank),
                "{blank:?}"
            );
        }
        for program in [
            "Florida State University",
            "9999999999",
            "County Hospital",
            "Mercy",
        ] {
            assert_eq!(kinds(program), [Kind::Program], "{program}");
        }
    }
}
