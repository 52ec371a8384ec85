//! Letters, the rest of the record, earlier training, languages, couples and military.

use yew::prelude::*;

use crate::ui::form::{Asked, Form, offers, yes_or_no};
use engine::applicant::MilitaryStatus;
use state::answers::Language;
use state::{Choice, Edit, Field, Member};

/// Letters, and what is recorded but separates no groups in published data.
pub(super) fn record(form: &Form) -> Html {
    html! {
        <>
            <div class="aside-note">
                <p>
                    { "These are recorded for your own use and for the guide\u{2019}s advice. Published data barely separate matched from unmatched applicants by such counts, so they change no number." }
                </p>
            </div>
            <div class="pair">
                { form.number(Field::LettersUs, Asked::plain("Letters from US physicians")) }
                { form.number(Field::LettersSpecialty, Asked::plain("Of those, in your first-choice specialty")) }
            </div>
            <div class="pair">
                { form.number(Field::Publications, Asked::plain("Publications, abstracts, presentations")) }
                { form.number(Field::Research, Asked::plain("Research experiences")) }
            </div>
            <div class="pair">
                { form.number(Field::Work, Asked::plain("Work experiences")) }
                { form.number(Field::Volunteering, Asked::plain("Volunteer experiences")) }
            </div>
            { form.text(Field::Degrees, Asked::hinted("Other graduate degrees", "Such as MPH, PhD, MBA")) }
        </>
    }
}

/// Earlier residency training and languages.
pub(super) fn training(form: &Form) -> Html {
    let answers = form.answers();
    let languages: Vec<_> = Language::ALL
        .iter()
        .map(|language| {
            (
                *language,
                language.label(),
                answers.languages.contains(language),
            )
        })
        .collect();
    let none = answers.languages_answered && answers.languages.is_empty();
    html! {
        <>
            { form.radios_revealing(Field::PriorUs, Asked::plain("Have you been a resident in the US before?").inline(), &yes_or_no(), answers.prior_us, Choice::PriorUs, |any| {
                any.then(|| form.number(Field::PriorUsMonths, Asked::hinted("Months of accredited US training", "Recorded; it changes no number.")))
            }) }
            { form.radios(Field::PriorAbroad, Asked::hinted("Have you been a resident outside the US?", "Recorded; it changes no number.").inline(), &yes_or_no(), answers.prior_abroad, Choice::PriorAbroad) }
            { form.checkboxes(Field::Languages, Asked::hinted("Which languages do you speak well enough for patients?", "Besides English. Programs in Puerto Rico train in Spanish; the others change no number.").inline(), &languages, Member::Language) }
            if none {
                <p class="field__hint" role="status">{ "Answered: none of these." }</p>
            } else if answers.languages.is_empty() {
                <button type="button" class="button button--plain" onclick={form.edit(|_: MouseEvent| Edit::NoLanguage)}>
                    { "None of these" }
                </button>
            }
        </>
    }
}

/// Couples and military.
pub(super) fn path(form: &Form) -> Html {
    let answers = form.answers();
    html! {
        <>
            { form.radios(Field::Couple, Asked::hinted("Do you match as one of a couple?", "Recorded; chances shown are for you alone.").inline(), &yes_or_no(), answers.couple, Choice::Couple) }
            { form.radios(Field::Military, Asked::hinted("Military standing", "Military programs take only applicants with one."), &offers(MilitaryStatus::ALL, MilitaryStatus::label), answers.military, Choice::Military) }
        </>
    }
}
