//! What somebody who comes back sees first: where they stand, what is next this season, and the way on.

use yew::prelude::*;

use crate::rooms::headline::headline;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::World;
use engine::calendar::Date;
use engine::season::SeasonEvent;
use state::Loaded;
use state::questions::days::{day_words, month_of};
use state::tools::timeline::season_day;

/// The part; nothing while the answers that were kept give no ranking.
pub(super) fn welcome(world: &World, loaded: &Loaded) -> Html {
    if world.derived.ranking.ranked.is_empty() {
        return html! {};
    }
    let listed = world.state.work.lists.programs().len();
    html! {
        <section class="welcome" aria-labelledby="welcome-title">
            <h2 id="welcome-title">{ "Where you left off" }</h2>
            { headline(world, loaded) }
            <div class="cluster">
                if listed > 0 {
                    { link(&Route::MyList, "button", &format!("Go on with your {}", words::counted(listed, "program", "programs"))) }
                    { link(&Route::Programs, "button button--quiet", "See my plan") }
                } else {
                    { link(&Route::Programs, "button", "See my plan") }
                }
            </div>
            { for next(world, loaded).map(|said| html! { <p class="muted">{ said }</p> }) }
        </section>
    }
}

/// What the season is at, and what comes next.
fn next(world: &World, loaded: &Loaded) -> Option<String> {
    let moment = world.derived.reading.moment?;
    let days = SeasonEvent::ALL.iter().filter_map(|event| {
        let day = season_day(&loaded.catalog, moment.season, *event)?;
        Some((*event, day))
    });
    let mut days: Vec<_> = days.collect();
    days.sort_by_key(|(_, day)| day.day);
    let (event, day) = days.iter().find(|(_, day)| day.day >= moment.today)?;
    // Of an earlier season only the month can be relied on.
    let when = match day.pattern_of {
        None => day_words(day.day),
        Some(_) => format!("about {}", month_of(day.day)),
    };
    let now = doing(moment.today, &days).map_or_else(String::new, |now| format!(" {now}"));
    Some(format!(
        "Today is {}.{now} Next: {}, {when}.",
        day_words(moment.today),
        event.label(),
    ))
}

/// What one does now, by what the season is at.
fn doing(
    today: Date,
    days: &[(SeasonEvent, state::tools::timeline::SeasonDay)],
) -> Option<&'static str> {
    let mut past = days.iter().filter(|(_, day)| day.day <= today);
    let (last, _) = past.next_back()?;
    Some(match last {
        SeasonEvent::ErasOpens => "Settle your list and your signals, and ask what is open.",
        SeasonEvent::ErasSubmit | SeasonEvent::MatchRegistration => {
            "Send your applications, and register for the Match."
        }
        SeasonEvent::ProgramsReview | SeasonEvent::MatchStandardDeadline => {
            "Programs are reviewing: answer every message at once, and send the questions that are open."
        }
        SeasonEvent::RankingOpens => {
            "Write down what you saw at each interview, and make your rank order list."
        }
        SeasonEvent::RankListDeadline => "Lists are certified: rest until the Match week.",
        SeasonEvent::MatchStatus | SeasonEvent::MatchDay | SeasonEvent::ErasEnds => {
            "The season is over for most: see what the next one asks."
        }
    })
}
