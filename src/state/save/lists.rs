//! Lists and the terms on which they are made.

use serde::{Deserialize, Serialize};
use vecmap::VecMap;

use super::super::lists::{LONGEST_NAME, List, Lists, MOST_LISTS};
use super::super::terms::{Term, TermEdit, Terms};
use crate::engine::portfolio::Level;
use crate::engine::program::{ProgramId, SpecialtyCode};

/// A list of programs by name. Signals stand apart, so that a list without any is short.
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct SavedList {
    name: String,
    programs: Vec<String>,
    #[serde(skip_serializing_if = "VecMap::is_empty")]
    signals: VecMap<String, String>,
}

impl From<&List> for SavedList {
    fn from(list: &List) -> Self {
        let mut signals = VecMap::new();
        for (id, level) in &list.programs {
            if *level > Level::Plain {
                signals.insert(id.to_string(), level.code().to_owned());
            }
        }
        SavedList {
            name: list.name.clone(),
            programs: list.programs.keys().map(ToString::to_string).collect(),
            signals,
        }
    }
}

pub(super) fn read(saved: Vec<SavedList>, open: usize, left_out: &mut usize) -> Lists {
    *left_out += saved.len().saturating_sub(MOST_LISTS);
    let all = saved.into_iter().take(MOST_LISTS).map(|list| {
        let mut programs = VecMap::new();
        for id in &list.programs {
            match ProgramId::parse(id) {
                Some(id) => drop(programs.insert(id, Level::Plain)),
                None => *left_out += 1,
            }
        }
        for (id, code) in &list.signals {
            let sent = ProgramId::parse(id).and_then(|id| programs.get_mut(&id));
            match (sent, Level::from_code(code)) {
                (Some(sent), Some(level)) => *sent = level,
                _ => *left_out += 1,
            }
        }
        List {
            name: list.name.chars().take(LONGEST_NAME).collect(),
            programs,
        }
    });
    Lists::new(all.collect(), open)
}

/// What was typed, by the words of [`Term::code`].
#[derive(Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub(super) struct SavedTerms {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    typed: Vec<SavedTerm>,
    #[serde(skip_serializing_if = "VecMap::is_empty")]
    tied: VecMap<String, bool>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    earlier_prices: bool,
}

#[derive(Debug, Deserialize, Serialize)]
struct SavedTerm {
    term: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    specialty: Option<String>,
    text: String,
}

impl From<&Terms> for SavedTerms {
    fn from(terms: &Terms) -> Self {
        let mut tied = VecMap::new();
        for (code, said) in terms.tied() {
            tied.insert(code.to_string(), said);
        }
        let typed = terms.typed().map(|(term, text)| {
            let (word, specialty) = term.code();
            SavedTerm {
                term: word.to_owned(),
                specialty: specialty.map(|code| code.to_string()),
                text: text.to_owned(),
            }
        });
        SavedTerms {
            typed: typed.collect(),
            tied,
            earlier_prices: terms.earlier_prices(),
        }
    }
}

impl SavedTerms {
    pub(super) fn into_terms(self, left_out: &mut usize) -> Terms {
        let mut terms = Terms::default();
        for saved in self.typed {
            let specialty = saved.specialty.as_deref().map(SpecialtyCode::parse);
            // A specialty that does not read makes the term unreadable, not one without.
            let term = match specialty {
                Some(None) => None,
                code => Term::from_code(&saved.term, code.flatten()),
            };
            match term {
                Some(term) => terms.edit(TermEdit::Type(term, saved.text)),
                None => *left_out += 1,
            }
        }
        for (code, said) in self.tied {
            match SpecialtyCode::parse(&code) {
                Some(code) => terms.edit(TermEdit::Tied(code, Some(said))),
                None => *left_out += 1,
            }
        }
        terms.edit(TermEdit::EarlierPrices(self.earlier_prices));
        terms
    }
}
