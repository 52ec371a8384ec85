//! The Answers room: check your answers, keep them in a file, start over.

mod facts_files;
pub(crate) mod put_aside;
mod share;
mod work;

use std::rc::Rc;

use yew::prelude::*;

use self::facts_files::FactsFiles;
use self::put_aside::PutAside;
use self::share::ShareLink;
use self::work::KeepWork;
pub(crate) use self::work::{left_out_words, way_back};
use super::questions::form::{Form, use_form};
use crate::kit::{Notice, NoticeKind, page_title};
use crate::routing::link::{anchor, link};
use crate::routing::location::Location;
use crate::routing::route::Route;
use state::{Field, Section};

/// The room.
#[component]
pub fn AnswersRoom() -> Html {
    let form = use_form();
    html! {
        <div class="columns columns--titled">
            <div class="stack">
                { page_title(Route::Answers.title()) }
                { problems(&form) }
            </div>
            // Before the answers: on a phone they are thousands of pixels long.
            <div class="stack columns__aside">
                <KeepWork />
                <PutAside />
                <ShareLink />
                <FactsFiles />
            </div>
            <div class="stack">
                <h2>{ "Profile" }</h2>
                { for Section::ALL.iter().filter(|s| !s.is_preference()).map(|s| section(&form, *s)) }
                <h2>{ "Preferences" }</h2>
                { for Section::ALL.iter().filter(|s| s.is_preference()).map(|s| section(&form, *s)) }
                <p>{ link(&Route::Programs, "button", "See my programs") }</p>
            </div>
        </div>
    }
}

/// Answers that need mending, each a link to its question.
fn problems(form: &Form) -> Html {
    let problems = form.derived.problems();
    if problems.is_empty() {
        return Html::default();
    }
    let notice = Notice::new(NoticeKind::Warning).titled("Some answers do not count yet");
    notice.view(html! {
            <ul class="notice__list">
                { for problems.iter().map(|problem| {
                    let id = match problem.row {
                        Some(row) => format!("{}-row{}-months", problem.field.code(), row + 1),
                        None => problem.field.code().to_string(),
                    };
                    html! { <li>{ question(problem.field, &id, html! { &*problem.message }) }</li> }
                }) }
            </ul>
    })
}

/// A link to the question of a field.
fn question(field: Field, id: &str, content: Html) -> Html {
    let room = if field.is_preference() {
        Route::Preferences
    } else {
        Route::Profile
    };
    let to = Location {
        route: room,
        target: Some(id.to_owned().into()),
    };
    anchor(&to, "", content)
}

fn section(form: &Form, section: Section) -> Html {
    let fields = section.fields(form.answers(), form.state.today);
    if fields.is_empty() {
        return Html::default();
    }
    html! {
        <section key={section.code()} class="summary" aria-labelledby={format!("check-{}", section.code())}>
            <h3 id={format!("check-{}", section.code())} class="summary__title">{ section.label() }</h3>
            <dl>
                { for fields.into_iter().map(|field| row(form, field)) }
            </dl>
        </section>
    }
}

/// What stands for a preference as long as it is not set.
fn usual(form: &Form, field: Field) -> AttrValue {
    match field {
        Field::Lambda => format!("Usual: {} of 100", form.derived.usual_lambda()).into(),
        Field::SoughtAfter => "Usual: counts".into(),
        Field::WeightPlace | Field::WeightNear | Field::WeightSetting | Field::WeightSize => {
            "Usual: 5 of 10".into()
        }
        Field::Worth2 => "Usual: 85 of 100".into(),
        Field::Worth3 => "Usual: 70 of 100".into(),
        _ => "Not answered".into(),
    }
}

fn row(form: &Form, field: Field) -> Html {
    let said: Option<Rc<str>> = form.answers().said(field, form.catalog()).map(Into::into);
    let (link, value) = match said {
        Some(said) => ("Change", html! { &*said }),
        None => (
            "Answer",
            html! { <span class="muted">{ usual(form, field) }</span> },
        ),
    };
    html! {
        <div key={field.code()} class="summary__row">
            <dt class="summary__question">{ field.label() }</dt>
            <dd class="summary__answer">{ value }</dd>
            <dd class="summary__change">
                { question(field, field.code(), html! {
                    <>{ link }<span class="visually-hidden">{ format!(" {}", field.label()) }</span></>
                }) }
            </dd>
        </div>
    }
}
