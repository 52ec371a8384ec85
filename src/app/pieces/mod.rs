//! What is not in the first download: each piece of the app arrives when a page of it is opened, or
//! soon after the list is on the screen, and with it what only pages tell of programs.
//!
//! A piece is a function marked with `wasm_split`: the build cuts the app there, and what only
//! that function leads to moves to a file of its own (`cargo xtask dist`). All that a piece gives
//! out is a function or a few, so that once it is here its pages are drawn like any other. Without
//! the feature `split`, natively and under trunk, nothing is cut and every piece is here at once.
//!
//! To add a room: a variant of [`Route`], its piece below, and its line in [`Piece::of`].

mod later;
mod name;

pub(crate) use later::Later;
use later::PROGRAM_TABLE;
pub(crate) use name::Piece;

use std::rc::Rc;

use yew::prelude::*;

use super::work_notices::{DrawNotices, notices};
use crate::browser::storage::Device;
use crate::loading::{details, pack};
use crate::rooms::answers::AnswersRoom;
use crate::rooms::embed::EmbedRoom;
use crate::rooms::guide::{ArticleRoom, GuideRoom};
use crate::rooms::my_list::{Export, ImportList, Optimise, Seek, mentor_room, my_list_room, seek};
use crate::rooms::overlay::{DrawOverlay, overlay};
use crate::rooms::partners::PartnersRoom;
use crate::rooms::preferences::PreferencesRoom;
use crate::rooms::profile::ProfileRoom;
use crate::rooms::programs::{DrawTable, ProgramTable, compare_room, program_room, programs_room};
use crate::rooms::tools::{FaqRoom, planning_room, practice_room};
use crate::rooms::trust::{accuracy_room, sources_room, trust_room};
use crate::routing::location::Location;
use crate::routing::route::Route;
use crate::store::World;
use state::lists::report::Report;
use state::persist::sync::{Desk, Turn};
use state::{Action, Loaded, Work};

/// A piece, and what it gives out: `here` has it once it has arrived, `load` fetches it and says whether
/// it came.
macro_rules! piece {
    ($(#[$doc:meta])* $name:ident ($file:ident): $gives:ty = $value:expr;) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub(crate) struct $name;

        #[cfg(not(feature = "split"))]
        impl $name {
            pub(crate) fn here() -> Option<$gives> {
                Some($value)
            }

            pub(crate) async fn load() -> bool {
                $name::here().is_some()
            }
        }

        #[cfg(feature = "split")]
        const _: () = {
            use std::cell::Cell;
            use wasm_split_helpers::{SplitLoaderError, wasm_split};

            thread_local! {
                static HERE: Cell<Option<$gives>> = const { Cell::new(None) };
            }

            #[wasm_split($file, fallible)]
            fn arrived() -> Result<$gives, SplitLoaderError> {
                Ok($value)
            }

            impl $name {
                pub(crate) fn here() -> Option<$gives> {
                    HERE.get()
                }

                pub(crate) async fn load() -> bool {
                    if HERE.get().is_none() {
                        HERE.set(arrived().await.ok());
                    }
                    HERE.get().is_some()
                }
            }
        };
    };
}

/// Draws a room.
pub(crate) type DrawRoom = fn(&Location, &World) -> Html;

/// Does one turn of the keeping ([`Desk::act`]).
pub(crate) type Act = fn(&mut Desk, &Device, Turn, u32) -> Option<Box<Work>>;

/// Reads the bytes of the data and tells the state.
pub(crate) type ReadPack = fn(Vec<u8>, Callback<Action>);

/// What stands over a page, and what only pages tell.
#[derive(Clone, Copy)]
pub(crate) struct Beside {
    /// Draws what opens over a page.
    pub(crate) overlay: DrawOverlay,
    /// Draws the notices over a page.
    pub(crate) notices: DrawNotices,
    /// Fetches and reads what only pages tell.
    pub(super) details: fn(Rc<Loaded>, Callback<Action>),
}

piece! {
    /// Reading and writing the kept work. It comes first: before it is here, nothing is kept.
    Keeping (keeping): Act = |desk, device, turn, mark| desk.act(device, turn, mark);
}
piece! {
    /// Reading the data, which come beside it.
    Data (data): ReadPack = pack::read;
}
piece! {
    /// The programs as a plan; the whole ranking comes later still.
    Programs (programs): DrawRoom = |_, world| programs_room(world, PROGRAM_TABLE);
}
piece! {
    /// What opens over pages: search, terms, what a link shares, notices.
    Overlays (overlays): Beside = Beside {
        overlay,
        notices,
        details: details::fetch,
    };
}
piece! {
    /// The questions: profile, preferences, and the check of the answers.
    Questions (questions): DrawRoom = |location, _| match &location.route {
        Route::Profile => html! { <ProfileRoom /> },
        Route::Preferences => html! { <PreferencesRoom /> },
        _ => html! { <AnswersRoom /> },
    };
}
piece! {
    /// One program, and programs side by side.
    OneProgram (program): DrawRoom = |location, world| match &location.route {
        Route::Program { id } => program_room(world, *id),
        Route::Compare { ids } => compare_room(world, ids),
        _ => Html::default(),
    };
}
piece! {
    /// The list of applications.
    MyList (list): DrawRoom = |location, world| match &location.route {
        Route::Mentor => mentor_room(world),
        _ => my_list_room(world, later::PARTS),
    };
}
piece! {
    /// The search for the best list.
    Solver (solver): Search = Search {
        optimise: |loaded| html! { <Optimise {loaded} /> },
        seek,
    };
}
piece! {
    /// Lists that come and go: read from elsewhere, and taken away.
    ListFiles (files): Files = Files {
        import: |loaded| html! { <ImportList {loaded} /> },
        export: |loaded, report| html! { <Export {loaded} {report} /> },
    };
}
piece! {
    /// The whole ranking with search, filters and sorts; the plan does without.
    Ranking (ranking): DrawTable = |loaded| html! { <ProgramTable {loaded} /> };
}
piece! {
    /// The guide: its contents and its articles.
    Guide (guide): DrawRoom = |location, _| match &location.route {
        Route::Article { slug } => {
            html! { <ArticleRoom slug={slug.clone()} target={location.target.clone()} /> }
        }
        _ => html! { <GuideRoom /> },
    };
}
piece! {
    /// The guide's tools that plan, and the article that answers from the profile.
    Planning (planning): DrawRoom = |location, _| match &location.route {
        Route::Tool { tool } => planning_room(*tool),
        _ => html! { <FaqRoom target={location.target.clone()} /> },
    };
}
piece! {
    /// The guide's tools that one writes and speaks in.
    Practice (practice): DrawRoom = |location, _| match &location.route {
        Route::Tool { tool } => practice_room(*tool),
        _ => Html::default(),
    };
}
piece! {
    /// How the numbers are made.
    Trust (trust): DrawRoom = |location, world| match &location.route {
        Route::Accuracy => accuracy_room(),
        Route::Sources => sources_room(world),
        _ => trust_room(world),
    };
}
piece! {
    /// The view for partner sites and the page about it: apart, so that a frame loads little and no
    /// other visitor loads it.
    Partners (partners): DrawRoom = |location, _| match &location.route {
        Route::Embed => html! { <EmbedRoom fragment={location.target.clone()} /> },
        _ => html! { <PartnersRoom /> },
    };
}

/// The search for the best list: where the visitor asks for it, and by itself.
#[derive(Clone, Copy)]
pub(crate) struct Search {
    pub(crate) optimise: fn(Rc<Loaded>) -> Html,
    pub(crate) seek: Seek,
}

/// What draws lists that come and go.
#[derive(Clone, Copy)]
pub(crate) struct Files {
    pub(crate) import: fn(Rc<Loaded>) -> Html,
    pub(crate) export: fn(Rc<Loaded>, Rc<Report>) -> Html,
}
