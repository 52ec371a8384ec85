//! The Profile room: everything that programs ask.

mod background;
mod exams;
mod experience;
mod record;
mod ties;

use yew::prelude::*;

use self::ties::Connections;
use super::questions::form::{Form, use_form};
use super::questions::sections;
use crate::kit::{Suggestion, page_title};
use crate::routing::route::Route;
use state::Section;

/// The room.
#[component]
pub fn ProfileRoom() -> Html {
    let form = use_form();
    let heading = html! {
        <>
            { page_title(Route::Profile.title()) }
            <p class="lead">{ "What programs ask of an applicant. The more you answer, the fewer requirements stay open questions." }</p>
        </>
    };
    let groups = [
        (Section::Season, background::season(&form)),
        (Section::Person, background::person(&form)),
        (Section::Graduation, background::graduation(&form)),
        (Section::Exams, exams::exams(&form)),
        (Section::Ecfmg, exams::certification(&form)),
        (Section::Experience, experience::experience(&form)),
        (Section::Record, record::record(&form)),
        (Section::Training, record::training(&form)),
        (Section::Ties, ties(&form)),
        (Section::Path, record::path(&form)),
    ];
    let next = (Route::Preferences, "Continue to preferences");
    sections::room(&form, heading, &groups, next)
}

fn ties(form: &Form) -> Html {
    html! {
        <>
            { ties::states(form) }
            <Connections />
        </>
    }
}

/// A line of a list of programs or places to choose from.
fn suggestion(label: String, also: String, detail: String) -> Suggestion {
    Suggestion {
        label: label.into(),
        also: also.into(),
        detail: Some(detail.into()),
    }
}
