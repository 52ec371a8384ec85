//! The place of a program, as far as the ranking tells it from its neighbours'.

use engine::band::{Band, band_of};
use engine::catalog::ProgramIndex;
use engine::decimal::grouped;
use engine::ranking::Ranking;

/// What is said of programs that share their places.
pub const NO_DIFFERENCE: &str = "no difference that we can see";

/// A place in the ranking and the places of the band around it, each counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The program's own.
    pub at: u32,
    /// The band's first.
    pub first: u32,
    /// The band's last; a band of one begins and ends at the program's own.
    pub last: u32,
}

impl Place {
    /// The place of the program that stands at `at` in the ranking, from 0. Without bands each
    /// program has a place of its own.
    #[must_use]
    pub fn of(bands: &[Band], at: usize) -> Place {
        let band = band_of(bands, at).unwrap_or(Band {
            first: at,
            last: at,
        });
        let from_one = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
        Place {
            at: from_one(at),
            first: from_one(band.first),
            last: from_one(band.last),
        }
    }

    /// The place of a program; `None` if it is not ranked.
    #[must_use]
    pub fn find(ranking: &Ranking, bands: &[Band], program: ProgramIndex) -> Option<Place> {
        let mut all = ranking.ranked.iter();
        let at = all.position(|row| row.program == program)?;
        Some(Place::of(bands, at))
    }

    /// Whether other programs stand in the same place.
    #[must_use]
    pub fn is_shared(self) -> bool {
        self.first < self.last
    }

    /// Whether another program stands in the same place.
    #[must_use]
    pub fn is_shared_with(self, other: Place) -> bool {
        self.is_shared() && self.first == other.first
    }

    /// "41 to 63", or "41" where it stands alone.
    #[must_use]
    pub fn words(self) -> String {
        let place = |place: u32| grouped(place as usize);
        if self.is_shared() {
            format!("{} to {}", place(self.first), place(self.last))
        } else {
            place(self.at)
        }
    }
}
