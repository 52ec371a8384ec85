//! What a ranking is made from.

use super::applicant::{Applicant, Entries, Moment};
use super::catalog::Catalog;
use super::model::Model;
use super::preference::Preferences;

/// Everything that a ranking depends on.
///
/// All of it is borrowed, and none of it is looked up elsewhere: no clock, no file.
///
/// ```
/// use engine::applicant::{Applicant, Entries, Moment};
/// use engine::calendar::{Date, Season};
/// use engine::catalog::{Catalog, CatalogParts, Specialty};
/// use engine::geography::UsState;
/// use engine::preference::{Preferences, SpecialtyChoice};
/// use engine::program::{Program, ProgramId, SpecialtyCode};
/// use engine::ranking::{NoChance, RankInput, rank};
///
/// let medicine = SpecialtyCode::parse("140").unwrap();
/// let id = ProgramId::parse("1400500001").unwrap();
/// let catalog = Catalog::new(CatalogParts {
///     programs: vec![Program::new(id, "General Hospital", "Albany", UsState::Ny)],
///     specialties: vec![Specialty::new(medicine, "Internal Medicine")],
///     ..CatalogParts::default()
/// })
/// .unwrap();
/// let today = Date::parse("2026-11-23").unwrap();
/// let input = RankInput {
///     catalog: &catalog,
///     model: None,
///     applicant: &Applicant::default(),
///     preferences: &Preferences {
///         specialties: vec![SpecialtyChoice::training(medicine)],
///         ..Preferences::default()
///     },
///     entries: &Entries::default(),
///     moment: Moment { today, season: Season::of(today), stage: None },
/// };
/// // Without a model the program is kept, and says why it has no chance.
/// assert_eq!(rank(&input).not_modelled[0].why, NoChance::NoModel);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RankInput<'a> {
    /// The programs.
    pub catalog: &'a Catalog,
    /// The odds; `None` in a pack made without NRMP data.
    pub model: Option<&'a Model>,
    /// The person.
    pub applicant: &'a Applicant,
    /// The wishes.
    pub preferences: &'a Preferences,
    /// The visitor's own entries.
    pub entries: &'a Entries,
    /// When.
    pub moment: Moment,
}
