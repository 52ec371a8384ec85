//! Letters, the rest of the record, earlier training, languages, couples and military.

use yew::prelude::*;

use crate::rooms::questions::form::{Asked, Form, offers, yes_or_no};
use engine::applicant::MilitaryStatus;
use state::questions::{
    COUPLE, DEGREES, LANGUAGES, LETTERS_SPECIALTY, LETTERS_US, Language, MILITARY, PRIOR_ABROAD,
    PRIOR_US, PRIOR_US_MONTHS, PUBLICATIONS, RESEARCH, VOLUNTEERING, WORK,
};

/// Letters, and what is recorded but separates no groups in published data.
pub(super) fn record(form: &Form) -> Html {
    html! {
        <>
            <div class="aside-note">
                <p>
                    { "These are recorded for your own use and for the guide\u{2019}s advice. In published data, matched and unmatched applicants hardly differ in these counts, so they change no number." }
                </p>
            </div>
            <div class="pair">
                { form.number(LETTERS_US, Asked::plain("Letters from US physicians")) }
                { form.number(LETTERS_SPECIALTY, Asked::plain("Of those, in your first-choice specialty")) }
            </div>
            <div class="pair">
                { form.number(PUBLICATIONS, Asked::plain("Publications, abstracts, presentations")) }
                { form.number(RESEARCH, Asked::plain("Research experiences")) }
            </div>
            <div class="pair">
                { form.number(WORK, Asked::plain("Work experiences")) }
                { form.number(VOLUNTEERING, Asked::plain("Volunteer experiences")) }
            </div>
            { form.text(DEGREES, Asked::hinted("Other graduate degrees", "Such as MPH, PhD, MBA")) }
        </>
    }
}

/// Earlier residency training and languages.
pub(super) fn training(form: &Form) -> Html {
    let answers = form.answers();
    let none = answers.has_answered(LANGUAGES) && answers.members(LANGUAGES).next().is_none();
    html! {
        <>
            { form.radios_revealing(PRIOR_US, Asked::plain("Have you been a resident in the US before?").inline(), &yes_or_no(), |any| {
                any.then(|| form.number(PRIOR_US_MONTHS, Asked::hinted("Months of accredited US training", "Recorded; it changes no number.")))
            }) }
            { form.radios(PRIOR_ABROAD, Asked::hinted("Have you been a resident outside the US?", "Recorded; it changes no number.").inline(), &yes_or_no()) }
            { form.checkboxes(LANGUAGES, Asked::hinted("Which languages do you speak well enough for patients?", "Besides English. Programs in Puerto Rico train in Spanish; the others change no number.").inline(), Language::ALL, Language::label) }
            if none {
                <p class="field__hint" role="status">{ "Answered: none of these." }</p>
            } else if !answers.has_answered(LANGUAGES) {
                <button type="button" class="button button--plain" onclick={form.edit(|_: MouseEvent| LANGUAGES.none())}>
                    { "None of these" }
                </button>
            }
        </>
    }
}

/// Couples and military.
pub(super) fn path(form: &Form) -> Html {
    html! {
        <>
            { form.radios(COUPLE, Asked::hinted("Do you match as one of a couple?", "Recorded; chances shown are for you alone.").inline(), &yes_or_no()) }
            { form.radios(MILITARY, Asked::hinted("Military standing", "Military programs take only applicants with one."), &offers(MilitaryStatus::ALL, MilitaryStatus::label)) }
        </>
    }
}
