//! USMLE, COMLEX and ECFMG certification.

use yew::prelude::*;

use super::background::months;
use crate::loading::details::DetailsNotice;
use crate::rooms::published_scores::PublishedScores;
use crate::rooms::questions::form::{Asked, Form, Offer, offers};
use crate::rooms::questions::shared;
use engine::applicant::{EcfmgStatus, ExamResult};
use state::questions::{
    COMLEX1, COMLEX1_ATTEMPTS, COMLEX2_ATTEMPTS, COMLEX2_SCORE, ECFMG, PATHWAY, Pathway, STEP1,
    STEP1_ATTEMPTS, STEP1_SCORE, STEP2, STEP2_ATTEMPTS, STEP2_MONTH, STEP2_YEAR, STEP3,
    STEP3_ATTEMPTS, STEP3_SCORE, Step2Answer,
};

/// Every exam.
pub(super) fn exams(form: &Form) -> Html {
    let answers = form.answers();
    let results = offers(ExamResult::ALL, ExamResult::label);
    html! {
        <>
            { form.radios_revealing(STEP1, Asked::plain("Step 1"), &results, |result| {
                (result != ExamResult::NotTaken).then(|| html! {
                    <div class="pair">
                        { form.number(STEP1_SCORE, Asked::hinted("Step 1 score (optional)", "Only for an exam before 26 January 2022")) }
                        { form.number(STEP1_ATTEMPTS, attempts("Step 1")) }
                    </div>
                })
            }) }
            { shared::step2(form, Asked::plain("Step 2 CK"), || step2_more(form)) }
            { where_it_stands(form) }
            { form.radios_revealing(STEP3, Asked::hinted("Step 3", "It changes requirements only: an H-1B petition needs it"), &results, |result| {
                (result != ExamResult::NotTaken).then(|| html! {
                    <div class="pair">
                        { form.number(STEP3_SCORE, Asked::hinted("Step 3 score (optional)", "Recorded; it changes no number.")) }
                        { form.number(STEP3_ATTEMPTS, attempts("Step 3")) }
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
    html! {
        <>
            <p class="field__hint">{ "The date decides the pass mark: 218 from July 2025, 214 from July 2022, 209 from July 2014, and lower before." }</p>
            <div class="pair">
                { form.select(STEP2_MONTH, Asked::plain("Exam month"), &months()) }
                { form.number(STEP2_YEAR, Asked::plain("Exam year")) }
            </div>
            { form.number(STEP2_ATTEMPTS, attempts("Step 2 CK")) }
        </>
    }
}

/// The score beside the published ones, in each chosen specialty.
fn where_it_stands(form: &Form) -> Html {
    let applicant = form.derived.applicant();
    let Some((kind, score)) = applicant.kind.zip(applicant.step2.score) else {
        return html! {};
    };
    let chosen = &form.derived.preferences().specialties;
    html! {
        if !chosen.is_empty() {
            <section class="stack" aria-labelledby="score-stands">
                <h3 id="score-stands">{ "Where your score stands" }</h3>
                <DetailsNotice />
                { for chosen.iter().map(|choice| {
                    let specialty = choice.code;
                    html! { <PublishedScores key={specialty.number()} {specialty} {kind} {score} /> }
                }) }
            </section>
        }
    }
}

fn comlex(form: &Form, results: &[Offer<ExamResult>]) -> Html {
    let answers = form.answers();
    let below_step2 = answers.get(STEP2) == Some(Step2Answer::Comlex);
    html! {
        <>
            { form.radios_revealing(COMLEX1, Asked::plain("COMLEX-USA Level 1"), results, |result| {
                (result != ExamResult::NotTaken).then(|| form.number(COMLEX1_ATTEMPTS, attempts("Level 1")))
            }) }
            <div class="pair">
                // With COMLEX in place of Step 2 CK, its score is asked there.
                if !below_step2 {
                    { form.number(COMLEX2_SCORE, Asked::hinted("COMLEX Level 2-CE score", "From 9 to 999; never converted to a USMLE score")) }
                }
                { form.number(COMLEX2_ATTEMPTS, attempts("Level 2-CE")) }
            </div>
        </>
    }
}

/// ECFMG certification, for graduates of schools outside the US.
pub(super) fn certification(form: &Form) -> Html {
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
            { form.radios(ECFMG, Asked::hinted("ECFMG certification", "Some programs want it when you apply, others by the interview, the rank list or the start"), &offers(EcfmgStatus::ALL, EcfmgStatus::label)) }
            { form.radios(PATHWAY, Asked::hinted("Pathway (optional)", "The road to the clinical and communication skills requirement. Recorded; it changes no number."), &pathways) }
        </>
    }
}
