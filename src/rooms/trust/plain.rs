//! The words before the formula, and the list of what nobody has measured.

use yew::prelude::*;

use super::part;

const STEPS: [&str; 6] = [
    "We start from published tables. They say how many programs applicants of your type ranked in your specialty, and how many of them matched.",
    "Your Step 2 CK score moves you up or down within that group. Attempts beyond the second and years since graduation do so too. People with the same score still differ in ways that no form shows. We call this strength. We do not guess one value for it, but take the average over its whole range.",
    "Each program moves the chance a little: whether it is an academic centre, how many people like you its state takes, unfilled positions, how sought after it is, your ties to it, and preferences that you do not meet.",
    "Each program also has requirements: visa, scores, attempts, graduation year and others. Where a program states its rule, we use it. Where it does not, we use the share of programs that have such a rule. \"Not stated\" is never a yes and never a no.",
    "Together this gives the chance of an interview, and from a second part of the tables the chance of matching there after an interview.",
    "Last comes what the program is worth to you, from your own wishes. The ranking uses the chance and the worth together: the best overall first.",
];

const NOT_KNOWN: [(&str, &str); 10] = [
    (
        "US citizen IMGs by specialty",
        "We have no current table of how they matched in each specialty. Their chances are borrowed from other applicants and marked so.",
    ),
    (
        "The effect of needing a visa",
        "We know of no published table that splits match rates by visa. We use what programs state and how many programs sponsor at all.",
    ),
    (
        "The effect of the graduation year",
        "We use the cutoffs that programs state. What each further year costs in addition is based on one public sheet of about sixty people.",
    ),
    (
        "Applicants without an interview",
        "The match tables hold only people who ranked at least one program. The share who got no interview at all is our own estimate from these tables.",
    ),
    (
        "How many applications lie behind a table",
        "The tables count ranks, not applications. The number comes from other reports and is uncertain; the ranges include that.",
    ),
    (
        "A late application",
        "We know of no measurement of what it costs to apply after programs began to review, and put no number on it.",
    ),
    (
        "Signals and couples",
        "The number on this page is for an application without a signal. Applicants signal where they fit, so studies measure the signal and the fit together. The program's page therefore counts half of what they measure. No table by specialty shows couples.",
    ),
    (
        "Research, work and volunteering",
        "In the published tables they barely separate those who matched from those who did not. We do not count them.",
    ),
    (
        "COMLEX against USMLE",
        "We do not turn one score into the other. With COMLEX alone the number is the average of your applicant type, with a wider range.",
    ),
    (
        "This year",
        "Ranges tell how well the published tables are known, not how a coming season may differ from them. Positions and fill are from 2016 to 2020, unfilled positions also from 2026, pages are of the year shown, and a program can change its rules at any time. Ask before you rely on one.",
    ),
];

/// How the number is made, without a formula.
pub(super) fn in_plain_words() -> Html {
    part(
        "plain-words",
        "In plain words",
        html! {
            <ol class="trust__steps">
                { for STEPS.iter().map(|step| html! { <li key={*step}>{ *step }</li> }) }
            </ol>
        },
    )
}

/// What nobody has measured.
pub(super) fn not_known() -> Html {
    part(
        "not-known",
        "What is not known",
        html! {
            <dl class="trust__list">
                { for NOT_KNOWN.iter().map(|(what, why)| html! {
                    <div key={*what}>
                        <dt>{ *what }</dt>
                        <dd>{ *why }</dd>
                    </div>
                }) }
            </dl>
        },
    )
}
