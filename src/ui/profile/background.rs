//! Season, person and graduation.

use yew::prelude::*;

use crate::ui::form::{Asked, Form, yes_or_no};
use crate::ui::questions;
use engine::calendar::Stage;
use state::said::{month_names, stage_label};
use state::{Choice, Field};

/// Where the applicant stands, asked while programs review.
pub(super) fn season(form: &Form) -> Html {
    let offers = [
        (
            Stage::Applied,
            stage_label(Stage::Applied),
            Some("Signals can no longer change."),
        ),
        (
            Stage::ApplyingLate,
            stage_label(Stage::ApplyingLate),
            Some(
                "Programs have begun to review. How much a late application costs is not measured.",
            ),
        ),
        (
            Stage::Preparing,
            stage_label(Stage::Preparing),
            Some("There is time for exams and experience, and the list says so."),
        ),
    ];
    let asked = Asked::hinted(
        "Where do you stand?",
        "Programs are reviewing applications now. Your answer decides what can still change.",
    );
    form.radios(
        Field::Stage,
        asked,
        &offers,
        form.answers().stage,
        Choice::Stage,
    )
}

/// Type and visa; then what is recorded for advice only.
pub(super) fn person(form: &Form) -> Html {
    html! {
        <>
            { questions::kind(form, Asked::plain("Applicant type").paired()) }
            { questions::visa(form, Asked::plain("Visa needed for training").paired()) }
            <details class="disclosure">
                <summary>{ "Citizenship and where you are now" }</summary>
                <div class="stack disclosure__body">
                    <p class="field__hint">{ "For dated advice on travel and visas. These answers never shut a program and never change a chance." }</p>
                    { form.text(Field::Citizenship, Asked::plain("Citizenship")) }
                    { form.text(Field::SchoolCountry, Asked::plain("Country of medical school")) }
                    { form.radios(Field::InUs, Asked::plain("Are you in the US now?").inline(), &yes_or_no(), form.answers().in_us, Choice::InUs) }
                    { form.text(Field::PresentStatus, Asked::hinted("Present US status", "Such as B-2, F-1, H-4, asylum pending")) }
                </div>
            </details>
        </>
    }
}

/// Graduation and gaps.
pub(super) fn graduation(form: &Form) -> Html {
    let answers = form.answers();
    html! {
        <>
            <div class="pair">
                { form.select(Field::GraduationMonth, Asked::plain("Graduation month (optional)"), &months(), answers.graduation_month, Choice::GraduationMonth) }
                { form.number(Field::GraduationYear, Asked::hinted("Graduation year", "Past or expected, such as 2019")) }
            </div>
            { form.number(Field::GapMonths, Asked::hinted("Longest gap, in months (optional)", "Time without study or clinical work since graduation. Recorded; it changes no number.")) }
        </>
    }
}

/// The months by number and name.
pub(super) fn months() -> Vec<(u8, &'static str)> {
    (1..).zip(month_names().iter().copied()).collect()
}
