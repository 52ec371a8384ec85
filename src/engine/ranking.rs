//! The one ordering.

use super::applicant::{Applicant, Entries, Moment};
use super::catalog::{Catalog, ProgramIndex};
use super::eligibility::{Band, GateReading, GateState};
use super::model::Model;
use super::preference::Preferences;
use super::vocabulary::vocabulary;

/// Everything that a ranking depends on.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The programs.
    pub catalog: &'a Catalog,
    /// The odds; `None` in a pack made without NRMP data.
    pub model: Option<&'a Model>,
    /// The person.
    pub applicant: &'a Applicant,
    /// The wishes.
    pub preferences: &'a Preferences,
    /// The visitor's own entries.
    pub entries: &'a Entries,
    /// When.
    pub moment: Moment,
}

vocabulary! {
    /// Why a program has a place but no chance.
    NoChance {
        /// Its specialty is entered by another road.
        Route = "route", "This specialty is not entered through the Main Residency Match";
        /// One-year positions do not count as a match.
        OneYear = "one_year", "A one-year position alone does not count as a match";
        /// No published rate, and nothing to borrow from.
        NoPublishedRate = "no_published_rate", "No preferred-specialty match rate is published for this specialty, for any applicant type we could borrow from";
        /// The applicant type is not answered.
        TypeUnanswered = "type_unanswered", "Your applicant type is missing";
        /// The data pack has no model.
        NoModel = "no_model", "This copy was made without the data that chances need";
    }
}

/// A program with a chance and a place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// The program.
    pub program: ProgramIndex,
    /// Its worst gate.
    pub gate: GateState,
    /// Chance of an interview, 0 to 1, gates included.
    pub p_interview: Band,
    /// Chance of matching there, given an interview and nothing better, 0 to 1.
    pub p_match_given_interview: Band,
    /// Worth of matching there, 0 to 1.
    pub t: f64,
    /// Mean over strength of P(interview) P(match | interview), times `t`: the order.
    pub value: f64,
}

/// A program that does not consider this application, or that the applicant ruled out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shut {
    /// The program.
    pub program: ProgramIndex,
    /// The first gate that is shut, in the order of [`super::eligibility::Gate::ALL`].
    pub by: GateReading,
}

/// A program without a chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NotModelled {
    /// The program.
    pub program: ProgramIndex,
    /// Why there is no chance.
    pub why: NoChance,
    /// Its worst gate.
    pub gate: GateState,
    /// Belief that its gates are open times its worth: the order among these.
    pub order: f64,
}

/// Every program of the chosen specialties, in exactly one of three lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranking {
    /// Best first by value; equal values by ACGME id.
    pub ranked: Vec<Ranked>,
    /// By ACGME id.
    pub shut: Vec<Shut>,
    /// Best first by order; equal orders by ACGME id.
    pub not_modelled: Vec<NotModelled>,
}

/// Ranks every program of the chosen specialties.
///
/// Nothing is dropped: each program of the chosen specialties is in exactly one of the three
/// lists. Programs of other specialties are in none.
#[must_use]
pub fn rank(question: &Question<'_>) -> Ranking {
    let _ = question;
    Ranking::default()
}
