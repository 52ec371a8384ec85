//! Lists and the terms on which they are made.

use serde::Serialize;
use vecmap::VecMap;

use super::super::bounds::{LINE, PROGRAMS, TERMS};
use super::super::lists::{LONGEST_NAME, List, Lists, MOST_LISTS};
use super::super::terms::{Term, TermEdit, Terms};
use super::few::{Few, Pairs, cut};
use super::part::part;
use engine::portfolio::Level;
use engine::program::{ProgramId, SpecialtyCode};

part! {
    /// A list of programs by name. Signals stand apart, so that a list without any is short.
    #[derive(Serialize)]
    pub(super) struct SavedList {
        name: String,
        programs: Few<String>,
        #[serde(skip_serializing_if = "Pairs::is_empty")]
        signals: Pairs<String>,
    }
}

impl From<&List> for SavedList {
    fn from(list: &List) -> Self {
        let sent = list.programs.iter();
        let sent = sent.filter(|(_, level)| **level > Level::Plain);
        SavedList {
            name: list.name.clone(),
            programs: list.programs.keys().map(ToString::to_string).collect(),
            signals: sent
                .map(|(id, level)| (id.to_string(), level.code().to_owned()))
                .collect(),
        }
    }
}

pub(super) fn read(saved: Few<SavedList>, open: usize, left_out: &mut usize) -> Lists {
    let mut all = Vec::new();
    for list in saved.first(MOST_LISTS, left_out) {
        let mut programs = VecMap::new();
        for id in list.programs.first(PROGRAMS, left_out) {
            match ProgramId::parse(&id) {
                Some(id) => drop(programs.insert(id, Level::Plain)),
                None => *left_out += 1,
            }
        }
        for (id, code) in list.signals.first(PROGRAMS, left_out) {
            let sent = ProgramId::parse(&id).and_then(|id| programs.get_mut(&id));
            match (sent, Level::from_code(&code)) {
                (Some(sent), Some(level)) => *sent = level,
                _ => *left_out += 1,
            }
        }
        all.push(List {
            name: cut(list.name, LONGEST_NAME, left_out),
            programs,
        });
    }
    Lists::new(all, open)
}

part! {
    /// What was typed, by the words of [`Term::code`].
    #[derive(Serialize)]
    pub(super) struct SavedTerms {
        #[serde(skip_serializing_if = "Few::is_empty")]
        typed: Few<SavedTerm>,
        #[serde(skip_serializing_if = "Pairs::is_empty")]
        tied: Pairs<bool>,
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        earlier_prices: bool,
    }
}

part! {
    #[derive(Serialize)]
    struct SavedTerm {
        term: String,
        #[serde(skip_serializing_if = "Option::is_none")]
        specialty: Option<String>,
        text: String,
    }
}

impl From<&Terms> for SavedTerms {
    fn from(terms: &Terms) -> Self {
        let tied = terms.tied();
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
            tied: tied.map(|(code, said)| (code.to_string(), said)).collect(),
            earlier_prices: terms.earlier_prices(),
        }
    }
}

impl SavedTerms {
    pub(super) fn into_terms(self, left_out: &mut usize) -> Terms {
        let mut terms = Terms::default();
        for saved in self.typed.first(TERMS, left_out) {
            let specialty = saved.specialty.as_deref().map(SpecialtyCode::parse);
            // A specialty that does not read makes the term unreadable, not one without.
            let term = match specialty {
                Some(None) => None,
                code => Term::from_code(&saved.term, code.flatten()),
            };
            match term {
                Some(term) => terms.edit(TermEdit::Type(term, cut(saved.text, LINE, left_out))),
                None => *left_out += 1,
            }
        }
        for (code, said) in self.tied.first(TERMS, left_out) {
            match SpecialtyCode::parse(&code) {
                Some(code) => terms.edit(TermEdit::Tied(code, Some(said))),
                None => *left_out += 1,
            }
        }
        terms.edit(TermEdit::EarlierPrices(self.earlier_prices));
        terms
    }
}
