//! On what terms lists are made: numbers, money, and what the visitor knows of signals.
//!
//! What is typed is kept as typed; [`Terms::number`] reads it.

use vecmap::VecMap;

use engine::list::{Allowance, Signalling};
use engine::program::SpecialtyCode;

/// A question about lists that is answered by a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
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

/// What can happen to the terms.
#[derive(Clone, Debug, PartialEq)]
pub enum TermEdit {
    /// An answer is typed; empty text takes it away.
    Type(Term, String),
    /// Whether home and rotation programs of a specialty are signalled too.
    Tied(SpecialtyCode, Option<bool>),
    /// Whether the prices of an earlier season count until those of this one are out.
    EarlierPrices(bool),
}

/// The terms.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    typed: VecMap<Term, String>,
    tied: VecMap<SpecialtyCode, bool>,
    earlier_prices: bool,
}

impl Term {
    /// Least and most that it may be.
    #[must_use]
    pub fn range(self) -> (u32, u32) {
        match self {
            Term::Number => (1, 400),
            Term::Budget | Term::Assistance => (0, 100_000),
            Term::PointWorth => (0, 1_000_000),
            Term::Price => (0, 1_000),
            Term::Least(_) | Term::Most(_) => (0, 400),
            Term::Gold(_) | Term::Silver(_) => (0, 60),
        }
    }

    /// Its word in a file and the specialty that it is about.
    #[must_use]
    pub fn code(self) -> (&'static str, Option<SpecialtyCode>) {
        match self {
            Term::Number => ("number", None),
            Term::Budget => ("budget", None),
            Term::PointWorth => ("point_worth", None),
            Term::Price => ("price", None),
            Term::Assistance => ("assistance", None),
            Term::Least(specialty) => ("least", Some(specialty)),
            Term::Most(specialty) => ("most", Some(specialty)),
            Term::Gold(specialty) => ("gold", Some(specialty)),
            Term::Silver(specialty) => ("silver", Some(specialty)),
        }
    }

    /// The term that a word names.
    #[must_use]
    pub fn from_code(code: &str, specialty: Option<SpecialtyCode>) -> Option<Term> {
        Some(match (code, specialty) {
            ("number", None) => Term::Number,
            ("budget", None) => Term::Budget,
            ("point_worth", None) => Term::PointWorth,
            ("price", None) => Term::Price,
            ("assistance", None) => Term::Assistance,
            ("least", Some(specialty)) => Term::Least(specialty),
            ("most", Some(specialty)) => Term::Most(specialty),
            ("gold", Some(specialty)) => Term::Gold(specialty),
            ("silver", Some(specialty)) => Term::Silver(specialty),
            _ => return None,
        })
    }
}

impl Terms {
    /// Carries out one edit.
    pub fn edit(&mut self, edit: TermEdit) {
        match edit {
            TermEdit::Type(term, text) if text.is_empty() => drop(self.typed.remove(&term)),
            TermEdit::Type(term, text) => drop(self.typed.insert(term, text)),
            TermEdit::Tied(specialty, None) => drop(self.tied.remove(&specialty)),
            TermEdit::Tied(specialty, Some(said)) => drop(self.tied.insert(specialty, said)),
            TermEdit::EarlierPrices(said) => self.earlier_prices = said,
        }
    }

    /// What was typed; empty if nothing.
    #[must_use]
    pub fn text(&self, term: Term) -> &str {
        self.typed.get(&term).map_or("", |text| text)
    }

    /// Everything that was typed.
    pub fn typed(&self) -> impl Iterator<Item = (Term, &str)> {
        self.typed.iter().map(|(term, text)| (*term, &**text))
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
    /// A sentence, where it is not a number in the term's range.
    pub fn number(&self, term: Term) -> Result<Option<u32>, String> {
        let text = self.text(term).trim();
        let text = text.strip_prefix('$').unwrap_or(text);
        if text.is_empty() {
            return Ok(None);
        }
        let (least, most) = term.range();
        let digits: String = text.chars().filter(|c| *c != ',').collect();
        match digits.parse() {
            Ok(number) if (least..=most).contains(&number) => Ok(Some(number)),
            _ => Err(format!("Type a whole number from {least} to {most}")),
        }
    }

    /// The number that was typed, if it can be read.
    #[must_use]
    pub fn read(&self, term: Term) -> Option<u32> {
        self.number(term).ok().flatten()
    }

    /// What the visitor says of the signals of a specialty.
    #[must_use]
    pub fn signalling(&self, specialty: SpecialtyCode) -> Signalling {
        let count = |term: Term| self.read(term).and_then(|n| u8::try_from(n).ok());
        let (gold, silver) = (count(Term::Gold(specialty)), count(Term::Silver(specialty)));
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

    fn typed(term: Term, text: &str) -> Result<Option<u32>, String> {
        let mut terms = Terms::default();
        terms.edit(TermEdit::Type(term, text.into()));
        terms.number(term)
    }

    #[test]
    fn money_may_be_written_with_its_sign_and_commas() {
        assert_eq!(typed(Term::Budget, " $1,200 "), Ok(Some(1200)));
        assert_eq!(typed(Term::Budget, ""), Ok(None));
        assert_eq!(typed(Term::Budget, "0"), Ok(Some(0)));
        assert!(typed(Term::Budget, "12.5").is_err());
        assert!(typed(Term::Budget, "-3").is_err());
        assert!(typed(Term::Number, "0").is_err());
        assert!(typed(Term::Number, "99999999999").is_err());
    }

    #[test]
    fn every_term_has_a_word_of_its_own() {
        let code = SpecialtyCode::from_number(140).unwrap();
        let all = [
            Term::Number,
            Term::Budget,
            Term::PointWorth,
            Term::Price,
            Term::Assistance,
            Term::Least(code),
            Term::Most(code),
            Term::Gold(code),
            Term::Silver(code),
        ];
        for term in all {
            let (word, specialty) = term.code();
            assert_eq!(Term::from_code(word, specialty), Some(term));
        }
        assert_eq!(Term::from_code("gold", None), None);
    }

    #[test]
    fn signals_of_ones_own_count_as_soon_as_one_kind_is_given() {
        let code = SpecialtyCode::from_number(220).unwrap();
        let mut terms = Terms::default();
        assert_eq!(terms.signalling(code), Signalling::default());
        terms.edit(TermEdit::Type(Term::Silver(code), "15".into()));
        let own = terms.signalling(code).own.unwrap();
        assert_eq!((own.gold, own.silver), (0, 15));
    }
}
