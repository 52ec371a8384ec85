//! The solver at work in pieces short enough that the page stays alive: for the visitor who asked, and
//! by itself whenever answers have changed.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use yew::platform::spawn_local;
use yew::platform::time::sleep;

use crate::browser::clock;
use crate::store::World;
use engine::list::lever::{chance, levers, pull};
use engine::portfolio::fault::Fault;
use engine::portfolio::mixture::{Portfolio, Search, Stage};
use state::lists::best::{Best, BestList, Posed, Proof, Pulls, refusal};
use state::{Action, Applications, Loaded};

/// Evaluations between two looks at the clock: about a millisecond of work.
const AT_ONCE: usize = 1_500;
/// Milliseconds of work between two looks at the page: less than a frame.
const A_FRAME: f64 = 12.0;

/// Asks the solver until it is the list; `None` if stopped. `on_stage` hears what is done, and at which
/// question.
pub(super) async fn find(
    posed: &mut Posed,
    on_stage: impl Fn(Stage, u32),
    stop: &Cell<bool>,
) -> Result<Option<(Applications, Proof)>, Fault> {
    let mut questions = 0;
    loop {
        questions += 1;
        let instance = posed.making.instance()?;
        let mut search = Search::new(&instance);
        let mut since = clock::millis();
        loop {
            let stage = search.step(AT_ONCE).stage;
            if stage != Stage::Done && clock::millis() - since < A_FRAME {
                continue;
            }
            on_stage(stage, questions);
            breathe().await;
            if stop.get() {
                return Ok(None);
            }
            if stage == Stage::Done {
                break;
            }
            since = clock::millis();
        }
        let found: Portfolio = search.finish();
        if posed.making.takes(&found) {
            let proof = Proof {
                share: found.share_of_best(),
                questions,
            };
            return Ok(Some((posed.applications(&found), proof)));
        }
    }
}

async fn breathe() {
    sleep(Duration::ZERO).await;
}

/// Looks for the best list of the answers in this world, and then for what would change it, until
/// stopped.
pub(crate) fn seek(world: World, loaded: Rc<Loaded>, stop: Rc<Cell<bool>>) {
    spawn_local(async move {
        let found = best_list(&world, &loaded, &stop).await;
        let Some(list) = found else {
            return;
        };
        // Drawing it is a piece of work of its own.
        breathe().await;
        let best = Best::new(&world.derived, &world.state.work, list);
        world
            .dispatch
            .emit(Action::BestFound(Rc::new(best.clone())));
        if let Some(pulls) = pulls(&world, &loaded, &best, &stop).await {
            let best = Rc::new(best.with_pulls(pulls));
            world.dispatch.emit(Action::BestFound(best));
        }
    });
}

/// The best list or why there is none; nothing if stopped, or while it is not known what day it is.
async fn best_list(
    world: &World,
    loaded: &Loaded,
    stop: &Cell<bool>,
) -> Option<Result<Rc<BestList>, Rc<str>>> {
    let work = &world.state.work;
    let question = world.derived.question(loaded, &work.entries)?;
    let mut posed = match Posed::of(&question, &world.derived.ranking, work, None) {
        Ok(posed) => posed,
        Err(why) => return Some(Err(why.into())),
    };
    breathe().await;
    let found = match find(&mut posed, |_, _| (), stop).await {
        Ok(found) => found?,
        Err(fault) => return Some(Err(refusal(&fault).into())),
    };
    breathe().await;
    let list = BestList::of(&question, &world.derived, loaded, work, found);
    Some(Ok(Rc::new(list)))
}

async fn pulls(world: &World, loaded: &Loaded, best: &Best, stop: &Cell<bool>) -> Option<Pulls> {
    let number = best.found()?.recommended.number;
    let question = world.derived.question(loaded, &world.state.work.entries)?;
    let now = chance(&question, number);
    let mut all = Vec::new();
    let mut since = clock::millis();
    for lever in levers(&question) {
        if clock::millis() - since > A_FRAME {
            breathe().await;
            since = clock::millis();
        }
        if stop.get() {
            return None;
        }
        all.push(pull(&question, lever, number));
    }
    Some(Pulls::of(now, all))
}

/// What looks for the best list by itself.
pub(crate) type Seek = fn(World, Rc<Loaded>, Rc<Cell<bool>>);
