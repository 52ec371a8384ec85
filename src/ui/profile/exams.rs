//! USMLE, COMLEX and ECFMG certification.

use yew::prelude::*;

use super::background::months;
use crate::ui::form::{Asked, Form, Offer, offers};
use crate::ui::questions;
use engine::applicant::{EcfmgStatus, ExamResult};
use state::answers::Pathway;
use state::{Choice, Field};

/// Every exam.
pub(super) fn exams(form: &Form) -> Html {
    let answers = form.answers();
    let results = offers(ExamResult::ALL, ExamResult::label);
    html! {
        <>
            { form.radios_revealing(Field::Step1, Asked::plain("Step 1"), &results, answers.step1, Choice::Step1, |result| {
                (result != ExamResult::NotTaken).then(|| html! {
                    <div class="pair">
                        { form.number(Field::Step1Score, Asked::hinted("Step 1 score (optional)", "Only for an exam before 26 January 2022")) }
                        { form.number(Field::Step1Attempts, attempts("Step 1")) }
                    </div>
                })
            }) }
            { questions::step2(form, Asked::plain("Step 2 CK"), || step2_more(form)) }
            { form.radios_revealing(Field::Step3, Asked::hinted("Step 3", "It changes gates only: an H-1B petition needs it"), &results, answers.step3, Choice::Step3, |result| {
                (result != ExamResult::NotTaken).then(|| html! {
                    <div class="pair">
                        { form.number(Field::Step3Score, Asked::hinted("Step 3 score (optional)", "Recorded; it changes no number.")) }
                        { form.number(Field::Step3Attempts, attempts("Step 3")) }
                    </div>
                })
            }) }
            if answers.asks_comlex() {
                { comlex(form, &results) }
            }
        </>
    }
}

fn attempts(exam: &str) -> Asked {
    Asked {
        question: format!("Attempts at {exam}").into(),
        hint: Some("How often you took it, the last time included".into()),
        ..Asked::default()
    }
}

fn step2_more(form: &Form) -> Html {
    let month = form.answers().step2_month;
    html! {
        <>
            <p class="field__hint">{ "The date decides the pass mark: 218 from July 2025, 214 from July 2022, 209 from July 2014, and lower before." }</p>
            <div class="pair">
                { form.select(Field::Step2Month, Asked::plain("Exam month"), &months(), month, Choice::Step2Month) }
                { form.number(Field::Step2Year, Asked::plain("Exam year")) }
            </div>
            { form.number(Field::Step2Attempts, attempts("Step 2 CK")) }
        </>
    }
}

fn comlex(form: &Form, results: &[Offer<ExamResult>]) -> Html {
    let answers = form.answers();
    let below_step2 = answers.step2 == Some(state::answers::Step2Answer::Comlex);
    html! {
        <>
            { form.radios_revealing(Field::Comlex1, Asked::plain("COMLEX-USA Level 1"), results, answers.comlex1, Choice::Comlex1, |result| {
                (result != ExamResult::NotTaken).then(|| form.number(Field::Comlex1Attempts, attempts("Level 1")))
            }) }
            <div class="pair">
                // With COMLEX in place of Step 2 CK, its score is asked there.
                if !below_step2 {
                    { form.number(Field::Comlex2Score, Asked::hinted("COMLEX Level 2-CE score", "From 9 to 999; never converted to a USMLE score")) }
                }
                { form.number(Field::Comlex2Attempts, attempts("Level 2-CE")) }
            </div>
        </>
    }
}

/// ECFMG certification, for graduates of schools outside the US.
pub(super) fn certification(form: &Form) -> Html {
    let answers = form.answers();
    let pathways = [
        (
            Pathway::One,
            "Pathway 1",
            Some("Licensed to practise without supervision in another country."),
        ),
        (
            Pathway::Two,
            "Pathway 2",
            Some("Passed an OSCE that the school's country requires for a licence."),
        ),
        (Pathway::Three, "Pathway 3", None),
        (Pathway::Four, "Pathway 4", None),
        (Pathway::Five, "Pathway 5", None),
        (
            Pathway::Six,
            "Pathway 6",
            Some("Judged by licensed physicians; also after a failed Step 2 CS."),
        ),
        (Pathway::Unsure, "Not sure yet", None),
    ];
    html! {
        <>
            { form.radios(Field::Ecfmg, Asked::hinted("ECFMG certification", "Some programs want it when you apply, others by the interview, the rank list or the start"), &offers(EcfmgStatus::ALL, EcfmgStatus::label), answers.ecfmg, Choice::Ecfmg) }
            { form.radios(Field::Pathway, Asked::hinted("Pathway (optional)", "The road to the clinical and communication skills requirement. Recorded; it changes no number."), &pathways, answers.pathway, Choice::Pathway) }
        </>
    }
}
