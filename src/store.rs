//! State, dispatch and what follows from the state, as a context.

use std::rc::Rc;

use yew::prelude::*;

use state::{Action, Derived, State};

/// The state as Yew keeps it from one action to the next.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Held(pub(crate) Rc<State>);

impl Reducible for Held {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = Rc::clone(&self.0);
        Rc::make_mut(&mut state).apply(action);
        Rc::new(Held(state))
    }
}

/// The state, what follows from it, and the way to change it: one context, since each type of
/// context is code of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct World {
    /// The state.
    pub state: Rc<State>,
    /// What follows from the state: applicant, preferences, problems, ranking.
    pub derived: Derived,
    /// The way to change the state. It never changes.
    pub dispatch: Callback<Action>,
}

/// The world of this render.
#[hook]
pub fn use_world() -> World {
    use_context::<World>().unwrap_or_default()
}
