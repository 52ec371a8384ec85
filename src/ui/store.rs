//! State, dispatch and what follows from the state, as contexts.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::{Action, Derived, State};

impl Reducible for State {
    type Action = Action;

    fn reduce(mut self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::make_mut(&mut self).apply(action);
        self
    }
}

/// The way to change the state. It never changes, so a control that only writes never renders
/// again for the sake of another's edit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Dispatch(pub Callback<Action>);

/// The state.
#[hook]
pub fn use_state_of_app() -> Rc<State> {
    use_context::<Rc<State>>().unwrap_or_default()
}

/// The way to change the state.
#[hook]
pub fn use_dispatch() -> Callback<Action> {
    use_context::<Dispatch>().unwrap_or_default().0
}

/// What follows from the state: applicant, preferences, problems, ranking.
#[hook]
pub fn use_derived() -> Derived {
    use_context::<Derived>().unwrap_or_default()
}
