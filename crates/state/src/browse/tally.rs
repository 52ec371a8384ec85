//! How many programs each filter would show.

use super::facet::Facet;

/// Numbers of programs by facet; a facet without a program is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally(Vec<(Facet, u32)>);

impl Tally {
    /// Counts one program more.
    pub(super) fn add(&mut self, facet: Facet) {
        match self.index(facet) {
            Ok(at) => {
                if let Some((_, count)) = self.0.get_mut(at) {
                    *count += 1;
                }
            }
            Err(at) => self.0.insert(at, (facet, 1)),
        }
    }

    /// How many programs have the facet.
    #[must_use]
    pub fn of(&self, facet: Facet) -> u32 {
        let row = self.index(facet).ok().and_then(|at| self.0.get(at));
        row.map_or(0, |(_, count)| *count)
    }

    fn index(&self, facet: Facet) -> Result<usize, usize> {
        self.0.binary_search_by_key(&facet, |(facet, _)| *facet)
    }
}
