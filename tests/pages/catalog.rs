//! A small made-up catalog: three specialties, four programs.

use smart_pick::engine::catalog::{Catalog, CatalogParts, Specialty};
use smart_pick::engine::place::{Point, UsState};
use smart_pick::engine::policy::Policy;
use smart_pick::engine::program::{NameHints, Program, ProgramId, SpecialtyCode};
use smart_pick::engine::vocabulary::Route;
use smart_pick::state::Loaded;

pub(crate) const FIRST: &str = "1400500001";
pub(crate) const SECOND: &str = "1400500002";

fn specialty(code: &str, name: &str, aliases: &[&str], route: Route) -> Specialty {
    Specialty {
        code: SpecialtyCode::parse(code).unwrap(),
        name: name.into(),
        aliases: aliases.iter().map(|a| Box::from(*a)).collect(),
        route,
        route_note: "".into(),
    }
}

fn program(id: &str, specialty: &str, name: &str, city: &str, state: UsState) -> Program {
    Program {
        id: ProgramId::parse(id).unwrap(),
        specialty: SpecialtyCode::parse(specialty).unwrap(),
        name: name.into(),
        institution: None,
        city: city.into(),
        state,
        place: Point::new(42.36, -71.06),
        website: None,
        accreditation: None,
        in_2025_directory: true,
        eras_2021: None,
        hints: NameHints::NONE,
        teaching_health_center: false,
        tracks: Box::new([]),
        nrmp_institution: None,
        nrmp_codes: Box::new([]),
        nrmp_note: None,
        history: Box::new([]),
        h1b_filing: None,
        policy: Policy::default(),
    }
}

pub(crate) fn loaded() -> Loaded {
    let parts = CatalogParts {
        specialties: vec![
            specialty("120", "Family Medicine", &["FM"], Route::MainMatch),
            specialty("140", "Internal Medicine", &["IM"], Route::MainMatch),
            specialty("240", "Ophthalmology", &["OPH"], Route::EarlyMatch),
        ],
        programs: vec![
            program(
                FIRST,
                "140",
                "Alder Hospital Program",
                "Boston",
                UsState::Ma,
            ),
            program(
                SECOND,
                "140",
                "Birch University Program",
                "Albany",
                UsState::Ny,
            ),
            program(
                "1200500003",
                "120",
                "Cedar Clinic Program",
                "Boston",
                UsState::Ma,
            ),
            program(
                "2400500004",
                "240",
                "Dogwood Eye Program",
                "Toledo",
                UsState::Oh,
            ),
        ],
        ..CatalogParts::default()
    };
    Loaded {
        catalog: Catalog::new(parts).unwrap(),
        model: None,
    }
}
