//! Season, person and graduation.

use yew::prelude::*;

use crate::rooms::questions::form::{Asked, Form, yes_or_no};
use crate::rooms::questions::shared;
use engine::calendar::Stage;
use state::questions::days::month_names;
use state::questions::{
    CITIZENSHIP, GAP_MONTHS, GRADUATION_MONTH, GRADUATION_YEAR, IN_US, Month, PRESENT_STATUS,
    SCHOOL_COUNTRY, STAGE,
};

/// Where the applicant stands, asked while programs review.
pub(super) fn season(form: &Form) -> Html {
    let offers = [
        (
            Stage::Applied,
            Stage::Applied.label(),
            Some("Signals can no longer change."),
        ),
        (
            Stage::ApplyingLate,
            Stage::ApplyingLate.label(),
            Some(
                "Programs have begun to review. How much a late application costs is not measured.",
            ),
        ),
        (
            Stage::Preparing,
            Stage::Preparing.label(),
            Some("There is time for exams and experience, and the list says so."),
        ),
    ];
    let asked = Asked::hinted(
        "Where do you stand?",
        "Programs are reviewing applications now. Your answer decides what can still change.",
    );
    form.radios(STAGE, asked, &offers)
}

/// Type and visa; then what is recorded for advice only.
pub(super) fn person(form: &Form) -> Html {
    html! {
        <>
            { shared::kind(form, Asked::plain("Applicant type").paired()) }
            { shared::visa(form, Asked::plain("Visa needed for training").paired()) }
            <details class="disclosure">
                <summary>{ "Citizenship and where you are now" }</summary>
                <div class="stack disclosure__body">
                    <p class="field__hint">{ "For dated advice on travel and visas. These answers never rule out a program and never change a chance." }</p>
                    { form.text(CITIZENSHIP, Asked::plain("Citizenship")) }
                    { form.text(SCHOOL_COUNTRY, Asked::plain("Country of medical school")) }
                    { form.radios(IN_US, Asked::plain("Are you in the US now?").inline(), &yes_or_no()) }
                    { form.text(PRESENT_STATUS, Asked::hinted("Present US status", "Such as B-2, F-1, H-4, asylum pending")) }
                </div>
            </details>
        </>
    }
}

/// Graduation and gaps.
pub(super) fn graduation(form: &Form) -> Html {
    html! {
        <>
            <div class="pair">
                { form.select(GRADUATION_MONTH, Asked::plain("Graduation month (optional)"), &months()) }
                { form.number(GRADUATION_YEAR, Asked::hinted("Graduation year", "Past or expected, such as 2019")) }
            </div>
            { form.number(GAP_MONTHS, Asked::hinted("Longest gap, in months (optional)", "Time without study or clinical work since graduation. Recorded; it changes no number.")) }
        </>
    }
}

/// The months by number and name.
pub(super) fn months() -> Vec<(Month, &'static str)> {
    let numbers = (1..).map_while(Month::new);
    numbers.zip(month_names().iter().copied()).collect()
}
