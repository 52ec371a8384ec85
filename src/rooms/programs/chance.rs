//! A chance on a program's page: said three ways, taken apart, and multiplied out.

use yew::prelude::*;

use crate::kit::{dots, in_words, percent, range_bar};
use crate::rooms::words;
use engine::decimal::Decimal;
use engine::eligibility::Band;
use engine::explain::{ChanceParts, Explanation};
use engine::ranking::NoChance;
use engine::utility::Worth;
use state::browse::{ChanceClass, Place};

/// Where a program stands, and what its chance leaves out.
pub(super) struct Standing {
    /// Its place; `None` if it is not ranked.
    pub(super) place: Option<Place>,
    /// How many programs are ranked.
    pub(super) of: usize,
    /// What every chance leaves out.
    pub(super) left_out: Html,
    /// What is published of preliminary positions of its specialty.
    pub(super) preliminary: Option<String>,
}

/// The whole block, or why there is none.
pub(super) fn block(explanation: &Explanation, standing: &Standing) -> Html {
    match &explanation.chance {
        Ok(chance) => known(chance, standing),
        Err(why) => unknown(*why, standing),
    }
}

fn unknown(why: NoChance, standing: &Standing) -> Html {
    html! {
        <div class="no-chance">
            <p class="no-chance__words">{ "No chance shown" }</p>
            <p>{ format!("{}.", why.label()) }</p>
            if let Some(published) = standing.preliminary.as_ref().filter(|_| why == NoChance::OneYear) {
                <p>{ published }</p>
            }
            <p>{ "The facts and requirements below hold all the same." }</p>
        </div>
    }
}

fn known(chance: &ChanceParts, standing: &Standing) -> Html {
    let class = ChanceClass::of(chance.p_interview.mid);
    html! {
        <>
            { standing.left_out.clone() }
            <div class="chance-cards">
                { said_three_ways("An interview here", chance.p_interview, Some(class.word())) }
                { said_three_ways("A match here, if they interview you", chance.p_match_given_interview, None) }
            </div>
            <p class="basis-line">
                { format!("{}.", chance.basis.label()) }
                if !chance.note.is_empty() { { format!(" {}", chance.note) } }
                if chance.update.is_some() {
                    { " " }<span class="own-entry-mark">{ "With your own figures" }</span>
                }
            </p>
        </>
    }
}

fn said_three_ways(title: &'static str, band: Band, class: Option<&'static str>) -> Html {
    html! {
        <section class="chance-card">
            <h3 class="chance-card__title">{ title }</h3>
            <p class="chance-card__words">
                { words::sentence_case(&in_words(band.mid)) }
                if let Some(class) = class { <span class="class-word">{ class }</span> }
            </p>
            { dots(band.mid) }
            <div class="chance-card__range">
                { range_bar(band.lo, band.mid, band.hi) }
                <p>{ format!("Range {}", words::range(band)) }</p>
            </div>
        </section>
    }
}

/// What its place in the order is made of.
pub(super) fn value_card(explanation: &Explanation, chance: &ChanceParts) -> Html {
    let worth = &explanation.worth;
    html! {
        <section class="chance-card">
            <h3 class="chance-card__title">{ "Its place in the order" }</h3>
            <dl class="sum-lines">
                <div><dt>{ "Chance to match here" }</dt><dd>{ words::precise(chance.p_match) }</dd></div>
                if worth.power < 1.0 {
                    <div><dt>{ "How it counts, since you will very likely match" }</dt>
                    <dd>{ Decimal::fixed(worth.counted(chance.p_match), 3).to_string() }</dd></div>
                }
                <div><dt>{ "multiplied by its worth to you" }</dt><dd>{ Decimal::fixed(worth.t, 3).to_string() }</dd></div>
                <div class="sum-lines__total">
                    <dt>{ "Best overall: the order of the ranking" }</dt>
                    <dd>{ for explanation.value.map(|value| Decimal::fixed(value, 4).to_string()) }</dd>
                </div>
            </dl>
        </section>
    }
}

/// From the average to this chance, one influence a line; the lines add up.
pub(super) fn waterfall(chance: &ChanceParts) -> Html {
    let mut at = 0.0;
    let spans: Vec<(f64, f64)> = chance
        .parts
        .iter()
        .map(|part| {
            let from = at;
            at += part.points;
            (from, at)
        })
        .collect();
    let most = spans.iter().map(|(_, to)| *to).fold(0.01, f64::max);
    html! {
        <table class="waterfall">
            <caption>{ "How the chance of an interview is made up, in percentage points. The lines add up to the last one. Each factor multiplies the odds for every strength that you may have, and the chance is the average over all of these. So you cannot get the chance from the factors alone." }</caption>
            <thead class="visually-hidden">
                <tr><th scope="col">{ "Influence" }</th><th scope="col">{ "Points" }</th>
                <th scope="col">{ "Picture" }</th><th scope="col">{ "Odds times" }</th></tr>
            </thead>
            <tbody>
                { for chance.parts.iter().zip(spans).enumerate().map(|(at, (part, (from, to)))| html! {
                    <tr>
                        <th scope="row">{ part.factor.label() }</th>
                        <td class="waterfall__points">
                            { if at == 0 { words::precise(part.points) } else { words::points(part.points) } }
                        </td>
                        <td class="waterfall__picture">{ step(from / most, to / most) }</td>
                        <td class="waterfall__odds">
                            if at > 0 { { format!("odds \u{d7} {}", words::ratio(part.odds_ratio)) } }
                        </td>
                    </tr>
                }) }
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{ "Chance of an interview" }</th>
                    <td class="waterfall__points">{ words::precise(chance.p_interview.mid) }</td>
                    <td class="waterfall__picture">{ step(0.0, chance.p_interview.mid / most) }</td>
                    <td class="waterfall__odds"></td>
                </tr>
            </tfoot>
        </table>
    }
}

fn step(from: f64, to: f64) -> Html {
    let (left, right) = (from.min(to) * 100.0, from.max(to) * 100.0);
    let direction = if to < from { "down" } else { "up" };
    html! {
        <svg class="step-bar" viewBox="0 0 100 10" preserveAspectRatio="none"
            aria-hidden="true" focusable="false" data-direction={direction}>
            <rect class="step-bar__bar" x={Decimal::fixed(left, 2).to_string()} y="1" height="8"
                width={Decimal::fixed((right - left).max(0.6), 2).to_string()} />
        </svg>
    }
}

/// The formula with the visitor's own numbers in it.
pub(super) fn formula(chance: &ChanceParts, worth: &Worth) -> Html {
    let two = |value| Decimal::fixed(value, 2);
    let product = chance.p_interview.mid * chance.p_match_given_interview.mid;
    html! {
        <div class="formula">
            <p class="formula__line">
                { format!(
                    "chance to match here = average over your possible strength of (interview \u{d7} match after it) = {}",
                    words::precise(chance.p_match),
                ) }
            </p>
            <p>
                { format!(
                    "The plain product, {} \u{d7} {} = {}, is a little different: programs see things about you that we do not see, and these raise both chances together.",
                    words::precise(chance.p_interview.mid),
                    words::precise(chance.p_match_given_interview.mid),
                    words::precise(product),
                ) }
            </p>
            <p class="formula__line">
                { format!(
                    "worth = 1 \u{2212} \u{3bb} (1 \u{2212} w (0.2 + 0.8 u)) = 1 \u{2212} {} (1 \u{2212} {} (0.2 + 0.8 \u{d7} {})) = {}",
                    two(worth.lambda), two(worth.w), two(worth.u.mid), Decimal::fixed(worth.t, 3),
                ) }
            </p>
            <p>
                { "\u{3bb} goes from \u{201c}match somewhere\u{201d} (0) to \u{201c}match where I want to be\u{201d} (1). If you do not set it, it is 0.3 and grows to 1 once you will very likely match. w is the worth of the specialty; u is how far your wishes are met." }
                if worth.wishes.is_empty() { { " You have stated no wishes about places, so u is the same everywhere." } }
            </p>
            if worth.power < 1.0 {
                <p>
                    { format!(
                        "value = chance to match here to the power of {}, multiplied by worth = {} \u{d7} {}. The power is 1 while it is not clear whether you will match. Once you will very likely match, it falls to one third. Then a place that you want comes before a place that is only more likely.",
                        two(worth.power), Decimal::fixed(worth.counted(chance.p_match), 3), Decimal::fixed(worth.t, 3),
                    ) }
                </p>
            }
            if !worth.wishes.is_empty() {
                <table class="plain-table">
                    <caption>{ "Your wishes and how far this program meets them" }</caption>
                    <thead><tr><th scope="col">{ "Wish" }</th><th scope="col">{ "Met" }</th><th scope="col">{ "Weight" }</th></tr></thead>
                    <tbody>
                        { for worth.wishes.iter().map(|part| html! {
                            <tr>
                                <th scope="row">{ part.wish.label() }</th>
                                <td>
                                    { percent(part.met.mid) }
                                    if !part.known { { format!(", not known: the specialty\u{2019}s average, range {}", words::range(part.met)) } }
                                </td>
                                <td>{ percent(part.share) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            }
            if !worth.unknown_demands.is_empty() {
                <p>
                    { "Must-haves and dealbreakers for which we do not know whether this program meets them: " }
                    { worth.unknown_demands.iter().map(|p| p.label()).collect::<Vec<_>>().join("; ") }
                    { "." }
                </p>
            }
        </div>
    }
}
