//! The addresses of the app and their titles.

use std::fmt;
use std::str::FromStr;

use yew_router::prelude::*;

use crate::engine::program::ProgramId;

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Routable)]
pub enum Route {
    /// One sentence, three questions.
    #[at("/")]
    Start,
    /// Everything that programs ask.
    #[at("/profile")]
    Profile,
    /// What the applicant wants.
    #[at("/preferences")]
    Preferences,
    /// Check your answers.
    #[at("/answers")]
    Answers,
    /// The ranking.
    #[at("/programs")]
    Programs,
    /// One program.
    #[at("/programs/:id")]
    Program {
        /// Its ACGME id.
        id: ProgramId,
    },
    /// Programs side by side.
    #[at("/compare/:ids")]
    Compare {
        /// Which.
        ids: Comparison,
    },
    /// How the number is made.
    #[at("/trust")]
    Trust,
    /// How well the model does against published outcomes.
    #[at("/trust/accuracy")]
    Accuracy,
    /// Where the data come from.
    #[at("/trust/sources")]
    Sources,
    /// No such page.
    #[not_found]
    #[at("/404")]
    NotFound,
}

impl Route {
    /// What the page is called in the window's title.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Route::Start => "Find the residency programs that fit you",
            Route::Profile => "Your profile",
            Route::Preferences => "Your preferences",
            Route::Answers => "Check your answers",
            Route::Programs => "Your programs",
            Route::Program { .. } => "Program",
            Route::Compare { .. } => "Compare programs",
            Route::Trust => "How the number is made",
            Route::Accuracy => "How accurate it is",
            Route::Sources => "Data sources",
            Route::NotFound => "Page not found",
        }
    }
}

/// The programs of a comparison, as its address spells them: ids joined by `+`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison(pub Vec<ProgramId>);

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, id) in self.0.iter().enumerate() {
            let join = if at == 0 { "" } else { "+" };
            write!(f, "{join}{id}")?;
        }
        Ok(())
    }
}

impl FromStr for Comparison {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let ids: Option<Vec<_>> = text.split('+').map(ProgramId::parse).collect();
        ids.map(Comparison).ok_or(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_own_address() {
        let id = ProgramId::parse("1400500001").unwrap();
        for route in [
            Route::Start,
            Route::Profile,
            Route::Preferences,
            Route::Answers,
            Route::Programs,
            Route::Program { id },
            Route::Compare {
                ids: Comparison(vec![id, id]),
            },
            Route::Trust,
            Route::Accuracy,
            Route::Sources,
        ] {
            assert_eq!(Route::recognize(&route.to_path()), Some(route));
        }
    }

    #[test]
    fn an_address_that_names_no_program_is_not_found() {
        for path in ["/programs/12", "/compare/1400500001+x", "/nowhere"] {
            assert_eq!(Route::recognize(path), Some(Route::NotFound), "{path}");
        }
    }
}
