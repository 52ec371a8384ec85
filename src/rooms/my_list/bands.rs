//! The places of the ranking as bands: programs between which it sees no difference.

use std::rc::Rc;

use yew::prelude::*;

use crate::store::World;
use engine::catalog::ProgramIndex;
use engine::ordering;
use state::Loaded;
use state::browse::{NO_DIFFERENCE, Place};

/// Where each ranked program stands, by program.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Bands(Vec<(ProgramIndex, Place)>);

/// The bands, worked out once a ranking.
#[hook]
pub(super) fn use_bands(world: &World, loaded: &Rc<Loaded>) -> Rc<Bands> {
    use_memo((world.derived.clone(), loaded.clone()), |(_, loaded)| {
        Bands::of(world, loaded)
    })
}

impl Bands {
    fn of(world: &World, loaded: &Loaded) -> Bands {
        let ranked = &world.derived.ranking.ranked;
        let bands = world.derived.bands(loaded, &world.state.work.entries);
        let places = ranked.iter().enumerate();
        let mut places: Vec<(ProgramIndex, Place)> = places
            .map(|(at, row)| (row.program, Place::of(bands, at)))
            .collect();
        ordering::sort_by_key(&mut places, |(program, _)| *program);
        Bands(places)
    }

    fn place(&self, program: ProgramIndex) -> Option<Place> {
        let found = self.0.binary_search_by_key(&program, |(of, _)| *of);
        found.ok().and_then(|at| Some(self.0.get(at)?.1))
    }

    /// "Place 17", or "Place 41 to 63: no difference that we can see".
    pub(super) fn words(&self, program: ProgramIndex) -> Option<String> {
        let place = self.place(program)?;
        Some(if place.is_shared() {
            format!("Place {}: {NO_DIFFERENCE}", place.words())
        } else {
            format!("Place {}", place.words())
        })
    }

    /// Whether the ranking sees no difference between two programs.
    pub(super) fn is_one(&self, a: ProgramIndex, b: ProgramIndex) -> bool {
        let places = self.place(a).zip(self.place(b));
        places.is_some_and(|(a, b)| a.is_shared_with(b))
    }
}
