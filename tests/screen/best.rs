//! What the app finds by itself once nothing has changed for a moment: the best list and what follows.

use std::rc::Rc;

use engine::list::lever::{chance, levers, pull};
use engine::portfolio::mixture::Search;
use state::derived::{Derived, Reading, Remarks, ranking};
use state::lists::best::{Best, BestList, Posed, Proof, Pulls};
use state::{Action, State};

/// A state once the best list for the answers has been found.
pub(crate) fn with_best(mut state: State) -> State {
    let loaded = state.pack.ready().cloned().expect("the data are here");
    let reading = Rc::new(Reading::of(&state.work.answers, state.today));
    let derived = Derived {
        ranking: Rc::new(ranking(&state.pack, &reading, &state.work.entries)),
        remarks: Rc::new(Remarks::of(&state.pack, &reading, &state.work.entries)),
        reading,
    };
    let work = &state.work;
    let question = derived.question(&loaded, &work.entries).expect("a day");
    let mut posed = Posed::of(&question, &derived.ranking, work, None).expect("no limits");
    let mut questions = 0;
    let found = loop {
        questions += 1;
        let instance = posed.making.instance().expect("no limits");
        let found = Search::new(&instance).finish();
        if posed.making.takes(&found) {
            break found;
        }
    };
    let proof = Proof {
        share: found.share_of_best(),
        questions,
    };
    let programs = posed.applications(&found);
    let list = BestList::of(&question, &derived, &loaded, work, (programs, proof));
    let best = Best::new(&derived, work, Ok(Rc::new(list)));
    let number = best.found().expect("a list").recommended.number;
    let pulls = levers(&question)
        .into_iter()
        .map(|lever| pull(&question, lever, number));
    let pulls = Pulls::of(chance(&question, number), pulls.collect());
    let best = Rc::new(best.with_pulls(pulls));
    state.apply(Action::BestFound(best));
    state
}
