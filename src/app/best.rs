//! The best list is looked for by itself whenever what it follows from has changed.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::platform::spawn_local;
use yew::prelude::*;

use super::pieces::Solver;
use crate::store::World;
use state::lists::best::Basis;

/// Milliseconds without a change after which it is looked for anew: a number that is being typed is not
/// yet a question. The first list is waited for, and looked for at once.
const PAUSE: u32 = 200;

/// Looks for the best list while it is `wanted`, once nothing has changed for a moment. What was
/// begun for answers that have changed since is given up.
#[hook]
pub(crate) fn use_best(world: &World, wanted: bool) {
    let is_missing = world.state.best(&world.derived).is_none();
    let pause = world.state.best.as_ref().map_or(0, |_| PAUSE);
    let loaded = world.state.pack.ready().cloned();
    let has_chances = !world.derived.ranking.ranked.is_empty();
    let basis = Basis::of(&world.derived, &world.state.work);
    let world = world.clone();
    use_effect_with((basis, wanted && has_chances), move |(_, wanted)| {
        let stop = Rc::new(Cell::new(false));
        let begin = loaded.filter(|_| *wanted && is_missing).map(|loaded| {
            let stop = stop.clone();
            Timeout::new(pause, move || {
                spawn_local(async move {
                    Solver::load().await;
                    if let Some(solver) = Solver::here().filter(|_| !stop.get()) {
                        (solver.seek)(world, loaded, stop);
                    }
                });
            })
        });
        move || {
            stop.set(true);
            drop(begin);
        }
    });
}
