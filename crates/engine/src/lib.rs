//! The brain: the field's words, the facts about programs, the gates, the odds and the one ordering.
//!
//! It is pure and total: the same inputs give the same bits on every machine, no call fails
//! and none panics. It reads no clock, does no I/O and names no crate but `libm`. A fact that
//! is not known is a variant ([`fact::Fact::NotStated`]), never a zero and never a default.

pub mod aim;
pub mod applicant;
pub mod applicant_record;
pub mod band;
pub mod calendar;
pub mod catalog;
pub mod contradiction;
pub mod decimal;
pub mod distinction;
pub mod eligibility;
pub mod explain;
pub mod fact;
pub mod fees;
pub mod geography;
pub mod hospital;
mod id;
pub mod linkage;
pub mod list;
pub mod model;
pub mod notice;
pub mod odds;
pub mod ordering;
mod passage;
pub mod policy;
pub mod portfolio;
pub mod preference;
pub mod program;
pub mod range;
mod rank_input;
pub mod ranking;
pub mod residency_explorer;
pub mod search;
pub mod season;
pub mod setting;
pub mod sought_after;
mod text_index;
pub mod track;
pub mod utility;
pub mod vocabulary;
pub mod what_if;
