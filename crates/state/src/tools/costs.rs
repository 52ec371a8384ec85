//! What the road costs: the lines of the book with the visitor's own amounts, in all and by month.

use crate::content::tools::Cost;
use crate::tools::who::{Need, Who};
use engine::applicant::Applicant;
use engine::calendar::Date;

/// An amount in US dollars, low and high. Both are the same where it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// Low.
    pub low: i64,
    /// High.
    pub high: i64,
}

impl Span {
    /// A known amount.
    #[must_use]
    pub fn exact(amount: i64) -> Self {
        Span {
            low: amount,
            high: amount,
        }
    }

    /// Both together.
    #[must_use]
    pub fn plus(self, other: Span) -> Self {
        Span {
            low: self.low + other.low,
            high: self.high + other.high,
        }
    }

    /// What is left when the other is taken away: the least that can remain, and the most.
    #[must_use]
    pub fn less(self, other: Span) -> Self {
        Span {
            low: self.low - other.high,
            high: self.high - other.low,
        }
    }
}

/// The visitor's own currency.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Currency {
    /// Its name, such as INR; empty if there is none.
    pub name: String,
    /// How much of it one US dollar costs.
    pub rate: Option<f64>,
}

/// Why an amount could not be read, in words for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AmountError {
    /// Not a number.
    NoNumber,
    /// In a currency whose rate is not given.
    NoRate,
    /// More than anybody pays.
    TooLarge,
}

impl AmountError {
    /// What to do.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            AmountError::NoNumber => {
                "Enter an amount such as 1200, or 90000 with the name of your currency."
            }
            AmountError::NoRate => "Enter above what one US dollar costs in this currency.",
            AmountError::TooLarge => "Enter an amount below 10 million US dollars.",
        }
    }
}

/// Most dollars of a line.
const MOST: f64 = 10_000_000.0;

/// What stands before a number, the number from its first to its last digit, and what stands behind.
fn parted(text: &str) -> Option<(&str, &str, &str)> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (first, last) = (text.find(is_digit)?, text.rfind(is_digit)? + 1);
    Some((
        text.get(..first)?,
        text.get(first..last)?,
        text.get(last..)?,
    ))
}

/// A currency without the marks around its name: `Rs.` is `Rs`.
fn bare(name: &str) -> &str {
    name.trim_matches(|c: char| c.is_whitespace() || c == '.')
}

/// A number as people of many countries write it: `1200`, `1,200.50`, `1.200,50`, `90 000`,
/// `1,00,000`. A mark before three last digits separates thousands, unless it is a full stop that
/// is said to be a decimal one. `None` for anything else.
fn read_number(text: &str, stop_is_decimal: bool) -> Option<f64> {
    let is_space = |c: char| c.is_whitespace() || c == '\'' || c == '\u{2019}';
    let is_mark = |c: char| c == ',' || c == '.' || is_space(c);
    if !text.chars().all(|c| c.is_ascii_digit() || is_mark(c)) {
        return None;
    }
    let parts: Vec<&str> = text.split(is_mark).collect();
    let (last, groups) = parts.split_last()?;
    let mark = text.chars().rev().find(|c| is_mark(*c));
    let is_decimal = match mark {
        Some('.') if stop_is_decimal => true,
        Some(',' | '.') => last.len() != 3,
        _ => false,
    };
    let whole: &[&str] = if is_decimal { groups } else { &parts };
    let (first, others) = whole.split_first()?;
    let (end, middle) = match others.split_last() {
        Some((end, middle)) => (Some(end), middle),
        None => (None, others),
    };
    let is_grouped = end.is_none_or(|end| end.len() == 3)
        && middle.iter().all(|group| matches!(group.len(), 2 | 3))
        && !first.is_empty()
        && (others.is_empty() || first.len() <= 3);
    if !is_grouped {
        return None;
    }
    let fraction = if is_decimal { *last } else { "" };
    format!("{}.{fraction}0", whole.concat()).parse().ok()
}

/// Reads what one US dollar costs: `88.5`, `0,92`. `None` if it is no number above 0.
#[must_use]
pub fn rate(text: &str) -> Option<f64> {
    let rate = read_number(text.trim(), true)?;
    (rate > 0.0 && rate.is_finite()).then_some(rate)
}

/// Reads an amount: `1200`, `$1,200`, or `90 000 INR` in the visitor's own currency. Empty text is
/// no amount.
///
/// # Errors
/// [`AmountError`].
pub fn amount(text: &str, currency: &Currency) -> Result<Option<i64>, AmountError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (before, number, after) = parted(text).ok_or(AmountError::NoNumber)?;
    let number = read_number(number, false).ok_or(AmountError::NoNumber)?;
    let unit = format!("{before}{after}");
    let named = |name: &str| bare(&unit).eq_ignore_ascii_case(bare(name));
    let dollars = if ["", "$", "usd", "us$"].into_iter().any(named) {
        number
    } else if named(&currency.name) {
        number / currency.rate.ok_or(AmountError::NoRate)?
    } else {
        return Err(AmountError::NoNumber);
    };
    if dollars >= MOST {
        return Err(AmountError::TooLarge);
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "below ten million by the line above"
    )]
    Ok(Some(libm::round(dollars) as i64))
}

/// What is known of a line's amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// The visitor's own amount.
    Own(i64),
    /// The usual range.
    Usual(Span),
    /// Nothing: neither published nor typed.
    Nothing,
    /// What was typed cannot be read.
    Wrong(AmountError),
}

impl Known {
    /// The amount, if there is one.
    #[must_use]
    pub fn span(self) -> Option<Span> {
        match self {
            Known::Own(amount) => Some(Span::exact(amount)),
            Known::Usual(span) => Some(span),
            Known::Nothing | Known::Wrong(_) => None,
        }
    }
}

/// One line of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    /// What is paid for.
    pub cost: &'a Cost,
    /// How much.
    pub known: Known,
    /// Whether it is paid already.
    pub is_paid: bool,
    /// Whether the profile says so.
    pub is_done: bool,
    /// The month in which it falls due, its first day; `None` if no season is known.
    pub month: Option<Date>,
}

/// The lines that concern an applicant.
#[must_use]
pub fn lines<'a>(
    costs: &'a [Cost],
    applicant: &Applicant,
    submit: Option<Date>,
    typed: impl Fn(&str) -> Result<Option<i64>, AmountError>,
    paid: impl Fn(&str) -> bool,
) -> Vec<Line<'a>> {
    let concerns = |cost: &&Cost| {
        Who::from_code(&cost.who).is_some_and(|who| who.need(applicant) != Need::None)
    };
    let is_done = |cost: &Cost| {
        Who::from_code(&cost.done).is_some_and(|who| who.need(applicant) == Need::Done)
    };
    let concerned = costs.iter().filter(concerns);
    concerned
        .map(|cost| Line {
            cost,
            known: match (typed(&cost.id), cost.usual) {
                (Err(error), _) => Known::Wrong(error),
                (Ok(Some(amount)), _) => Known::Own(amount),
                (Ok(None), Some((low, high))) => Known::Usual(Span {
                    low: i64::from(low),
                    high: i64::from(high),
                }),
                (Ok(None), None) => Known::Nothing,
            },
            is_paid: paid(&cost.id) || is_done(cost),
            is_done: is_done(cost),
            month: submit.and_then(|day| day.months_earlier(i32::from(cost.months_before))),
        })
        .collect()
}

/// What the lines come to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// Everything that is paid out.
    pub out: Span,
    /// Everything that comes in.
    pub income: Span,
    /// What is not paid yet, less the income.
    pub to_pay: Span,
    /// Names of the lines about which nothing is known.
    pub unknown: Vec<String>,
    /// What falls due by month, earlier than the present month together with it, in order.
    pub months: Vec<(Date, Span)>,
}

/// Adds up.
#[must_use]
pub fn totals(lines: &[Line<'_>], today: Option<Date>) -> Totals {
    let mut totals = Totals::default();
    for line in lines {
        let Some(span) = line.known.span() else {
            if !line.cost.income {
                totals.unknown.push(line.cost.label.clone());
            }
            continue;
        };
        if line.cost.income {
            totals.income = totals.income.plus(span);
        } else {
            totals.out = totals.out.plus(span);
        }
        if line.is_paid {
            continue;
        }
        let nothing = Span::default();
        let due = if line.cost.income {
            nothing.less(span)
        } else {
            span
        };
        totals.to_pay = totals.to_pay.plus(due);
        let first = today.and_then(Date::first_of_month);
        if let Some(month) = line.month.and_then(Date::first_of_month) {
            let month = first.map_or(month, |first| month.max(first));
            match totals.months.iter_mut().find(|(at, _)| *at == month) {
                Some((_, sum)) => *sum = sum.plus(due),
                None => totals.months.push((month, due)),
            }
        }
    }
    totals.months.sort_by_key(|(month, _)| *month);
    totals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cost(id: &str, usual: Option<(u32, u32)>, before: i8, income: bool) -> Cost {
        Cost {
            id: id.into(),
            group: "Group".into(),
            label: id.into(),
            usual,
            html: String::new(),
            months_before: before,
            income,
            who: "all".into(),
            done: String::new(),
        }
    }

    fn rupees() -> Currency {
        Currency {
            name: "INR".into(),
            rate: Some(90.0),
        }
    }

    #[test]
    fn amounts_read_as_people_write_them() {
        assert_eq!(amount(" $1,200 ", &rupees()), Ok(Some(1200)));
        assert_eq!(amount("90 000 inr", &rupees()), Ok(Some(1000)));
        assert_eq!(amount("1200 USD", &Currency::default()), Ok(Some(1200)));
        assert_eq!(amount("", &rupees()), Ok(None));
        assert_eq!(amount("cheap", &rupees()), Err(AmountError::NoNumber));
        assert_eq!(amount("5 EUR", &rupees()), Err(AmountError::NoNumber));
        for wrong in ["500-1000", "3*1200", "-300", "\u{20b9}90000", "1,2,3", "."] {
            assert_eq!(
                amount(wrong, &rupees()),
                Err(AmountError::NoNumber),
                "{wrong}"
            );
        }
        for same in [
            "1,200",
            "1.200",
            "1 200",
            "1'200",
            "1200.00",
            "1.200,00",
            "US$ 1,200",
        ] {
            assert_eq!(amount(same, &rupees()), Ok(Some(1200)), "{same}");
        }
        assert_eq!(amount("1,08,000 INR", &rupees()), Ok(Some(1200)));
        let rs = Currency {
            name: "Rs.".into(),
            rate: rate("90"),
        };
        assert_eq!(amount("Rs. 90,000", &rs), Ok(Some(1000)));
        assert_eq!(rate("88.5"), Some(88.5));
        assert_eq!(rate("88,5"), Some(88.5));
        assert_eq!(rate("0.925"), Some(0.925));
        assert_eq!(rate("42,000"), Some(42_000.0));
        assert_eq!([rate("0"), rate("-1"), rate("x"), rate("")], [None; 4]);
        let unrated = Currency {
            name: "INR".into(),
            rate: None,
        };
        assert_eq!(amount("5 INR", &unrated), Err(AmountError::NoRate));
        assert_eq!(amount("99999999999", &rupees()), Err(AmountError::TooLarge));
    }

    #[test]
    fn what_the_profile_has_is_paid() {
        let exam = Cost {
            done: "step2".into(),
            ..cost("exam", Some((900, 900)), 20, false)
        };
        let mut applicant = Applicant::default();
        let paid = |applicant: &Applicant| {
            lines(
                std::slice::from_ref(&exam),
                applicant,
                None,
                |_| Ok(None),
                |_| false,
            )[0]
            .is_paid
        };
        assert!(!paid(&applicant));
        applicant.step2.score = engine::applicant::Score::new(240);
        assert!(paid(&applicant));
    }

    /// Exams of 900 paid by now, a placement of 0 to 4,000 in eight months before September 2027,
    /// own rent of 1,500 and a grant of 1,000 in the same month.
    #[test]
    fn a_worked_example_adds_up() {
        let costs = [
            cost("exam", Some((900, 900)), 20, false),
            cost("placement", Some((0, 4000)), 8, false),
            cost("rent", None, 8, false),
            cost("books", None, 8, false),
            cost("grant", None, 8, true),
        ];
        let own = |id: &str| match id {
            "rent" => Ok(Some(1500)),
            "grant" => Ok(Some(1000)),
            _ => Ok(None),
        };
        let submit = Date::parse("2027-09-02");
        let lines = lines(&costs, &Applicant::default(), submit, own, |id| {
            id == "exam"
        });
        let totals = totals(&lines, Date::parse("2026-11-25"));
        assert_eq!(
            totals.out,
            Span {
                low: 2400,
                high: 6400
            }
        );
        assert_eq!(totals.income, Span::exact(1000));
        assert_eq!(
            totals.to_pay,
            Span {
                low: 500,
                high: 4500
            }
        );
        assert_eq!(totals.unknown, ["books"]);
        let january = Date::parse("2027-01-01").unwrap();
        assert_eq!(
            totals.months,
            [(
                january,
                Span {
                    low: 500,
                    high: 4500
                }
            )]
        );
    }

    #[test]
    fn what_was_due_falls_due_now() {
        let costs = [cost("exam", Some((900, 900)), 20, false)];
        let submit = Date::parse("2026-09-02");
        let lines = lines(
            &costs,
            &Applicant::default(),
            submit,
            |_| Ok(None),
            |_| false,
        );
        let totals = totals(&lines, Date::parse("2026-11-25"));
        let november = Date::parse("2026-11-01").unwrap();
        assert_eq!(totals.months, [(november, Span::exact(900))]);
    }
}
