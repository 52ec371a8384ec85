//! The addresses of the app and their titles.

use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

use engine::program::ProgramId;
use state::content::tools::Tool;

/// A page of the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// One sentence, three questions.
    Start,
    /// Everything that programs ask.
    Profile,
    /// What the applicant wants.
    Preferences,
    /// Check your answers.
    Answers,
    /// The ranking.
    Programs,
    /// What the visitor applies to.
    MyList,
    /// The list on one page, for somebody who advises the visitor.
    Mentor,
    /// One program.
    Program {
        /// Its ACGME id.
        id: ProgramId,
    },
    /// Programs side by side.
    Compare {
        /// Which.
        ids: Comparison,
    },
    /// The table of contents of the guide.
    Guide,
    /// One article of it.
    Article {
        /// Which.
        slug: Slug,
    },
    /// A tool of the guide.
    Tool {
        /// Which.
        tool: Tool,
    },
    /// The view inside a partner's page.
    Embed,
    /// How partners embed it.
    Partners,
    /// How the number is made.
    Trust,
    /// How well the model does against published outcomes.
    Accuracy,
    /// Where the data come from.
    Sources,
    /// No such page.
    NotFound,
}

impl Route {
    /// The address, from the base of the site on.
    #[must_use]
    pub fn to_path(&self) -> String {
        let path = match self {
            Route::Start => "/",
            Route::Profile => "/profile",
            Route::Preferences => "/preferences",
            Route::Answers => "/answers",
            Route::Programs => "/programs",
            Route::MyList => "/list",
            Route::Mentor => "/list/mentor",
            Route::Program { id } => return format!("/programs/{id}"),
            // Written as addresses want a plus sign, which may also stand for a space.
            Route::Compare { ids } => {
                return format!("/compare/{}", ids.to_string().replace('+', "%2B"));
            }
            Route::Guide => "/guide",
            Route::Article { slug } => return format!("/guide/{slug}"),
            Route::Tool { tool } => return tool.path(),
            Route::Embed => "/embed",
            Route::Partners => "/partners",
            Route::Trust => "/trust",
            Route::Accuracy => "/trust/accuracy",
            Route::Sources => "/trust/sources",
            Route::NotFound => "/404",
        };
        path.to_owned()
    }

    /// The page at an address.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        match path.strip_suffix('/').unwrap_or(path) {
            "" => Route::Start,
            "/profile" => Route::Profile,
            "/preferences" => Route::Preferences,
            "/answers" => Route::Answers,
            "/programs" => Route::Programs,
            "/list" => Route::MyList,
            "/list/mentor" => Route::Mentor,
            "/guide" => Route::Guide,
            "/embed" => Route::Embed,
            "/partners" => Route::Partners,
            "/trust" => Route::Trust,
            "/trust/accuracy" => Route::Accuracy,
            "/trust/sources" => Route::Sources,
            path => Route::of_article(path)
                .or_else(|| Route::of_tool(path))
                .or_else(|| Route::of_programs(path))
                .unwrap_or(Route::NotFound),
        }
    }

    /// Whether the page says something of the best list.
    pub(crate) fn shows_best_list(&self) -> bool {
        matches!(
            self,
            Route::Start | Route::Programs | Route::Program { .. } | Route::MyList | Route::Mentor
        )
    }

    /// The page of an article.
    fn of_article(path: &str) -> Option<Self> {
        let slug = Slug::parse(path.strip_prefix("/guide/")?)?;
        Some(Route::Article { slug })
    }

    /// The page of a tool.
    fn of_tool(path: &str) -> Option<Self> {
        let tool = Tool::from_code(path.strip_prefix("/tools/")?)?;
        Some(Route::Tool { tool })
    }

    /// The page of one program, or of several.
    fn of_programs(path: &str) -> Option<Self> {
        if let Some(id) = path.strip_prefix("/programs/") {
            let id = ProgramId::parse(id)?;
            return Some(Route::Program { id });
        }
        let ids = path.strip_prefix("/compare/")?.replace("%2B", "+");
        let ids = ids.parse().ok()?;
        Some(Route::Compare { ids })
    }

    /// What the page is called in the window's title.
    #[must_use]
    pub fn title(&self) -> &'static str {
        match self {
            Route::Start => "Find the residency programs that fit you",
            Route::Profile => "Your profile",
            Route::Preferences => "Your preferences",
            Route::Answers => "Check your answers",
            Route::Programs => "Your programs",
            Route::MyList => "My list",
            Route::Mentor => "One page for a mentor",
            Route::Program { .. } => "Program",
            Route::Compare { .. } => "Compare programs",
            Route::Guide | Route::Article { .. } => "Guide",
            Route::Tool { tool } => tool.label(),
            Route::Embed => "Programs that fit you",
            Route::Partners => "For partner sites",
            Route::Trust => "How the number is made",
            Route::Accuracy => "How accurate it is",
            Route::Sources => "Data sources",
            Route::NotFound => "Page not found",
        }
    }
}

/// What the window of a page is called.
pub(crate) fn window_title(page: &str) -> String {
    format!("{page} – Smart Pick")
}

/// The name of an article in addresses: lower-case letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(Rc<str>);

impl Slug {
    /// Longest name.
    const LONGEST: usize = 64;

    /// Reads a name; `None` if it is none.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let fits = !text.is_empty() && text.len() <= Slug::LONGEST;
        (fits && text.chars().all(is_plain)).then(|| Slug(text.into()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
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
            Route::MyList,
            Route::Mentor,
            Route::Program { id },
            Route::Compare {
                ids: Comparison(vec![id, id]),
            },
            Route::Guide,
            Route::Tool {
                tool: Tool::Journal,
            },
            Route::Embed,
            Route::Partners,
            Route::Trust,
            Route::Accuracy,
            Route::Sources,
        ] {
            assert_eq!(Route::of_path(&route.to_path()), route);
        }
    }

    #[test]
    fn an_address_is_read_as_people_write_it() {
        let id = ProgramId::parse("1400500001").unwrap();
        let ids = Comparison(vec![id, id]);
        let path = "/compare/1400500001+1400500001";
        assert_eq!(Route::of_path(path), Route::Compare { ids });
        assert_eq!(Route::of_path("/trust/"), Route::Trust);
    }

    #[test]
    fn an_address_that_names_no_program_is_not_found() {
        for path in ["/programs/12", "/compare/1400500001+x", "/nowhere"] {
            assert_eq!(Route::of_path(path), Route::NotFound, "{path}");
        }
    }
}
