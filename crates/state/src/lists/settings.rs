//! By what settings lists are made: numbers, money, and what the visitor knows of signals.
//!
//! What is typed is kept as typed; [`ListSettings::number`] reads it.

use vecmap::VecMap;

use engine::list::{Allowance, Signalling};
use engine::program::SpecialtyCode;

/// A question about lists that is answered by a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ListSetting {
    /// Applications in all.
    Number,
    /// Most dollars for applications.
    Budget,
    /// Dollars that one more point of chance to match is worth to the visitor.
    PointWorth,
    /// Dollars for an application where no price is stated.
    Price,
    /// Dollars that fee assistance takes off.
    Assistance,
    /// Fewest applications to a specialty.
    Least(SpecialtyCode),
    /// Most applications to a specialty.
    Most(SpecialtyCode),
    /// Gold signals of a specialty.
    Gold(SpecialtyCode),
    /// Silver signals of a specialty, or all where it has one kind.
    Silver(SpecialtyCode),
}

/// What can happen to the settings.
#[derive(Clone, Debug, PartialEq)]
pub enum ListSettingEdit {
    /// An answer is typed; empty text takes it away.
    Type(ListSetting, String),
    /// Whether home and rotation programs of a specialty are signalled too.
    Tied(SpecialtyCode, Option<bool>),
    /// Whether the prices of an earlier season count until those of this one are out.
    EarlierPrices(bool),
}

/// The settings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ListSettings {
    typed: VecMap<ListSetting, String>,
    tied: VecMap<SpecialtyCode, bool>,
    earlier_prices: bool,
}

impl ListSetting {
    /// Least and most that it may be.
    #[must_use]
    pub fn range(self) -> (u32, u32) {
        match self {
            ListSetting::Number => (1, 400),
            ListSetting::Budget | ListSetting::Assistance => (0, 100_000),
            ListSetting::PointWorth => (0, 1_000_000),
            ListSetting::Price => (0, 1_000),
            ListSetting::Least(_) | ListSetting::Most(_) => (0, 400),
            ListSetting::Gold(_) | ListSetting::Silver(_) => (0, 60),
        }
    }

    /// Its word in a file and the specialty that it is about.
    #[must_use]
    pub fn code(self) -> (&'static str, Option<SpecialtyCode>) {
        match self {
            ListSetting::Number => ("number", None),
            ListSetting::Budget => ("budget", None),
            ListSetting::PointWorth => ("point_worth", None),
            ListSetting::Price => ("price", None),
            ListSetting::Assistance => ("assistance", None),
            ListSetting::Least(specialty) => ("least", Some(specialty)),
            ListSetting::Most(specialty) => ("most", Some(specialty)),
            ListSetting::Gold(specialty) => ("gold", Some(specialty)),
            ListSetting::Silver(specialty) => ("silver", Some(specialty)),
        }
    }

    /// The setting that a word names.
    #[must_use]
    pub fn from_code(code: &str, specialty: Option<SpecialtyCode>) -> Option<ListSetting> {
        Some(match (code, specialty) {
            ("number", None) => ListSetting::Number,
            ("budget", None) => ListSetting::Budget,
            ("point_worth", None) => ListSetting::PointWorth,
            ("price", None) => ListSetting::Price,
            ("assistance", None) => ListSetting::Assistance,
            ("least", Some(specialty)) => ListSetting::Least(specialty),
            ("most", Some(specialty)) => ListSetting::Most(specialty),
            ("gold", Some(specialty)) => ListSetting::Gold(specialty),
            ("silver", Some(specialty)) => ListSetting::Silver(specialty),
            _ => return None,
        })
    }
}

impl ListSettings {
    /// Carries out one edit.
    pub fn edit(&mut self, edit: ListSettingEdit) {
        match edit {
            ListSettingEdit::Type(setting, text) if text.is_empty() => {
                drop(self.typed.remove(&setting))
            }
            ListSettingEdit::Type(setting, text) => drop(self.typed.insert(setting, text)),
            ListSettingEdit::Tied(specialty, None) => drop(self.tied.remove(&specialty)),
            ListSettingEdit::Tied(specialty, Some(said)) => drop(self.tied.insert(specialty, said)),
            ListSettingEdit::EarlierPrices(said) => self.earlier_prices = said,
        }
    }

    /// What was typed; empty if nothing.
    #[must_use]
    pub fn text(&self, setting: ListSetting) -> &str {
        self.typed.get(&setting).map_or("", |text| text)
    }

    /// Everything that was typed.
    pub fn typed(&self) -> impl Iterator<Item = (ListSetting, &str)> {
        self.typed.iter().map(|(setting, text)| (*setting, &**text))
    }

    /// What was said of home and rotation programs, by specialty.
    pub fn tied(&self) -> impl Iterator<Item = (SpecialtyCode, bool)> {
        self.tied.iter().map(|(code, said)| (*code, *said))
    }

    /// Whether the prices of an earlier season count until those of this one are out.
    #[must_use]
    pub fn earlier_prices(&self) -> bool {
        self.earlier_prices
    }

    /// The number that was typed, `None` if nothing was.
    ///
    /// # Errors
    /// A sentence, where it is not a number in the setting's range.
    pub fn number(&self, setting: ListSetting) -> Result<Option<u32>, String> {
        let text = self.text(setting).trim();
        let text = text.strip_prefix('$').unwrap_or(text);
        if text.is_empty() {
            return Ok(None);
        }
        let (least, most) = setting.range();
        let digits: String = text.chars().filter(|c| *c != ',').collect();
        match digits.parse() {
            Ok(number) if (least..=most).contains(&number) => Ok(Some(number)),
            _ => Err(format!("Type a whole number from {least} to {most}")),
        }
    }

    /// The number that was typed, if it can be read.
    #[must_use]
    pub fn read(&self, setting: ListSetting) -> Option<u32> {
        self.number(setting).ok().flatten()
    }

    /// What the visitor says of the signals of a specialty.
    #[must_use]
    pub fn signalling(&self, specialty: SpecialtyCode) -> Signalling {
        let count = |setting: ListSetting| self.read(setting).and_then(|n| u8::try_from(n).ok());
        let (gold, silver) = (
            count(ListSetting::Gold(specialty)),
            count(ListSetting::Silver(specialty)),
        );
        Signalling {
            own: (gold.is_some() || silver.is_some()).then(|| Allowance {
                gold: gold.unwrap_or(0),
                silver: silver.unwrap_or(0),
            }),
            tied: self.tied.get(&specialty).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(setting: ListSetting, text: &str) -> Result<Option<u32>, String> {
        let mut settings = ListSettings::default();
        settings.edit(ListSettingEdit::Type(setting, text.into()));
        settings.number(setting)
    }

    #[test]
    fn money_may_be_written_with_its_sign_and_commas() {
        assert_eq!(typed(ListSetting::Budget, " $1,200 "), Ok(Some(1200)));
        assert_eq!(typed(ListSetting::Budget, ""), Ok(None));
        assert_eq!(typed(ListSetting::Budget, "0"), Ok(Some(0)));
        assert!(typed(ListSetting::Budget, "12.5").is_err());
        assert!(typed(ListSetting::Budget, "-3").is_err());
        assert!(typed(ListSetting::Number, "0").is_err());
        assert!(typed(ListSetting::Number, "99999999999").is_err());
    }

    #[test]
    fn every_term_has_a_word_of_its_own() {
        let code = SpecialtyCode::from_number(140).unwrap();
        let all = [
            ListSetting::Number,
            ListSetting::Budget,
            ListSetting::PointWorth,
            ListSetting::Price,
            ListSetting::Assistance,
            ListSetting::Least(code),
            ListSetting::Most(code),
            ListSetting::Gold(code),
            ListSetting::Silver(code),
        ];
        for setting in all {
            let (word, specialty) = setting.code();
            assert_eq!(ListSetting::from_code(word, specialty), Some(setting));
        }
        assert_eq!(ListSetting::from_code("gold", None), None);
    }

    #[test]
    fn signals_of_ones_own_count_as_soon_as_one_kind_is_given() {
        let code = SpecialtyCode::from_number(220).unwrap();
        let mut settings = ListSettings::default();
        assert_eq!(settings.signalling(code), Signalling::default());
        settings.edit(ListSettingEdit::Type(
            ListSetting::Silver(code),
            "15".into(),
        ));
        let own = settings.signalling(code).own.unwrap();
        assert_eq!((own.gold, own.silver), (0, 15));
    }
}
