//! A program in three sentences: how likely an interview is, what it leads to, and why.

use yew::prelude::*;

use super::chance::Standing;
use super::reasons::in_words as reason_in_words;
use super::row::bucket_chip;
use super::subject::Subject;
use crate::kit::in_words;
use crate::rooms::words;
use engine::distinction::Distinction;
use engine::eligibility::Band;
use engine::explain::{ChanceParts, Factor, Part};
use engine::list::bucket::{Bucket, Placed};
use engine::vocabulary::ApplicantType;
use state::browse::NO_DIFFERENCE;

/// The sentences.
pub(super) fn short(
    subject: &Subject<'_>,
    chance: &ChanceParts,
    standing: &Standing,
    (placed, sent, kind): (Option<&Placed>, Option<Band>, Option<ApplicantType>),
) -> Html {
    let with_signal = sent.filter(|_| placed.is_some_and(|p| p.bucket == Bucket::ApplyFirst));
    html! {
        <div class="program__short">
            if let Some(placed) = placed {
                <p class="program__bucket">{ bucket_chip(placed) }{ " " }{ placed.bucket.rule() }</p>
            }
            <p>
                { "Of people like you, " }<strong>{ in_words(chance.p_interview.mid) }</strong>
                { format!(" get an interview here ({}).", words::range(chance.p_interview)) }
                if let Some(band) = with_signal {
                    { format!(" With the signal that your best list sends: {} ({}).", in_words(band.mid), words::range(band)) }
                }
                { format!(" Of those who are interviewed, {} match here, if no program that they rank higher takes them.", in_words(chance.p_match_given_interview.mid)) }
            </p>
            { why(subject, chance, kind) }
            { place(standing) }
        </div>
    }
}

/// What raises the chance, and what lowers it, the strongest first.
fn why(subject: &Subject<'_>, chance: &ChanceParts, kind: Option<ApplicantType>) -> Html {
    let side = |raises: bool| {
        let mut parts: Vec<&Part> = chance
            .parts
            .iter()
            .filter(|part| part.factor != Factor::Average)
            .filter(|part| part.points.abs() >= 0.001 && (part.points > 0.0) == raises)
            .collect();
        parts.sort_by(|a, b| b.points.abs().total_cmp(&a.points.abs()));
        let said = parts
            .into_iter()
            .filter_map(|part| said(part, subject, kind));
        said.take(3).collect::<Vec<String>>().join("; ")
    };
    let (up, down) = (side(true), side(false));
    html! {
        <ul class="program__why" role="list">
            if !up.is_empty() { <li><strong>{ "Raises it: " }</strong>{ up }{ "." }</li> }
            if !down.is_empty() { <li><strong>{ "Lowers it: " }</strong>{ down }{ "." }</li> }
        </ul>
    }
}

fn said(part: &Part, subject: &Subject<'_>, kind: Option<ApplicantType>) -> Option<String> {
    let raises = part.points > 0.0;
    let of_applicant = match part.factor {
        Factor::Score if raises => "your Step 2 CK score, above the average of those who apply",
        Factor::Score => "your Step 2 CK score, below the average of those who apply",
        Factor::Attempts => "your failed attempts",
        Factor::Years => "the years since your graduation",
        Factor::Entered => "your own Residency Explorer figures",
        Factor::Gates => "requirements that are not stated, or that you may not meet",
        _ => "",
    };
    if !of_applicant.is_empty() {
        return Some(of_applicant.to_owned());
    }
    let one = Distinction {
        factor: part.factor,
        odds_ratio: part.odds_ratio,
    };
    let words = reason_in_words(one, subject.program(), kind)?;
    // In the middle of a sentence.
    let mut words = words;
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    Some(words)
}

fn place(standing: &Standing) -> Html {
    let Some(place) = standing.place else {
        return html! {};
    };
    let shared = if place.is_shared() {
        format!(", {NO_DIFFERENCE} between these")
    } else {
        String::new()
    };
    html! {
        <p class="muted">{ format!("Place {} of {}{shared}.", place.words(), words::count(standing.of)) }</p>
    }
}
