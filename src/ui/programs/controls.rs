//! What the buttons of this room do.

use yew::Callback;

use crate::engine::program::ProgramId;
use crate::state::shelf::ShelfEdit;

/// Callbacks that every part of the room shares.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Controls {
    /// Changes the shelf.
    pub(crate) edit: Callback<ShelfEdit>,
    /// Pins a program, or takes the pin away.
    pub(crate) pin: Callback<ProgramId>,
    /// Hides a program, or shows it again.
    pub(crate) hide: Callback<ProgramId>,
    /// Sets a program beside the others, or takes it away.
    pub(crate) compare: Callback<ProgramId>,
}
