//! The pieces by name: which page has which, and which are fetched ahead.

use super::{
    DrawRoom, Guide, ListFiles, MyList, OneProgram, Overlays, Partners, Planning, Practice,
    Programs, Questions, Ranking, Solver, Trust,
};
use crate::routing::route::Route;
use state::content::tools::Tool;

/// The article that the app answers from the profile.
const FAQ: &str = "faq";

/// The pieces by name, and what is asked of whichever it is. What reads the data and what keeps the work are asked for by name alone.
macro_rules! pieces {
    ($($name:ident),*) => {
        /// A piece, by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Piece {
            $($name),*
        }

        impl Piece {
            /// Whether it has arrived.
            pub(crate) fn is_here(self) -> bool {
                match self {
                    $(Piece::$name => $name::here().is_some()),*
                }
            }

            /// Fetches it; whether it came.
            pub(crate) async fn load(self) -> bool {
                match self {
                    $(Piece::$name => $name::load().await),*
                }
            }
        }
    };
}

pieces!(
    Overlays, Programs, Ranking, OneProgram, MyList, Solver, ListFiles, Questions, Guide, Planning,
    Practice, Trust, Partners
);

impl Piece {
    /// Those that come though nobody asked for them, once the list is on the screen: one after the other,
    /// the likeliest first.
    pub(crate) const AHEAD: [Piece; 11] = [
        Piece::Programs,
        Piece::Ranking,
        Piece::OneProgram,
        Piece::MyList,
        Piece::Solver,
        Piece::ListFiles,
        Piece::Questions,
        Piece::Guide,
        Piece::Planning,
        Piece::Practice,
        Piece::Trust,
    ];

    /// The piece of a page; `None` for what is in the first download.
    pub(crate) fn of(route: &Route) -> Option<Piece> {
        Some(match route {
            Route::Start | Route::NotFound => return None,
            Route::Programs => Piece::Programs,
            Route::Profile | Route::Preferences | Route::Answers => Piece::Questions,
            Route::Program { .. } | Route::Compare { .. } => Piece::OneProgram,
            Route::MyList | Route::Mentor => Piece::MyList,
            // Its answers are the visitor's own.
            Route::Article { slug } if slug.as_str() == FAQ => Piece::Planning,
            Route::Guide | Route::Article { .. } => Piece::Guide,
            Route::Tool { tool } => match tool {
                Tool::Contacts | Tool::Scenes | Tool::Practice | Tool::Journal => Piece::Practice,
                Tool::Timeline | Tool::Pack | Tool::Experience | Tool::Checklists | Tool::Costs => {
                    Piece::Planning
                }
            },
            Route::Trust | Route::Accuracy | Route::Sources => Piece::Trust,
            Route::Embed | Route::Partners => Piece::Partners,
        })
    }

    /// What draws its rooms, once it is here; never for one without rooms.
    pub(super) fn rooms(self) -> Option<DrawRoom> {
        match self {
            Piece::Programs => Programs::here(),
            Piece::Questions => Questions::here(),
            Piece::OneProgram => OneProgram::here(),
            Piece::MyList => MyList::here(),
            Piece::Guide => Guide::here(),
            Piece::Planning => Planning::here(),
            Piece::Practice => Practice::here(),
            Piece::Trust => Trust::here(),
            Piece::Partners => Partners::here(),

            Piece::Overlays | Piece::Ranking | Piece::Solver | Piece::ListFiles => None,
        }
    }
}
