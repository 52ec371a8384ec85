//! Who says a fact, where to read it, and how old it is.

use yew::prelude::*;

use super::subject::Subject;
use engine::calendar::Date;
use engine::fact::{Layer, Origin, PageYears, StatementIndex};
use state::questions::days::day_words;

/// Layer, source with a link, and age.
pub(super) fn said_by(subject: &Subject<'_>, origin: Origin) -> Html {
    match origin {
        Origin::Visitor => html! {
            <span class="own-entry-mark">{ Layer::Visitor.label() }</span>
        },
        Origin::File(index) => match subject.file(index) {
            Some(file) => html! {
                <span class="own-entry-mark">{ format!("From the file of {}, {}", file.name, day_words(file.day)) }</span>
            },
            None => Html::default(),
        },
        Origin::Record(index) => match subject.catalog().source_details(index) {
            Some(source) => html! {
                <>{ format!("Record: {} ({})", source.title, source.year) }</>
            },
            // Its title is among the details.
            None => html! { "Record" },
        },
        Origin::Program(index) => page(subject, "The program\u{2019}s own page", index),
        Origin::Institution(index) => page(subject, "The institution\u{2019}s page", index),
        Origin::Borrowed(index) => page(
            subject,
            "A page of another department of the institution, borrowed",
            index,
        ),
    }
}

fn page(subject: &Subject<'_>, who: &str, index: StatementIndex) -> Html {
    let Some(statement) = subject.catalog().statement(index) else {
        return html! { who.to_owned() };
    };
    let this_year = subject.today().map(Date::year);
    let age = age(statement.years, this_year);
    let details = subject.catalog().statement_details(index);
    let Some(details) = details.filter(|details| !details.url.is_empty()) else {
        return html! { format!("{who}, {age}") };
    };
    html! {
        <>
            <a href={details.url.to_string()} rel="noopener external" target="_blank">
                { who.to_owned() }
                <span class="visually-hidden">{ " (opens in a new tab)" }</span>
            </a>
            { format!(", {age}") }
            if !details.note.is_empty() {
                { format!(". {}", details.note) }
            }
        </>
    }
}

/// When a page was written and how old it is by now.
pub(super) fn age(years: PageYears, this_year: Option<u16>) -> String {
    let old = |year: u16| match this_year.map(|now| now.saturating_sub(year)) {
        None => String::new(),
        Some(0) => ", this year".to_owned(),
        Some(1) => ", 1 year old".to_owned(),
        Some(n) => format!(", {n} years old"),
    };
    let at_least = |year: u16| old(year).replace(", ", ", at least ");
    match (years.from, years.to) {
        (Some(from), Some(to)) if from == to => format!("from {from}{}", old(from)),
        (Some(from), Some(to)) => format!("from {from} to {to}{}", at_least(to)),
        (Some(from), None) => format!("from {from} or later"),
        (None, Some(to)) => format!("from {to} or earlier{}", at_least(to)),
        (None, None) => "undated, age not known".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_told_as_far_as_the_page_shows() {
        let told = |from, to| age(PageYears { from, to }, Some(2026));
        assert_eq!(told(Some(2022), Some(2022)), "from 2022, 4 years old");
        assert_eq!(told(Some(2025), Some(2025)), "from 2025, 1 year old");
        assert_eq!(told(Some(2026), Some(2026)), "from 2026, this year");
        assert_eq!(
            told(Some(2020), Some(2022)),
            "from 2020 to 2022, at least 4 years old"
        );
        assert_eq!(told(Some(2023), None), "from 2023 or later");
        assert_eq!(
            told(None, Some(2019)),
            "from 2019 or earlier, at least 7 years old"
        );
        assert_eq!(told(None, None), "undated, age not known");
        let years = PageYears {
            from: Some(2022),
            to: Some(2022),
        };
        assert_eq!(age(years, None), "from 2022");
    }
}
