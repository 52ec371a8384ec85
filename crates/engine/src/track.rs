//! The kinds of position that a program offers, by its NRMP codes.

use crate::program::{Fill, NrmpCode, Track};
use crate::vocabulary::TrackKind;

/// What the newest report says of each kind of position.
#[derive(Clone, Copy, Debug)]
pub struct FillsByTrack {
    /// Of full training, categorical or primary.
    pub full: Option<Fill>,
    /// Of one year.
    pub one_year: Option<Fill>,
    /// Of training that begins after a first year elsewhere.
    pub advanced: Option<Fill>,
    /// Of positions for physicians.
    pub physician: Option<Fill>,
}

impl FillsByTrack {
    /// The kinds of position that the codes name, each once, with what the report says of them.
    /// The report gives one number for all full training: it goes to the categorical track, or to
    /// the primary one where there is no other.
    #[must_use]
    pub fn tracks(self, codes: &[NrmpCode]) -> Box<[Track]> {
        let named = |kind: TrackKind| codes.iter().any(|code| code.kind() == kind);
        let kinds = TrackKind::ALL.iter().copied().filter(|kind| named(*kind));
        let categorical = named(TrackKind::Categorical);
        let track = |kind| Track {
            kind,
            fill_2020: match kind {
                TrackKind::Categorical => self.full,
                TrackKind::Primary if !categorical => self.full,
                TrackKind::Primary => None,
                TrackKind::OneYear => self.one_year,
                TrackKind::Advanced => self.advanced,
                TrackKind::Physician => self.physician,
            },
        };
        // A slice that grows would be moved once more, for each of some ten thousand slices.
        let mut exact = Vec::with_capacity(kinds.clone().count());
        exact.extend(kinds.map(track));
        exact.into()
    }
}
