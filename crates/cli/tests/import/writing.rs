//! How people write the names of programs: as official lists do, as spreadsheets that applicants
//! share do, and with typing errors. Seeded, so that a rate is the same on every run.

use engine::catalog::Catalog;
use engine::program::Program;

/// A generator of numbers: SplitMix64.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below another one.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// Whether something happens that happens in so many of a hundred cases.
    fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

/// What spreadsheets shorten.
const SHORT: [(&str, &str); 12] = [
    ("Medical Center", "Med Ctr"),
    ("Medical Center", "MC"),
    ("University", "Univ"),
    ("University", "U"),
    ("Hospital", "Hosp"),
    ("School of Medicine", "SOM"),
    ("College of Medicine", "COM"),
    ("Health System", "Health Sys"),
    ("Regional", "Reg"),
    ("Memorial", "Mem"),
    ("Community", "Comm"),
    ("Saint ", "St. "),
];

/// One program in one of the ways; `with_specialty` where the line has to say which specialty.
pub(crate) fn written(
    program: &Program,
    catalog: &Catalog,
    with_specialty: bool,
    dice: &mut Dice,
) -> String {
    let row = match dice.below(3) {
        0 => official(program, catalog, dice),
        1 => spreadsheet(program, dice),
        _ => {
            let row = match dice.percent(50) {
                true => official(program, catalog, dice),
                false => spreadsheet(program, dice),
            };
            mistyped(&row, dice)
        }
    };
    if !with_specialty {
        return row;
    }
    let specialty = catalog.specialty(program.specialty()).unwrap();
    match dice.below(3) {
        0 => format!("{},\"{row}\"", specialty.name),
        1 => format!("\"{row}\",{}", specialty.name),
        _ => format!("{row} - {}", specialty.name),
    }
}

/// "Program" after the name, the city in brackets where the name stands for several.
fn official(program: &Program, catalog: &Catalog, dice: &mut Dice) -> String {
    let alike = catalog.of_specialty(program.specialty()).iter();
    let alike = alike.filter(|other| other.name == program.name).count();
    let name = &program.name;
    let city = &program.city;
    match (alike > 1, dice.below(4)) {
        (true, _) => format!("{name} ({city}) Program"),
        (false, 0) => format!("The {name} Residency Program"),
        (false, 1) => format!("{name} ({city}) Program"),
        (false, _) => format!("{name} Program"),
    }
}

/// The name and the place in some order, shortened or rearranged as people do.
fn spreadsheet(program: &Program, dice: &mut Dice) -> String {
    let mut name = program.name.to_string();
    if dice.percent(40) {
        let (long, short) = SHORT[dice.below(SHORT.len())];
        name = name.replace(long, short);
    }
    if dice.percent(20) {
        name = name.replace(['(', ')'], " ");
    }
    if dice.percent(20)
        && let Some((first, second)) = name.split_once('/')
    {
        name = match dice.percent(50) {
            true => format!("{second} ({first})"),
            false => format!("{second} / {first}"),
        };
    }
    let (city, state) = (&program.city, program.state.code());
    let row = match dice.below(6) {
        0 => format!("{name}, {city}, {state}"),
        1 => format!("{name} ({city})"),
        2 => format!("{city}: {name}"),
        3 => format!(
            "{}\t{name}\t{city}\t{}",
            dice.below(200),
            program.state.label()
        ),
        4 => format!("{name}; {city} {state}; {}/2026", 1 + dice.below(12)),
        _ => format!("{}. {name} {city}", 1 + dice.below(60)),
    };
    match dice.below(4) {
        0 => row.to_lowercase(),
        1 => row.to_uppercase(),
        _ => row,
    }
}

/// One or two typing errors in the longer words.
fn mistyped(row: &str, dice: &mut Dice) -> String {
    let mut words: Vec<String> = row.split(' ').map(str::to_owned).collect();
    let long = |word: &String| word.len() >= 5 && word.chars().all(|c| c.is_ascii_alphabetic());
    let places: Vec<usize> = (0..words.len()).filter(|at| long(&words[*at])).collect();
    if places.is_empty() {
        return row.to_owned();
    }
    for _ in 0..1 + dice.below(2) {
        let at = places[dice.below(places.len())];
        words[at] = with_error(&words[at], dice);
    }
    words.join(" ")
}

fn with_error(word: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = dice.below(letters.len() - 1);
    match dice.below(4) {
        0 => letters.swap(at, at + 1),
        1 => drop(letters.remove(at)),
        2 => letters.insert(at, letters[at]),
        _ => {
            letters[at] = dice
                .one_of(&["a", "e", "i", "o", "n", "r", "s", "t"])
                .chars()
                .next()
                .unwrap()
        }
    }
    letters.into_iter().collect()
}
