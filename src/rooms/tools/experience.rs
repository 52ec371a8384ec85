//! The experience chooser.

use yew::prelude::*;

use super::{dollars, written};
use crate::kit::{Group, Layout, RadioOption, Radios, TextInput, Width};
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::{Route, Slug};
use crate::store::World;
use engine::applicant::Applicant;
use engine::calendar::Date;
use engine::vocabulary::Strength;
use state::content::tools::{Kind, ToolBook};
use state::notebook::Key;
use state::tools::costs::{Currency, amount};
use state::tools::experience::{Advice, Openness, Situation, Stay, advise};
use state::{Loaded, NotebookEdit};

/// What is asked, and every kind with what there is to say of it.
pub(super) fn experience(world: &World, book: &ToolBook) -> Html {
    let (situation, problem) = situation(world);
    let advice = advise(&book.kinds, &situation);
    let open = advice
        .iter()
        .filter(|a| a.openness == Openness::Open)
        .count();
    let budget = world.line(
        &key("budget"),
        "Budget for four weeks, in US dollars",
        Some("Fees of the host alone; rent and flights are in the cost planner."),
        Width::Short,
    );
    let months = world.line(
        &key("months"),
        "Months until it should begin",
        None,
        Width::Short,
    );
    html! {
        <>
            <section class="stack tool__part" aria-label="About you">
                { status(world, situation.is_student) }
                { stay(world, situation.stay) }
                { TextInput { error: problem.map(Into::into), digits: true, ..budget }.view() }
                { TextInput { digits: true, ..months }.view() }
            </section>
            { in_specialty(world) }
            <p role="status"><strong>
                if situation.is_student.is_none() || situation.stay.is_none() {
                    { "Say above whether you are a student or a graduate, and with which visa or status you would be in the US. Then you see which kinds are open to you." }
                } else {
                    { format!("{open} of {} kinds are open to you as far as your answers say.", advice.len()) }
                }
            </strong></p>
            { for advice.iter().map(kind) }
            <section class="stack tool__part" aria-labelledby="scam-checks">
                <h2 id="scam-checks">{ "Before you pay anybody" }</h2>
                <ul class="tool__list">
                    { for SCAM_CHECKS.iter().map(|check| html! { <li key={*check}>{ *check }</li> }) }
                </ul>
                if let Some(slug) = Slug::parse("money") {
                    <p>{ link(&Route::Article { slug }, "", "More on money and scams") }</p>
                }
            </section>
        </>
    }
}

/// What an honest offer passes.
const SCAM_CHECKS: [&str; 7] = [
    "The physician's name is known to you, and the state's medical board shows a licence under it.",
    "The hospital's own page or operator knows of the program. You called a number that you found yourself.",
    "What you may do is in writing: watch, examine, write notes.",
    "Nobody promises a letter, an interview or a match. A letter is earned.",
    "The price has a list of what is in it, and the refund if a visa is refused.",
    "You pay by card or into a business account, not by transfer to a person.",
    "You spoke with somebody who was there last month, and chose that person yourself.",
];

fn key(name: &str) -> Key {
    Key::of(&["experience", name])
}

/// What the chooser knows: the visitor's words here, and the profile where they are missing.
fn situation(world: &World) -> (Situation, Option<&'static str>) {
    let said = world.typed(&key("status"));
    let is_student = match said {
        "student" => Some(true),
        "graduate" => Some(false),
        _ => from_profile(world.derived.applicant(), world.state.today),
    };
    let budget = amount(world.typed(&key("budget")), &Currency::default());
    let situation = Situation {
        is_student,
        stay: Stay::from_code(world.typed(&key("stay"))),
        budget: budget
            .ok()
            .flatten()
            .and_then(|usd| u32::try_from(usd).ok()),
        months_left: world.typed(&key("months")).trim().parse().ok(),
    };
    (situation, budget.err().map(|error| error.words()))
}

/// A year of graduation says who is a student, except in the year itself.
fn from_profile(applicant: &Applicant, today: Option<Date>) -> Option<bool> {
    let (year, today) = (applicant.graduation_year?, today?);
    (year != today.year()).then_some(year > today.year())
}

fn status(world: &World, is_student: Option<bool>) -> Html {
    let chosen = is_student.map(|is_student| usize::from(!is_student));
    let codes = ["student", "graduate"];
    let radios = Radios {
        group: Group {
            id: "experience-status".into(),
            legend: "Where you stand".into(),
            ..Group::default()
        },
        options: [
            RadioOption::plain("Student, still enrolled"),
            RadioOption::plain("Graduate"),
        ]
        .into(),
        chosen,
        layout: Layout::Row,
        lasting: true,
        on_choose: choosing(world, "status", &codes),
    };
    radios.view()
}

fn stay(world: &World, stay: Option<Stay>) -> Html {
    let options: Vec<RadioOption> = Stay::ALL
        .iter()
        .map(|stay| RadioOption::plain(stay.label()))
        .collect();
    let codes: Vec<&'static str> = Stay::ALL.iter().map(|stay| stay.code()).collect();
    let radios = Radios {
        group: Group {
            id: "experience-stay".into(),
            legend: "Your visa or status while you are in the US".into(),
            ..Group::default()
        },
        options: options.into(),
        chosen: Stay::ALL.iter().position(|word| Some(*word) == stay),
        layout: Layout::Column,
        lasting: false,
        on_choose: choosing(world, "stay", &codes),
    };
    radios.view()
}

fn choosing(world: &World, name: &'static str, codes: &[&'static str]) -> Callback<Option<usize>> {
    let codes = codes.to_vec();
    world.note(move |index: Option<usize>| {
        let code = index
            .and_then(|index| codes.get(index))
            .copied()
            .unwrap_or_default();
        NotebookEdit::Type(key(name), code.to_owned())
    })
}

/// What programs of the first specialty state about experience.
fn in_specialty(world: &World) -> Html {
    let code = world
        .state
        .work
        .answers
        .specialties
        .first()
        .and_then(|s| s.code);
    let (Some(code), Some(loaded)) = (code, world.state.pack.ready()) else {
        return html! {};
    };
    let Loaded { catalog, .. } = &**loaded;
    let programs = catalog.of_specialty(code);
    let mut counts = [0_usize; 3];
    for program in programs {
        if let Some(rule) = program.policy().experience.stated() {
            let [required, preferred, not] = &mut counts;
            match rule.strength {
                Strength::Required => *required += 1,
                Strength::Preferred => *preferred += 1,
                Strength::NotRequired => *not += 1,
            }
        }
    }
    let [required, preferred, not] = counts;
    let stated = required + preferred + not;
    html! {
        <p>
            { format!(
                "In {}, {stated} of {} programs state what they want on pages that we have read: {required} require US clinical experience, {preferred} prefer it, {not} do not ask for it. The others do not say; ask them.",
                catalog.specialty_name(code), programs.len()
            ) }
        </p>
    }
}

fn kind(advice: &Advice<'_>) -> Html {
    let Kind {
        id,
        name,
        html,
        hands_on,
        lead_months,
        price,
        price_html,
        letter_html,
        ask,
        ..
    } = advice.kind;
    let (state, word) = match advice.openness {
        Openness::Open => ("good", "Open to you"),
        Openness::Ask => ("mixed", "Ask first"),
        Openness::Closed => ("poor", "Not open to you"),
    };
    let heading = format!("kind-{id}");
    let usual = match price {
        Some((low, high)) if low == high => dollars(i64::from(*low)),
        Some((low, high)) => format!(
            "{} to {}",
            dollars(i64::from(*low)),
            dollars(i64::from(*high))
        ),
        None => "Not published".to_owned(),
    };
    let hands = if *hands_on {
        "Hands-on"
    } else {
        "Watching, not hands-on"
    };
    html! {
        <section key={id.clone()} class="stack tool__part" aria-labelledby={heading.clone()}>
            <h2 id={heading}>{ name }</h2>
            <p class="verdict" data-verdict={state}><strong>{ word }</strong>{ for advice.reasons.iter().map(|reason| format!(". {}", reason.label().trim_end_matches('.'))) }</p>
            <p>{ written(html) }</p>
            <dl class="facts-line">
                <div><dt>{ "Kind of work" }</dt><dd>{ hands }</dd></div>
                <div><dt>{ "Usual price, four weeks" }</dt><dd>{ usual }</dd></div>
                <div><dt>{ "Notice, assumed here" }</dt><dd>{ words::counted(usize::from(*lead_months), "month", "months") }</dd></div>
            </dl>
            <p><strong>{ "Price. " }</strong>{ written(price_html) }</p>
            <p><strong>{ "Letter. " }</strong>{ written(letter_html) }</p>
            <details class="disclosure">
                <summary>{ "What to ask before you pay" }</summary>
                <ul class="tool__list">{ for ask.iter().map(|question| html! { <li key={question.clone()}>{ question }</li> }) }</ul>
            </details>
        </section>
    }
}
