//! How often a written name leads to its program.

use engine::catalog::ProgramIndex;
use engine::linkage::list::{ListReader, Taken};
use engine::search::ProgramSearch;

use crate::dataset::embedded;
use crate::writing::{Dice, written};

const NAMES: usize = 4_000;
const SEED: u64 = 20_261_130;
/// Least share that is sure or offered first, in percent.
const LEAST_RIGHT: f64 = 98.0;
/// From this share on too many are wrong and sure, in percent.
const TOO_MANY_WRONG: f64 = 0.1;

/// Counts of names.
#[derive(Debug, Default)]
struct Rates {
    sure: usize,
    first: usize,
    wrong_and_sure: usize,
    misses: Vec<String>,
}

impl Rates {
    fn of(chosen: bool) -> Rates {
        let catalog = embedded().catalog;
        let search = ProgramSearch::default();
        let mut dice = Dice(SEED);
        let mut rates = Rates::default();
        for _ in 0..NAMES {
            let at = dice.below(catalog.programs().len());
            let program = &catalog.programs()[at];
            let meant = ProgramIndex(at as u32);
            let row = written(program, catalog, !chosen, &mut dice);
            let only = [program.specialty()];
            let chosen = if chosen { &only[..] } else { &[] };
            let list = ListReader::new(search.linkage(catalog), &row, chosen, 1).finish();
            let taken = list.lines.first().map(|line| line.taken.clone());
            rates.add(meant, &row, &taken.unwrap_or(Taken::Unknown));
        }
        rates
    }

    fn add(&mut self, meant: ProgramIndex, row: &str, taken: &Taken) {
        let catalog = embedded().catalog;
        let name = |program: &ProgramIndex| {
            let program = catalog.get(*program).unwrap();
            format!("{} {}, {}", program.id, program.name, program.city)
        };
        match taken {
            Taken::Surely(program) if *program == meant => self.sure += 1,
            Taken::Perhaps(programs) if programs.first() == Some(&meant) => self.first += 1,
            Taken::Surely(program) => {
                self.wrong_and_sure += 1;
                self.misses.push(format!(
                    "SURE {row:?}: {} not {}",
                    name(program),
                    name(&meant)
                ));
            }
            Taken::Perhaps(programs) => {
                let first = programs.first().map(name);
                self.misses
                    .push(format!("{row:?}: {first:?} not {}", name(&meant)));
            }
            Taken::Unknown => self
                .misses
                .push(format!("{row:?}: unknown, {}", name(&meant))),
        }
    }

    fn percent(count: usize) -> f64 {
        100.0 * count as f64 / NAMES as f64
    }

    #[track_caller]
    fn check(&self, what: &str) {
        let right = Self::percent(self.sure + self.first);
        let wrong = Self::percent(self.wrong_and_sure);
        println!(
            "{what}: {right:.2} % sure or offered first, {:.2} % sure, {wrong:.3} % wrong and sure",
            Self::percent(self.sure)
        );
        for miss in &self.misses {
            println!("  {miss}");
        }
        assert!(right >= LEAST_RIGHT, "{what}: {right} % right");
        assert!(wrong < TOO_MANY_WRONG, "{what}: {wrong} % wrong and sure");
    }
}

#[test]
fn names_lead_to_their_programs_in_a_chosen_specialty() {
    Rates::of(true).check("specialty chosen");
}

#[test]
fn names_lead_to_their_programs_where_the_line_has_the_specialty() {
    Rates::of(false).check("no specialty chosen");
}
