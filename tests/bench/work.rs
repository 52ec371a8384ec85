//! The work that is measured, the same natively and in the browser.

use std::any::Any;

use engine::applicant::{Applicant, Entries, Moment, Score};
use engine::calendar::{Date, Season};
use engine::catalog::Catalog;
use engine::explain::explain;
use engine::list::{Application, Prospects, asks, instance, outcome, ranges};
use engine::model::Model;
use engine::portfolio::Level;
use engine::portfolio::mixture::Search;
use engine::preference::{Preferences, SpecialtyChoice};
use engine::program::SpecialtyCode;
use engine::ranking::{RankInput, Ranking, rank};
use engine::search::{ProgramSearch, SearchIndex};
use engine::vocabulary::{ApplicantType, VisaNeed};
use state::content::guide::Passages;
use state::lists::limits::limits;
use state::lists::report::Report;
use state::{ListEdit, Lists, Work};

/// What is measured.
pub const NAMES: [&str; 13] = [
    "decode the data pack",
    "rank all programs",
    "rank internal medicine",
    "explain one program",
    "search, one keystroke with a typing error",
    "build the search index",
    "rank internal medicine, then a list of 60 in all 32 draws",
    "a list of 60: its chances",
    "a list of 60: what is worth checking",
    "a list of 60 with 15 signals: all that its page says",
    "the best 60 of internal medicine with 15 signals, and the proof",
    "search programs and guide, one keystroke with a typing error",
    "build the search index of the guide",
];

/// A catalog and an applicant: a non-US IMG who needs a J-1, Step 2 CK 245.
pub struct Bench {
    pack: Vec<u8>,
    catalog: Catalog,
    model: Option<Model>,
    search: ProgramSearch,
    passages: Passages,
    guide: SearchIndex,
    applicant: Applicant,
    everything: Preferences,
    internal_medicine: Preferences,
    entries: Entries,
    moment: Moment,
    ranking: Ranking,
    list: Vec<Application>,
    work: Work,
}

impl Bench {
    /// Decodes the pack once and prepares the applicant.
    pub fn new(pack: Vec<u8>) -> Self {
        let (catalog, model) = pack::decode(&pack).expect("the pack that xtask wrote decodes");
        let all = catalog
            .specialties()
            .iter()
            .map(|s| SpecialtyChoice::training(s.code));
        let everything = Preferences {
            specialties: all.collect(),
            ..Preferences::default()
        };
        let code = SpecialtyCode::parse("140").expect("three digits");
        let choice = SpecialtyChoice::training(code);
        let mut applicant = Applicant {
            kind: Some(ApplicantType::NonUsImg),
            visa: Some(VisaNeed::J1),
            graduation_year: Some(2019),
            ..Applicant::default()
        };
        applicant.step2.score = Score::new(245);
        let written = include_str!(concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/target/pack/passages.json"
        ));
        let passages = Passages::read(written).expect("what xtask wrote reads");
        let mut bench = Bench {
            guide: passages.index(),
            passages,
            search: ProgramSearch::default(),
            internal_medicine: Preferences {
                specialties: vec![choice],
                ..Preferences::default()
            },
            everything,
            catalog,
            model,
            applicant,
            entries: Entries::default(),
            moment: Moment {
                today: Date::parse("2026-11-23").expect("a day"),
                season: Season(2027),
                stage: None,
            },
            pack,
            ranking: Ranking::default(),
            list: (0..60).map(Application::plain).collect(),
            work: Work::default(),
        };
        bench.ranking = rank(&bench.question(&bench.internal_medicine));
        bench.work = bench.signalled();
        bench.search.forgive();
        // Its tables are built once, before the clock runs.
        let _ = bench.search.linkage(&bench.catalog);
        bench
    }

    /// The 60 best programs, the first three with a gold signal, the next twelve with silver.
    fn signalled(&self) -> Work {
        let mut lists = Lists::default();
        for (at, row) in self.ranking.ranked.iter().take(60).enumerate() {
            let id = self.catalog.get(row.program).expect("a ranked program").id;
            lists.edit(ListEdit::Add(id));
            let level = match at {
                0..3 => Level::Gold,
                3..15 => Level::Silver,
                _ => Level::Plain,
            };
            lists.edit(ListEdit::Signal(id, level));
        }
        Work {
            lists: lists.into(),
            ..Work::default()
        }
    }

    fn question<'a>(&'a self, preferences: &'a Preferences) -> RankInput<'a> {
        RankInput {
            catalog: &self.catalog,
            model: self.model.as_ref(),
            applicant: &self.applicant,
            preferences,
            entries: &self.entries,
            moment: self.moment,
        }
    }

    /// Does one piece of work, by its place in [`NAMES`]. What it made is given back, so that
    /// it is neither optimised away nor taken apart on the clock.
    pub fn run(&self, work: usize) -> Box<dyn Any> {
        match work {
            0 => Box::new(pack::decode(&self.pack).expect("it decoded before")),
            1 => Box::new(rank(&self.question(&self.everything))),
            2 => Box::new(rank(&self.question(&self.internal_medicine))),
            3 => {
                let code = SpecialtyCode::parse("140");
                let first = self
                    .catalog
                    .programs()
                    .iter()
                    .position(|p| Some(p.specialty()) == code);
                let index = first.and_then(|at| u32::try_from(at).ok()).unwrap_or(0);
                let program = engine::catalog::ProgramIndex(index);
                let aim = &self.ranking.aim;
                let why = explain(&self.question(&self.internal_medicine), aim, program);
                Box::new(why.expect("a program of this catalog"))
            }
            6 => {
                let question = self.question(&self.internal_medicine);
                let prospects = Prospects::of(&question, &rank(&question));
                let middle = outcome(&prospects, &self.list);
                Box::new(ranges(&prospects, &self.list, &middle.figures))
            }
            7 | 8 => {
                let question = self.question(&self.internal_medicine);
                let prospects = Prospects::of(&question, &self.ranking);
                match work {
                    7 => Box::new(outcome(&prospects, &self.list)),
                    _ => Box::new(asks(&prospects, &self.list)),
                }
            }
            9 => {
                let question = self.question(&self.internal_medicine);
                Box::new(Report::of(&question, &self.ranking, &self.work))
            }
            10 => {
                let question = self.question(&self.internal_medicine);
                let prospects = Prospects::of(&question, &self.ranking);
                let limits = limits(&prospects, &self.work, None).expect("limits of nobody's");
                let instance = instance(&prospects, &limits).expect("a list that is possible");
                Box::new(Search::new(&instance).finish())
            }
            5 => Box::new(SearchIndex::new(&self.catalog)),
            11 => {
                let query = "preliminry";
                let programs = self.search.search(&self.catalog, query, |_| true).hits;
                Box::new((programs, self.guide.passages(query)))
            }
            12 => Box::new(self.passages.index()),
            _ => {
                let found = self
                    .search
                    .search(&self.catalog, "univeristy hosp", |_| true);
                Box::new(found.hits)
            }
        }
    }
}
