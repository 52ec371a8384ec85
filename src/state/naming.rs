//! Which specialty or place of the catalog a typed text names.

use super::answers::{Answers, PlaceAnswer, SpecialtyAnswer};
use crate::engine::catalog::{Catalog, Specialty};
use crate::engine::ordering;
use crate::engine::place::{Point, UsState};

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

/// The answer that a typed text makes.
#[must_use]
pub fn specialty_answer(catalog: Option<&Catalog>, typed: String) -> SpecialtyAnswer {
    let code = catalog
        .and_then(|catalog| specialty(catalog, &typed))
        .map(|s| s.code);
    SpecialtyAnswer {
        typed,
        code,
        given: false,
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
                point: program.place?,
            })
        })
        .collect();
    ordering::sort_by(&mut cities, |a, b| a.name.cmp(&b.name));
    cities.dedup_by(|a, b| a.name == b.name);
    cities
}

/// The answer that a typed text makes.
#[must_use]
pub fn place_answer(cities: &[City], typed: String) -> PlaceAnswer {
    let point = cities
        .iter()
        .find(|city| city.name.eq_ignore_ascii_case(typed.trim()))
        .map(|city| city.point);
    PlaceAnswer { typed, point }
}

impl Answers {
    /// Finds what was typed before the catalog was here.
    pub(super) fn resolve(&mut self, catalog: &Catalog) {
        for answer in &mut self.specialties {
            if answer.code.is_none() {
                answer.code = specialty(catalog, &answer.typed).map(|s| s.code);
            }
        }
        if self.near.point.is_none() && !self.near.typed.is_empty() {
            self.near = place_answer(&cities(catalog), std::mem::take(&mut self.near.typed));
        }
    }
}
