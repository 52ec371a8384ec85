//! What the guide's tools say, from the build to the app. Fields named `html` were written by the
//! build from checked Markdown; all others are plain text.

use serde::{Deserialize, Serialize};

engine::vocabulary! {
    /// A tool of the guide, in the order in which they are offered.
    Tool {
        /// Which kinds of experience are open, and what they cost and bring.
        Experience = "experience", "Experience chooser";
        /// What to do from here on, with dates.
        Timeline = "timeline", "Timeline";
        /// Things to tick.
        Checklists = "checklists", "Checklists";
        /// What the road costs, in all and by month.
        Costs = "costs", "Cost planner";
        /// People met on the way.
        Contacts = "contacts", "Networking log";
        /// What each program on the list asks for.
        Pack = "pack", "Application pack";
        /// Conversations of a US clinic.
        Scenes = "scenes", "Clinic conversations";
        /// Interview questions to answer aloud.
        Practice = "practice", "Interview practice";
        /// Days in the clinic and interviews, written down.
        Journal = "journal", "Journal";
    }
}

impl Tool {
    /// Its address, from the base of the site on.
    #[must_use]
    pub fn path(self) -> String {
        format!("/tools/{}", self.code())
    }

    /// What it does, in a sentence.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Tool::Experience => {
                "Which kinds of US clinical experience are open to you, what they usually cost, what a letter from them is worth, and what to ask before you pay."
            }
            Tool::Timeline => {
                "What to do and by when, counted from where you stand today, with a way on for those who start late."
            }
            Tool::Checklists => "Documents and the five steps to a placement, to tick off.",
            Tool::Costs => {
                "What your road to residency costs, in all and by month, in your own currency too."
            }
            Tool::Contacts => "People you met, what you promised, and how each letter stands.",
            Tool::Pack => "What each program on your list asks for, and what is ready.",
            Tool::Scenes => {
                "Conversations of a US clinic: choose what you would say and read how it goes."
            }
            Tool::Practice => {
                "Interview questions to answer aloud against the clock, with your own drafts."
            }
            Tool::Journal => {
                "What you saw and learned, ready for a letter, an interview and your rank order list."
            }
        }
    }
}

/// Everything that the tools ask and say.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct ToolBook {
    /// Kinds of experience, from the one that weighs most.
    pub kinds: Vec<Kind>,
    /// Things to tick.
    pub checklists: Vec<Checklist>,
    /// Interview questions.
    pub questions: Vec<Question>,
    /// What to write about.
    pub prompts: Vec<Prompt>,
    /// Conversations to choose an answer in.
    pub scenes: Vec<Scene>,
    /// What the road may cost.
    pub costs: Vec<Cost>,
    /// What to do, counted from a day of the season.
    pub milestones: Vec<Milestone>,
    /// Questions that people ask.
    pub faq: Vec<Faq>,
}

impl ToolBook {
    /// Reads what the build wrote; `None` if it is something else.
    #[must_use]
    pub fn read(text: &str) -> Option<ToolBook> {
        serde_json::from_str(text).ok()
    }
}

/// A kind of US clinical experience.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Kind {
    /// Its code.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What one does there.
    pub html: String,
    /// Whether enrolled students may do it.
    pub student: bool,
    /// Whether graduates may do it.
    pub graduate: bool,
    /// Whether visitors on B-1 or a visa waiver may do it as students.
    pub visitor_student: bool,
    /// Whether visitors on B-1 or a visa waiver may do it as graduates.
    pub visitor_graduate: bool,
    /// Whether it needs leave to work in the US.
    pub needs_work: bool,
    /// Whether one touches patients.
    pub hands_on: bool,
    /// Months between asking and the first day: our assumption.
    pub lead_months: u8,
    /// Usual price of four weeks in US dollars, low and high; `None` where nothing was published.
    pub price: Option<(u32, u32)>,
    /// Where the price was read.
    pub price_html: String,
    /// What a letter from it is worth.
    pub letter_html: String,
    /// What to ask before paying.
    pub ask: Vec<String>,
}

/// Things to tick.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Checklist {
    /// Its code, which begins the names of its boxes.
    pub id: String,
    /// Its name.
    pub title: String,
    /// The article that explains it.
    pub article: String,
    /// Its lines.
    pub items: Vec<CheckItem>,
}

/// One thing to tick.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct CheckItem {
    /// Its code within the list.
    pub id: String,
    /// What to do.
    pub html: String,
}

/// An interview question.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Question {
    /// Its code.
    pub id: String,
    /// Its kind, by code.
    pub kind: String,
    /// The question.
    pub text: String,
    /// What is behind it and how to answer.
    pub hint: String,
    /// What in a profile brings it up, by code; empty if nothing.
    pub flag: String,
}

/// Something to write about.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Prompt {
    /// The kind of entry, by code.
    pub kind: String,
    /// The question.
    pub text: String,
}

/// A conversation.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Scene {
    /// Its code.
    pub id: String,
    /// What it is about.
    pub title: String,
    /// Where you are and what is said.
    pub setting: String,
    /// What you could say.
    pub choices: Vec<SceneChoice>,
    /// What to take from it.
    pub html: String,
}

/// An answer in a conversation.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct SceneChoice {
    /// What you say or do.
    pub text: String,
    /// How it goes: `good`, `mixed` or `poor`.
    pub verdict: String,
    /// Why.
    pub feedback: String,
}

/// A line of the budget.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Cost {
    /// Its code.
    pub id: String,
    /// What it belongs to.
    pub group: String,
    /// What is paid for.
    pub label: String,
    /// Usual amount in US dollars, low and high; `None` where nothing was published.
    pub usual: Option<(u32, u32)>,
    /// What the amount is for, and where it was read.
    pub html: String,
    /// Months before the season's first day to submit when it falls due, usually; negative after.
    pub months_before: i8,
    /// Whether it is money that comes in.
    pub income: bool,
    /// Who pays it: a code of `tools::who::Who`.
    pub who: String,
    /// What of a profile says that it is paid, by the same codes; empty if nothing does.
    pub done: String,
}

/// Something to do, counted from a day of the season.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Milestone {
    /// Its code.
    pub id: String,
    /// What to do.
    pub title: String,
    /// Why, and how.
    pub html: String,
    /// The day of the season that it is counted from, by code.
    pub from: String,
    /// Months before that day; negative after.
    pub months_before: i8,
    /// The latest that it still helps, in months before that day.
    pub last_months_before: i8,
    /// What to do instead when it is too late.
    pub late_html: String,
    /// Who has to: a code of `tools::who::Who`.
    pub who: String,
}

/// A question that people ask.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Faq {
    /// Its code, also of the answer from the visitor's own profile.
    pub id: String,
    /// The question.
    pub question: String,
    /// The answer for everybody.
    pub html: String,
}

/// Every term of the field that the app explains at the word.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Glossary {
    /// The terms, by the alphabet.
    pub terms: Vec<Term>,
}

/// A term of the field.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Term {
    /// Its code.
    pub id: String,
    /// The term.
    pub term: String,
    /// Other ways to say it.
    pub also: Vec<String>,
    /// What it means.
    pub html: String,
    /// The article that says more; empty if none does.
    pub article: String,
}

impl Glossary {
    /// Reads what the build wrote; `None` if it is something else.
    #[must_use]
    pub fn read(text: &str) -> Option<Glossary> {
        serde_json::from_str(text).ok()
    }

    /// The term of a code.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id == id)
    }
}
