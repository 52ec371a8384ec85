//! A small made-up catalog: three specialties, four programs.

use engine::catalog::{Catalog, CatalogParts, Specialty};
use engine::geography::{Point, UsState};
use engine::program::{Program, ProgramId, SpecialtyCode};
use engine::vocabulary::Route;
use state::Loaded;

pub(crate) const FIRST: &str = "1400500001";
pub(crate) const SECOND: &str = "1400500002";

fn specialty(code: &str, name: &str, aliases: &[&str], route: Route) -> Specialty {
    Specialty {
        aliases: aliases.iter().map(|a| Box::from(*a)).collect(),
        route,
        ..Specialty::new(SpecialtyCode::parse(code).unwrap(), name)
    }
}

fn program(id: &str, name: &str, city: &str, state: UsState) -> Program {
    Program {
        point: Point::new(42.36, -71.06),
        ..Program::new(ProgramId::parse(id).unwrap(), name, city, state)
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
            program(FIRST, "Alder Hospital Program", "Boston", UsState::Ma),
            program(SECOND, "Birch University Program", "Albany", UsState::Ny),
            program("1200500003", "Cedar Clinic Program", "Boston", UsState::Ma),
            program("2400500004", "Dogwood Eye Program", "Toledo", UsState::Oh),
        ],
        ..CatalogParts::default()
    };
    Loaded::new(Catalog::new(parts).unwrap(), None, "made up")
}
