//! Six programs and a ranking of them, small enough to check by hand.

use vecmap::{VecMap, VecSet};

use crate::browse::*;
use engine::aim::Aim;
use engine::applicant::{Applicant, Entries};
use engine::band::Band as Tied;
use engine::catalog::{Catalog, CatalogParts, ProgramIndex, Specialty};
use engine::eligibility::{Band, Gate, GateReading, GateState, Reason};
use engine::fact::PageYears;
use engine::geography::{Point, UsState};
use engine::notice::Notice;
use engine::policy::{Scope, Statement};
use engine::preference::Preferences;
use engine::program::{NameHints, Program, SpecialtyCode};
use engine::ranking::{NoChance, NotModelled, Ranked, Ranking, Shut, Sight};
use engine::search::ProgramSearch;
use engine::vocabulary::{NameHint, VisaNeed};

pub(super) fn id(number: u64) -> ProgramId {
    ProgramId::from_number(1_400_000_000 + number).unwrap()
}

pub(super) fn program(number: u64, name: &str, state: UsState) -> Program {
    Program::new(id(number), name, "Town", state)
}

pub(super) fn ranked(at: u32, interview: f64, t: f64) -> Ranked {
    Ranked {
        program: ProgramIndex(at),
        gate: GateState::NotStated,
        p_interview: interview,
        p_match: interview * 0.2,
        t,
        value: interview * 0.2 * t,
        sight: Sight {
            choice: 0,
            open: Band::exactly(1.0),
            against: 1.0,
            entered: 0.0,
            variance: 0.0,
        },
    }
}

pub(super) fn accepts_j1(program: ProgramId) -> Statement {
    Statement {
        id: "P001".into(),
        scope: Scope::Program,
        specialty: None,
        programs: Box::new([program]),
        j1: Some(true),
        h1b: None,
        step1_minimum: None,
        step2_minimum: None,
        max_attempts: None,
        max_attempts_step1: None,
        graduation: None,
        experience: None,
        ecfmg: None,
        img_percent: None,
        years: PageYears::default(),
    }
}

pub(super) struct World {
    pub(super) catalog: Catalog,
    pub(super) ranking: Ranking,
    pub(super) bands: Vec<Tied>,
    pub(super) notices: Vec<Notice>,
    pub(super) applicant: Applicant,
    pub(super) preferences: Preferences,
    pub(super) entries: Entries,
    pub(super) pinned: VecSet<ProgramId>,
    pub(super) hidden: VecSet<ProgramId>,
    pub(super) notes: VecMap<ProgramId, String>,
    pub(super) listed: crate::Applications,
    pub(super) search: ProgramSearch,
}

/// Six programs: 0 to 2 ranked in the order 2, 0, 1; 3 without a chance; 4 shut; 5 elsewhere.
pub(super) fn world() -> World {
    let mut programs = vec![
        program(0, "Boston Alpha", UsState::Ma),
        program(1, "Cleveland University", UsState::Oh),
        program(2, "Zion Medical Center", UsState::Ny),
        program(3, "Delta Hospital", UsState::Ny),
        program(4, "Echo Hospital", UsState::Tx),
        program(5, "Boston Beta", UsState::Ma),
    ];
    programs[1].hints = NameHints::NONE.with(NameHint::University);
    programs[0].point = Point::new(42.36, -71.06);
    programs[2].point = Point::new(40.71, -74.0);
    let code = SpecialtyCode::from_number(140).unwrap();
    let catalog = Catalog::new(CatalogParts {
        programs,
        specialties: vec![Specialty {
            aliases: Box::new(["IM".into()]),
            ..Specialty::new(code, "Internal Medicine")
        }],
        statements: vec![accepts_j1(id(0))],
        ..CatalogParts::default()
    })
    .unwrap();
    let shut = GateReading {
        gate: Gate::Visa,
        state: GateState::Shut,
        pass: Band::exactly(0.0),
        reason: Reason::VisaRefused(VisaNeed::J1),
        origin: None,
    };
    World {
        search: forgiving(),
        catalog,
        ranking: Ranking {
            odds: Vec::new(),
            ranked: vec![
                ranked(2, 0.4, 1.0),
                ranked(0, 0.25, 0.9),
                ranked(1, 0.05, 0.95),
            ],
            shut: vec![Shut {
                program: ProgramIndex(4),
                by: shut,
            }],
            not_modelled: vec![NotModelled {
                program: ProgramIndex(3),
                why: NoChance::OneYear,
                gate: GateState::Open,
                open: 1.0,
                t: 1.0,
                order: 1.0,
            }],
            aim: Aim::default(),
        },
        bands: Vec::new(),
        notices: Vec::new(),
        applicant: Applicant {
            visa: Some(VisaNeed::J1),
            ..Applicant::default()
        },
        preferences: Preferences::default(),
        entries: Entries::default(),
        pinned: VecSet::new(),
        hidden: VecSet::new(),
        notes: VecMap::new(),
        listed: crate::Applications::new(),
    }
}

impl World {
    pub(super) fn input(&self) -> TableInput<'_> {
        TableInput {
            ranking: &self.ranking,
            bands: &self.bands,
            notices: &self.notices,
            catalog: &self.catalog,
            applicant: &self.applicant,
            preferences: &self.preferences,
            entries: &self.entries,
            pinned: &self.pinned,
            hidden: &self.hidden,
            compared: &[],
            notes: &self.notes,
            listed: &self.listed,
            buckets: None,
            search: Some(&self.search),
        }
    }

    pub(super) fn shown(&self, browse: &Browse) -> Vec<u32> {
        let view = view(&self.input(), browse);
        view.rows.iter().map(|row| row.program.0).collect()
    }
}

/// A search that takes names as lists write them, as it is once the app is whole.
fn forgiving() -> ProgramSearch {
    let search = ProgramSearch::default();
    search.forgive();
    search
}
