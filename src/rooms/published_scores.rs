//! Where the visitor's Step 2 CK stands: beside the published scores of those who matched to a specialty
//! and of those who did not.

use yew::prelude::*;

use crate::loading::details::SourceLink;
use crate::rooms::words;
use crate::store::use_world;
use engine::applicant::Score;
use engine::catalog::details::{PublishedScores as Published, ScoreSample, Spread};
use engine::decimal::Decimal;
use engine::program::SpecialtyCode;
use engine::vocabulary::ApplicantType;

/// Points left and right of the outermost score.
const MARGIN: u16 = 6;

/// Properties of [`PublishedScores`].
#[derive(Clone, Copy, Debug, PartialEq, Properties)]
pub(in crate::rooms) struct PublishedScoresProps {
    /// The first choice.
    pub(in crate::rooms) specialty: SpecialtyCode,
    /// The visitor's type.
    pub(in crate::rooms) kind: ApplicantType,
    /// The visitor's score.
    pub(in crate::rooms) score: Score,
}

/// A sentence, and a table with a picture; nothing while the scores are not here. Where none are
/// published it says so.
#[component]
pub(in crate::rooms) fn PublishedScores(props: &PublishedScoresProps) -> Html {
    let world = use_world();
    let Some(loaded) = world.state.pack.ready() else {
        return html! {};
    };
    let Some(details) = loaded.catalog.details() else {
        return html! {};
    };
    let name = loaded.catalog.specialty_name(props.specialty);
    let people = words::people(Some(props.kind));
    let Some(published) = details.scores(props.specialty, props.kind) else {
        return html! {
            <p class="field__hint">{ format!("We have no published scores of {people} in {name}, so we cannot say where yours stands.") }</p>
        };
    };
    let score = props.score.value();
    let year = details
        .source(published.source)
        .map_or("", |source| &*source.year);
    html! {
        <div class="stack">
            <p>{ sentence(published, score) }</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label={format!("Published scores in {name}")}>
            <table class="scores__table">
                <caption>{ format!("Step 2 CK of {people} whose first choice was {name}, {year}") }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ "Who" }</th>
                        <th scope="col">{ middle_is(published) }</th>
                        <th scope="col">{ "Middle half" }</th>
                        <th scope="col" class="scores__picture"><span class="visually-hidden">{ "Picture" }</span></th>
                    </tr>
                </thead>
                <tbody>
                    { row("Matched", published.matched, published, score) }
                    { row("Did not match", published.unmatched, published, score) }
                </tbody>
            </table>
            </div>
            <p class="small muted">
                if is_bell(published) { { "The middle half is worked out from the published standard deviation (how far scores spread), as if they followed a bell curve. " } }
                { "These are only applicants who ranked a program there and allowed the use of their score. " }
                <SourceLink index={published.source} />
            </p>
        </div>
    }
}

fn row(who: &'static str, sample: Option<ScoreSample>, published: &Published, score: u16) -> Html {
    let Some(sample) = sample else {
        return html! {
            <tr><th scope="row">{ who }</th><td colspan="3">{ "Too few to be shown" }</td></tr>
        };
    };
    let half = sample.spread.middle_half(sample.middle);
    html! {
        <tr>
            <th scope="row">{ who }{ " " }<span class="muted">{ words::count(sample.count as usize) }</span></th>
            <td>{ sample.middle }</td>
            <td>{ half.map_or_else(|| "not told".to_owned(), |(low, high)| format!("{low} to {high}")) }</td>
            <td class="scores__picture">{ picture(sample, scale(published, score), score) }</td>
        </tr>
    }
}

/// The half as a bar, the middle as a dot, the visitor as a line.
fn picture(sample: ScoreSample, (from, to): (u16, u16), score: u16) -> Html {
    let at = |value: u16| {
        let share = f64::from(value - from) / f64::from((to - from).max(1));
        format!("{}%", Decimal::fixed(share * 100.0, 2))
    };
    let half = sample.spread.middle_half(sample.middle);
    html! {
        <svg class="range-bar" width="100%" height="20" aria-hidden="true">
            <line class="range-bar__track" x1="0" x2="100%" y1="10" y2="10" />
            if let Some((low, high)) = half {
                <line class="scores__half" x1={at(low)} x2={at(high)} y1="10" y2="10" />
            }
            <circle class="scores__middle" cx={at(sample.middle)} cy="10" r="4" />
            <line class="scores__you" x1={at(score)} x2={at(score)} y1="0" y2="20" />
        </svg>
    }
}

/// The lowest and the highest score on the picture.
fn scale(published: &Published, score: u16) -> (u16, u16) {
    let samples = [published.matched, published.unmatched];
    let ends = samples.iter().flatten().flat_map(|sample| {
        let (low, high) = sample
            .spread
            .middle_half(sample.middle)
            .unwrap_or((sample.middle, sample.middle));
        [low, high]
    });
    let all: Vec<u16> = ends.chain([score]).collect();
    let low = all.iter().copied().min().unwrap_or(score);
    let high = all.iter().copied().max().unwrap_or(score);
    (low.saturating_sub(MARGIN), high.saturating_add(MARGIN))
}

/// Where the score lies, in words.
fn sentence(published: &Published, score: u16) -> String {
    let middle = |sample: Option<ScoreSample>| sample.map(|sample| sample.middle);
    let place = match (middle(published.matched), middle(published.unmatched)) {
        (Some(matched), _) if score >= matched => {
            format!("is at or above the middle of those who matched ({matched})")
        }
        (Some(matched), Some(unmatched)) if score > unmatched => {
            format!(
                "lies between the middle of those who did not match ({unmatched}) and of those who did ({matched})"
            )
        }
        (Some(_), Some(unmatched)) => {
            format!("is at or below the middle of those who did not match ({unmatched})")
        }
        (Some(matched), None) => format!("is below the middle of those who matched ({matched})"),
        (None, Some(unmatched)) if score > unmatched => {
            format!("is above the middle of those who did not match ({unmatched})")
        }
        (None, _) => "cannot be compared: too few scores are published".to_owned(),
    };
    let holds = |sample: Option<ScoreSample>| {
        let half = sample.and_then(|sample| sample.spread.middle_half(sample.middle));
        half.is_some_and(|(low, high)| (low..=high).contains(&score))
    };
    let both = if holds(published.matched) && holds(published.unmatched) {
        " Many with a score like yours matched, and many did not: here the score alone decides little."
    } else {
        ""
    };
    format!("Your {score} {place}.{both}")
}

fn middle_is(published: &Published) -> &'static str {
    let spreads = [published.matched, published.unmatched];
    let has_quartiles = spreads
        .iter()
        .flatten()
        .any(|sample| matches!(sample.spread, Spread::Quartiles(..)));
    if has_quartiles { "Median" } else { "Mean" }
}

fn is_bell(published: &Published) -> bool {
    let spreads = [published.matched, published.unmatched];
    spreads
        .iter()
        .flatten()
        .any(|sample| matches!(sample.spread, Spread::Deviation(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::fact::SourceIndex;

    fn published(matched: Option<(u16, u16)>, unmatched: Option<(u16, u16)>) -> Published {
        let sample = |(middle, sd)| ScoreSample {
            count: 100,
            middle,
            spread: Spread::Deviation(sd),
        };
        Published {
            specialty: SpecialtyCode::from_number(140).unwrap(),
            kind: ApplicantType::NonUsImg,
            matched: matched.map(sample),
            unmatched: unmatched.map(sample),
            source: SourceIndex(0),
        }
    }

    #[test]
    fn a_sentence_says_where_a_score_lies() {
        let both = published(Some((249, 14)), Some((242, 14)));
        assert_eq!(
            sentence(&both, 245),
            "Your 245 lies between the middle of those who did not match (242) and of those who did (249). Many with a score like yours matched, and many did not: here the score alone decides little."
        );
        assert_eq!(
            sentence(&both, 262),
            "Your 262 is at or above the middle of those who matched (249)."
        );
        assert!(sentence(&both, 230).starts_with("Your 230 is at or below"));
        let few = published(None, Some((246, 11)));
        assert_eq!(
            sentence(&few, 240),
            "Your 240 cannot be compared: too few scores are published."
        );
        assert_eq!(scale(&both, 300).1, 306);
    }
}
