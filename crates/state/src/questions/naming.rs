//! Which specialty or place of the catalog a typed text names.

use super::answers::Answers;
use super::rows::{NearAnswer, SpecialtyAnswer};
use engine::catalog::{Catalog, Specialty};
use engine::geography::{Point, UsState};
use engine::ordering;
use engine::preference::Positions;
use engine::program::SpecialtyCode;

/// The specialty whose full or short name the text is, whatever the case.
#[must_use]
pub fn specialty<'a>(catalog: &'a Catalog, text: &str) -> Option<&'a Specialty> {
    let text = text.trim();
    let same = |name: &str| name.eq_ignore_ascii_case(text);
    let all = catalog.specialties();
    all.iter()
        .find(|s| same(&s.name))
        .or_else(|| all.iter().find(|s| s.aliases.iter().any(|a| same(a))))
}

/// What follows a specialty's name where its preliminary, one-year positions are meant.
pub const PRELIMINARY: &str = ", preliminary year";

/// The specialty that a text names, and which of its positions.
fn named(catalog: &Catalog, text: &str) -> Option<(SpecialtyCode, Positions)> {
    let text = text.trim();
    if let Some(specialty) = specialty(catalog, text) {
        return Some((specialty.code, Positions::Training));
    }
    let (name, rest) = text.split_at_checked(text.len().checked_sub(PRELIMINARY.len())?)?;
    let specialty = specialty(catalog, name).filter(|s| !s.one_year.is_empty())?;
    let is_meant = rest.eq_ignore_ascii_case(PRELIMINARY);
    is_meant.then_some((specialty.code, Positions::OneYear))
}

/// The answer that a typed text makes.
#[must_use]
pub fn specialty_answer(catalog: Option<&Catalog>, typed: String) -> SpecialtyAnswer {
    let named = catalog.and_then(|catalog| named(catalog, &typed));
    let mut answer = SpecialtyAnswer {
        typed,
        ..SpecialtyAnswer::default()
    };
    answer.name(named);
    answer
}

impl SpecialtyAnswer {
    fn name(&mut self, named: Option<(SpecialtyCode, Positions)>) {
        if let Some((code, positions)) = named {
            self.code = Some(code);
            self.positions = positions;
        }
    }
}

/// A city of the catalog: every program in it shares the point.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// City and state: "Boston, Massachusetts".
    pub name: String,
    /// State.
    pub state: UsState,
    /// Where it is.
    pub point: Point,
}

/// Every city of the catalog with a point, by name.
#[must_use]
pub fn cities(catalog: &Catalog) -> Vec<City> {
    let mut cities: Vec<City> = catalog
        .programs()
        .iter()
        .filter_map(|program| {
            Some(City {
                name: format!("{}, {}", program.city, program.state.label()),
                state: program.state,
                point: program.point?,
            })
        })
        .collect();
    ordering::sort_by(&mut cities, |a, b| a.name.cmp(&b.name));
    cities.dedup_by(|a, b| a.name == b.name);
    cities
}

/// The answer that a typed text makes.
#[must_use]
pub fn near_answer(cities: &[City], typed: String) -> NearAnswer {
    let point = cities
        .iter()
        .find(|city| city.name.eq_ignore_ascii_case(typed.trim()))
        .map(|city| city.point);
    NearAnswer { typed, point }
}

impl Answers {
    /// Finds what was typed before the catalog was here.
    pub(crate) fn resolve(&mut self, catalog: &Catalog) {
        for answer in &mut self.specialties {
            if answer.code.is_none() {
                let named = named(catalog, &answer.typed);
                answer.name(named);
            }
        }
        if self.near.point.is_none() && !self.near.typed.is_empty() {
            self.near = near_answer(&cities(catalog), std::mem::take(&mut self.near.typed));
        }
    }
}
