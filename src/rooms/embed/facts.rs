//! The facts file that the page around gives: its own layer, named on top and at each program that it touches,
//! and taken away at one press.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::embed::Host;
use crate::rooms::words;
use crate::store::World;
use engine::applicant::FactsFile;
use state::Action;
use state::embed::ToHost;
use state::questions::days::day_words;

/// What is wanted of the text of a file: to have it count, until the visitor takes it away.
#[hook]
pub(super) fn use_facts(text: &str, host: &Rc<Host>, world: &World) -> Html {
    let removed = use_state_eq(|| None::<AttrValue>);
    let (dispatch, host, today) = (world.dispatch.clone(), host.clone(), world.state.today);
    let text = AttrValue::from(text.to_owned());
    let is_removed = removed.as_ref() == Some(&text);
    use_effect_with(
        (text.clone(), is_removed, today),
        move |(text, is_removed, today)| {
            let wanted = !text.is_empty() && !is_removed && today.is_some();
            let read = wanted.then(|| cli::facts::open(text, *today));
            let file = match read {
                Some(Ok(file)) => Some(Rc::new(file)),
                Some(Err(error)) => {
                    let why = error.to_string();
                    host.send(&ToHost::FactsRefused { why });
                    None
                }
                None => None,
            };
            dispatch.emit(Action::GiveFacts(file));
        },
    );
    let remove = Callback::from(move |_: MouseEvent| removed.set(Some(text.clone())));
    match world.state.work.entries.given() {
        Some(file) => told(file, remove),
        None => Html::default(),
    }
}

fn told(file: &FactsFile, remove: Callback<MouseEvent>) -> Html {
    let count = file.iter().count();
    html! {
        <p class="small embed__note" role="status">
            { format!("From the file of {}, {}: ", file.name, day_words(file.day)) }
            { match count {
                0 => "notes on programs. ".to_owned(),
                _ => format!("facts about {}, which count in what you see. ", words::counted(count, "program", "programs")),
            } }
            <button type="button" class="button button--plain" onclick={remove}>{ "Leave them out" }</button>
        </p>
    }
}
