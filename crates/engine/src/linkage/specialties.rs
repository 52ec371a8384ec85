//! Names of specialties in a text.

use super::vocabulary::is_filler;
use crate::catalog::Catalog;
use crate::geography::UsState;
use crate::program::SpecialtyCode;
use crate::text_index::folded;

/// Shortest word that, alone, names a specialty among other words: below it, names of hospitals
/// have the same letters.
const SHORTEST_AMONG: usize = 7;

/// Names and aliases of every specialty, as folded words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Specialties(Vec<(Vec<String>, SpecialtyCode)>);

impl Specialties {
    pub(super) fn of(catalog: &Catalog) -> Specialties {
        let mut names: Vec<(Vec<String>, SpecialtyCode)> = Vec::new();
        for specialty in catalog.specialties() {
            let aliases = specialty.aliases.iter().map(|alias| &**alias);
            for name in std::iter::once(&*specialty.name).chain(aliases) {
                names.push((folded(name), specialty.code));
            }
        }
        Specialties(names)
    }

    /// The specialty that words are the name of, and nothing more.
    pub(super) fn alone(&self, words: &[String]) -> Option<SpecialtyCode> {
        let telling: Vec<&String> = words.iter().filter(|word| !is_filler(word)).collect();
        let is_state = |word: &&String| {
            let mut states = UsState::ALL.iter();
            states.any(|state| word.eq_ignore_ascii_case(state.code()))
        };
        // NM is New Mexico, CN no state.
        if telling.is_empty() || telling.len() == 1 && telling.iter().any(is_state) {
            return None;
        }
        let names = self.0.iter();
        let mut same = names.filter(|(name, _)| {
            let name = name.iter().filter(|word| !is_filler(word));
            name.eq(telling.iter().copied())
        });
        same.next().map(|(_, code)| *code)
    }

    /// For each word the specialty that it helps to name among the others. Of two names that begin
    /// alike the longer is meant.
    pub(super) fn among(&self, words: &[String]) -> Vec<Option<SpecialtyCode>> {
        let mut named = vec![None; words.len()];
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            let begin = self.0.iter().filter(|(name, _)| {
                let is_telling =
                    name.len() > 1 || name.iter().any(|word| word.len() >= SHORTEST_AMONG);
                is_telling && rest.starts_with(name)
            });
            let longest = begin.max_by_key(|(name, _)| name.len());
            let Some((name, code)) = longest else {
                at += 1;
                continue;
            };
            for word in named.iter_mut().skip(at).take(name.len()) {
                *word = Some(*code);
            }
            at += name.len();
        }
        named
    }
}
