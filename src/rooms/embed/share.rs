//! The list, shared with the page around on a press that names it.

use std::rc::Rc;

use yew::prelude::*;

use crate::browser::embed::{self, Host};
use crate::rooms::words;
use crate::store::World;
use state::embed::ToHost;

/// The button that shares the list with the page around, named. Not within frames of frames, where
/// nobody can say who asks.
pub(super) fn share(host: &Rc<Host>, around: &Option<String>, world: &World) -> Html {
    let programs: Vec<String> = world
        .state
        .work
        .lists
        .programs()
        .keys()
        .map(ToString::to_string)
        .collect();
    let Some(origin) = around
        .clone()
        .filter(|_| !programs.is_empty() && embed::parent_is_top())
    else {
        return html! {};
    };
    let site = origin
        .split_once("://")
        .map_or(origin.as_str(), |(_, site)| site)
        .to_owned();
    html! { <Share host={SharedHost(host.clone())} {site} programs={Rc::from(programs)} /> }
}

/// The page around, as a property.
#[derive(Clone, Debug)]
struct SharedHost(Rc<Host>);

impl PartialEq for SharedHost {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(Clone, Debug, PartialEq, Properties)]
struct ShareProps {
    host: SharedHost,
    site: String,
    programs: Rc<[String]>,
}

/// Asks once more before anything leaves the frame.
#[component]
fn Share(props: &ShareProps) -> Html {
    let asking = use_state_eq(|| false);
    let done = use_state_eq(|| false);
    let ask = |to: bool| {
        let asking = asking.clone();
        Callback::from(move |_: MouseEvent| asking.set(to))
    };
    let send = {
        let (host, programs) = (props.host.0.clone(), props.programs.clone());
        let (asking, done) = (asking.clone(), done.clone());
        Callback::from(move |_: MouseEvent| {
            host.send(&ToHost::Shared {
                programs: programs.to_vec(),
            });
            asking.set(false);
            done.set(true);
        })
    };
    let count = words::counted(props.programs.len(), "program", "programs");
    html! {
        <div class="stack">
            if *asking {
                <p>{ format!("{} would get the names of the {count} on your list, and nothing else that you typed.", props.site) }</p>
                <p class="cluster">
                    <button type="button" class="button" onclick={send}>{ format!("Share with {}", props.site) }</button>
                    <button type="button" class="button button--quiet" onclick={ask(false)}>{ "Keep it here" }</button>
                </p>
            } else {
                <p><button type="button" class="button button--quiet" onclick={ask(true)}>{ format!("Share my list with {}…", props.site) }</button></p>
            }
            if *done {
                <p role="status">{ format!("{} has your list.", props.site) }</p>
            }
        </div>
    }
}
