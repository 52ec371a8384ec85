//! Questions that applicants ask, with the visitor's own figures where the profile has them.

use yew::prelude::*;

use super::{dollars, written};
use crate::browser::page;
use crate::kit::{page_title, percent};
use crate::loading::file::{Arrival, use_file, with_file};
use crate::loading::fragment::{Fragment, Origin};
use crate::rooms::my_list::season_bill;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::{World, use_world};
use engine::decimal::Decimal;
use engine::portfolio::Level;
use engine::vocabulary::{ApplicantType, VisaNeed};
use state::State;
use state::content::tools::ToolBook;
use state::derived::Derived;
use state::lists::report::{Report, most_people};
use state::tools::practice::{Flag, flags};

/// Properties of [`FaqRoom`].
#[derive(Clone, Debug, PartialEq, Properties)]
pub(crate) struct FaqProps {
    /// The question that the visitor asked for.
    pub(crate) target: Option<AttrValue>,
}

/// Every question.
#[component]
pub(crate) fn FaqRoom(props: &FaqProps) -> Html {
    let world = use_world();
    let book = use_file::<ToolBook>(true);
    let painted = use_memo((), |()| page::painted("faq"));
    {
        // A question that was not there yet when the page was opened.
        let is_here = matches!(book.0, Arrival::Here(_));
        use_effect_with((is_here, props.target.clone()), |(is_here, target)| {
            if let (true, Some(id)) = (*is_here, target) {
                page::focus(id);
            }
        });
    }
    let own = use_memo(
        (world.derived.clone(), world.state.clone()),
        |(derived, state)| Own::of(derived, state),
    );
    // What the document came with stands until the rest is here.
    if let (Arrival::Coming | Arrival::Absent(_), Some(content)) = (&book.0, &*painted) {
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
                            if let Some(answer) = answer(&faq.id, &world, &own) {
                                <p class="own-answer"><strong>{ "For you: " }</strong>{ answer }</p>
                            }
                            <p>{ written(&faq.html) }</p>
                        </section>
                    }) }
                </div>
            }) }
        </div>
    }
}

/// What the visitor's own answers say, worked out once for all questions.
#[derive(Clone, Debug, Default, PartialEq)]
struct Own {
    flags: Vec<Flag>,
    /// `None` without a list that has chances.
    list: Option<OwnList>,
}

/// The visitor's list in figures.
#[derive(Clone, Debug, PartialEq)]
struct OwnList {
    programs: usize,
    signals: usize,
    /// Mean, and what most people see.
    interviews: (f64, Option<(u32, u32)>),
    p_match: f64,
    /// What the program that adds least adds to the chance to match; `None` if none has a chance.
    least: Option<f64>,
}

impl Own {
    fn of(derived: &Derived, state: &State) -> Own {
        Own {
            flags: flags(derived.applicant(), state.today),
            list: OwnList::of(derived, state),
        }
    }
}

impl OwnList {
    fn of(derived: &Derived, state: &State) -> Option<OwnList> {
        let work = &state.work;
        let programs = work.lists.programs();
        if programs.is_empty() || derived.ranking.ranked.is_empty() {
            return None;
        }
        let question = derived.question(state.pack.ready()?, &work.entries)?;
        let report = Report::of(&question, &derived.ranking, work);
        let brings = report.members.iter().map(|member| member.brings);
        let figures = &report.outcome.figures;
        Some(OwnList {
            programs: programs.len(),
            signals: programs.values().filter(|l| **l > Level::Plain).count(),
            interviews: (figures.interviews, report.ranges.map(|ranges| ranges.seen)),
            p_match: figures.p_match,
            least: brings.min_by(f64::total_cmp),
        })
    }

    fn count(&self) -> String {
        words::counted(self.programs, "program", "programs")
    }
}

/// The answer from the visitor's own profile; `None` where it has none.
fn answer(id: &str, world: &World, own: &Own) -> Option<String> {
    let applicant = world.derived.applicant();
    let has = |flag| own.flags.contains(&flag);
    match id {
        "can-imgs-match" => own.list.as_ref().map(|list| {
            format!(
                "with the {} on your list the estimate is {} % to match, with the range that the list’s page shows.",
                list.count(),
                percent(list.p_match)
            )
        }),
        "how-many" => {
            let list = own.list.as_ref()?;
            Some(format!(
                "your list has {}; with it {}. The one that adds least adds {} points of chance.",
                list.count(),
                most_people(list.interviews.0, list.interviews.1),
                Decimal::fixed(list.least? * 100.0, 2)
            ))
        }
        "signals-where" => own.list.as_ref().map(|list| {
            format!("your list sends {}.", words::counted(list.signals, "signal", "signals"))
        }),
        "step2-enough" => {
            // The figure is known for them alone.
            applicant.kind.filter(|kind| *kind == ApplicantType::NonUsImg)?;
            let score = applicant.step2.score?.value();
            let side = if has(Flag::LowStep2) { "below" } else { "at or above" };
            Some(format!("you typed {score}, which is {side} the median of the non-US IMGs who did not match. Your programs show where it weighs."))
        }
        "failed-attempt" => has(Flag::Attempts).then(|| {
            "your profile has more than one attempt. On a program’s page the requirement “attempts” says who states a limit.".to_owned()
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
            let (fees, is_whole) = season_bill(world, loaded, programs.keys())?;
            let as_far = if is_whole { "" } else { ", as far as this season’s prices are published" };
            let fees = fees.filter(|_| !programs.is_empty())?;
            Some(format!("the applications of your list cost {}{as_far}.", dollars(i64::try_from(fees.dollars()).unwrap_or(i64::MAX))))
        }
        "not-certified" => applicant.ecfmg.map(|status| format!("your profile says: {}.", status.label())),
        _ => None,
    }
}

/// How many programs of the ranking are shut.
fn shut_by(world: &World) -> String {
    let ranking = &world.derived.ranking;
    let shut = ranking.shut.len();
    let all = ranking.ranked.len() + shut + ranking.not_modelled.len();
    if all == 0 {
        return "Choose a specialty to see how many programs this rules out.".to_owned();
    }
    format!(
        "By all your answers together {shut} of {all} programs of your specialties do not consider you."
    )
}
