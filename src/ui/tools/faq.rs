//! Questions that applicants ask, with the visitor's own figures where the profile has them.

use yew::prelude::*;

use super::written;
use crate::browser::page;
use crate::engine::vocabulary::VisaNeed;
use crate::interchange::tools::ToolBook;
use crate::state::report::Report;
use crate::tools::practice::{Flag, flags};
use crate::ui::file::{Arrival, use_file, with_file};
use crate::ui::fragment::{Fragment, Origin};
use crate::ui::kit::{page_title, percent};
use crate::ui::link::link;
use crate::ui::programs::words;
use crate::ui::route::Route;
use crate::ui::store::{World, use_world};

/// Every question.
#[component]
pub(in crate::ui) fn FaqRoom() -> Html {
    let world = use_world();
    let book = use_file::<ToolBook>(true);
    let painted = use_memo((), |()| page::painted("faq"));
    // What the document came with stands until the rest is here.
    if let (Arrival::Coming, Some(content)) = (&book.0, &*painted) {
        let content = AttrValue::from(content.clone());
        return html! { <div class="article"><Fragment of={Origin::Painted(content)} /></div> };
    }
    html! {
        <div class="article">
            <header class="stack">
                <p class="article__section">{ link(&Route::Guide, "", "Guide") }{ ": to look things up" }</p>
                { page_title("Questions that applicants ask") }
                <p class="lead">{ "Short answers, with sources. Where your profile has an answer of its own, it stands first." }</p>
            </header>
            { with_file(book, |book| html! {
                <div class="prose article__text">
                    { for book.faq.iter().map(|faq| html! {
                        <section key={faq.id.clone()} class="faq">
                            <h2 id={faq.id.clone()} tabindex="-1">{ &faq.question }</h2>
                            if let Some(own) = own(&faq.id, &world) {
                                <p class="own-answer"><strong>{ "For you: " }</strong>{ own }</p>
                            }
                            <p>{ written(&faq.html) }</p>
                        </section>
                    }) }
                </div>
            }) }
        </div>
    }
}

/// The answer from the visitor's own profile; `None` where it has none.
fn own(id: &str, world: &World) -> Option<String> {
    let applicant = world.derived.applicant();
    let flags = flags(applicant, world.state.today);
    let has = |flag| flags.contains(&flag);
    match id {
        "can-imgs-match" | "how-many" | "signals-where" => of_list(id, world),
        "step2-enough" => {
            let score = applicant.step2.score?.value();
            let place = if has(Flag::LowStep2) { "below" } else { "at or above" };
            Some(format!("you typed {score}, which is {place} the median of those who did not match. Your programs show where it weighs."))
        }
        "failed-attempt" => has(Flag::Attempts).then(|| {
            "your profile has more than one attempt. On a program’s page the gate “attempts” says who states a limit.".to_owned()
        }),
        "years-since" => {
            let year = applicant.graduation_year?;
            let years = world.state.today?.year().checked_sub(year)?;
            Some(format!("you graduated in {year}, {} ago. {}", words::counted(usize::from(years), "year", "years"), shut_by(world)))
        }
        "visa-which" => {
            let visa = applicant.visa?;
            let own = match visa {
                VisaNeed::None => "you need no visa, so neither rule concerns you.".to_owned(),
                visa => format!("you said: {}. {}", visa.label(), shut_by(world)),
            };
            Some(own)
        }
        "usce-how-much" => {
            let months = applicant.hands_on_months()?;
            Some(format!("your profile has {} of hands-on experience.", words::counted(usize::from(months), "month", "months")))
        }
        "letters-how-many" => {
            let letters = applicant.letters.from_us?;
            Some(format!("you have {} from US physicians.", words::counted(usize::from(letters), "letter", "letters")))
        }
        "what-costs" => {
            let loaded = world.state.pack.ready()?;
            let programs = world.state.work.lists.programs();
            let (fees, _) = crate::ui::my_list::season_bill(world, loaded, programs.keys())?;
            let fees = fees.filter(|_| !programs.is_empty())?;
            Some(format!("the applications of your list cost {}.", super::dollars(i64::try_from(fees.dollars()).unwrap_or(i64::MAX))))
        }
        "not-certified" => applicant.ecfmg.map(|status| format!("your profile says: {}.", status.label())),
        _ => None,
    }
}

/// What the list says.
fn of_list(id: &str, world: &World) -> Option<String> {
    let loaded = world.state.pack.ready()?;
    let work = &world.state.work;
    let count = work.lists.programs().len();
    if count == 0 || world.derived.ranking.ranked.is_empty() {
        return None;
    }
    let question = world.derived.question(loaded, &work.entries)?;
    let report = Report::of(&question, &world.derived.ranking, work);
    let figures = &report.outcome.figures;
    Some(match id {
        "how-many" => {
            let last = report
                .members
                .iter()
                .map(|member| member.brings)
                .fold(f64::INFINITY, f64::min);
            format!(
                "your list has {}, with {:.1} interviews to expect. The one that adds least adds {} points of chance.",
                words::counted(count, "program", "programs"),
                figures.interviews,
                crate::engine::decimal::Decimal::fixed(last * 100.0, 2)
            )
        }
        "signals-where" => {
            let sent = work
                .lists
                .programs()
                .values()
                .filter(|level| **level > crate::engine::portfolio::Level::Plain)
                .count();
            format!(
                "your list sends {}.",
                words::counted(sent, "signal", "signals")
            )
        }
        _ => format!(
            "with the {} on your list the estimate is {} to match, with the range that the list’s page shows.",
            words::counted(count, "program", "programs"),
            percent_words(figures.p_match)
        ),
    })
}

fn percent_words(share: f64) -> String {
    format!("{} %", percent(share))
}

/// How many programs of the ranking are shut.
fn shut_by(world: &World) -> String {
    let ranking = &world.derived.ranking;
    let (open, shut) = (ranking.ranked.len(), ranking.shut.len());
    if open + shut == 0 {
        return "Choose a specialty to see how many programs this shuts.".to_owned();
    }
    format!(
        "By all your answers together {shut} of {} programs of your specialties are shut.",
        open + shut
    )
}
