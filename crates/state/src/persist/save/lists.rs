//! Lists and the settings by which they are made.

use serde::Serialize;
use vecmap::VecMap;

use super::few::{Few, Pairs, cut};
use super::part::part;
use crate::lists::settings::{ListSetting, ListSettingEdit, ListSettings};
use crate::lists::{LONGEST_NAME, List, Lists, MOST_LISTS};
use crate::persist::bounds::{LINE, PROGRAMS, SETTINGS};
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
    /// What was typed, by the words of [`ListSetting::code`].
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

impl From<&ListSettings> for SavedTerms {
    fn from(settings: &ListSettings) -> Self {
        let tied = settings.tied();
        let typed = settings.typed().map(|(setting, text)| {
            let (word, specialty) = setting.code();
            SavedTerm {
                term: word.to_owned(),
                specialty: specialty.map(|code| code.to_string()),
                text: text.to_owned(),
            }
        });
        SavedTerms {
            typed: typed.collect(),
            tied: tied.map(|(code, said)| (code.to_string(), said)).collect(),
            earlier_prices: settings.earlier_prices(),
        }
    }
}

impl SavedTerms {
    pub(super) fn into_settings(self, left_out: &mut usize) -> ListSettings {
        let mut settings = ListSettings::default();
        for saved in self.typed.first(SETTINGS, left_out) {
            let specialty = saved.specialty.as_deref().map(SpecialtyCode::parse);
            // A specialty that does not read makes the term unreadable, not one without.
            let term = match specialty {
                Some(None) => None,
                code => ListSetting::from_code(&saved.term, code.flatten()),
            };
            match term {
                Some(setting) => settings.edit(ListSettingEdit::Type(
                    setting,
                    cut(saved.text, LINE, left_out),
                )),
                None => *left_out += 1,
            }
        }
        for (code, said) in self.tied.first(SETTINGS, left_out) {
            match SpecialtyCode::parse(&code) {
                Some(code) => settings.edit(ListSettingEdit::Tied(code, Some(said))),
                None => *left_out += 1,
            }
        }
        settings.edit(ListSettingEdit::EarlierPrices(self.earlier_prices));
        settings
    }
}
