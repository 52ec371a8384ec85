//! Files of the build that are fetched when they are first needed, and then kept.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::fragment::Failed;
use crate::browser::{Error, fetch};
use state::content::guide::{GuideIndex, Passages};
use state::content::tools::{Glossary, ToolBook};

/// What is fetched by the id of the document's `<link>` to it.
pub trait Fetched: PartialEq + 'static {
    /// The id.
    const LINK: &'static str;

    /// Reads it; `None` if it is something else.
    fn read(text: &str) -> Option<Self>
    where
        Self: Sized;
}

macro_rules! fetched {
    ($($name:ident = $link:literal;)+) => {
        $(impl Fetched for $name {
            const LINK: &'static str = $link;

            fn read(text: &str) -> Option<Self> {
                $name::read(text)
            }
        })+
    };
}

fetched! {
    GuideIndex = "guide";
    ToolBook = "tools";
    Glossary = "glossary";
    Passages = "passages";
}

/// How a file stands.
#[derive(Debug, PartialEq)]
pub enum Arrival<T> {
    /// On its way.
    Coming,
    /// Here.
    Here(Rc<T>),
    /// Did not arrive, and why.
    Absent(Rc<str>),
}

impl<T> Clone for Arrival<T> {
    fn clone(&self) -> Self {
        match self {
            Arrival::Coming => Arrival::Coming,
            Arrival::Here(file) => Arrival::Here(file.clone()),
            Arrival::Absent(why) => Arrival::Absent(why.clone()),
        }
    }
}

thread_local! {
    static KEPT: RefCell<Vec<(&'static str, Rc<dyn Any>)>> = const { RefCell::new(Vec::new()) };
}

/// Keeps a file for every page that asks for it.
pub fn keep<T: Fetched>(file: Rc<T>) {
    KEPT.with_borrow_mut(|kept| {
        kept.retain(|(link, _)| *link != T::LINK);
        kept.push((T::LINK, file));
    });
}

fn kept<T: Fetched>() -> Option<Rc<T>> {
    KEPT.with_borrow(|kept| {
        let (_, file) = kept.iter().find(|(link, _)| *link == T::LINK)?;
        file.clone().downcast().ok()
    })
}

/// A file, fetched when it is first wanted, and what asks for it again.
#[hook]
pub(crate) fn use_file<T: Fetched>(is_wanted: bool) -> (Arrival<T>, Callback<MouseEvent>) {
    let arrival = use_state_eq(|| match kept::<T>() {
        Some(file) => Arrival::Here(file),
        None => Arrival::Coming,
    });
    let attempt = use_state_eq(|| 0_u32);
    {
        let arrival = arrival.clone();
        use_effect_with((*attempt, is_wanted), move |(_, is_wanted)| {
            if *is_wanted && *arrival == Arrival::Coming {
                spawn_local(async move {
                    arrival.set(read(fetch::fragment(T::LINK).await));
                });
            }
        });
    }
    let again = {
        let arrival = arrival.clone();
        Callback::from(move |_: MouseEvent| {
            arrival.set(Arrival::Coming);
            attempt.set(*attempt + 1);
        })
    };
    ((*arrival).clone(), again)
}

fn read<T: Fetched>(text: Result<String, Error>) -> Arrival<T> {
    match text {
        Ok(text) => match T::read(&text) {
            Some(file) => {
                let file = Rc::new(file);
                keep(file.clone());
                Arrival::Here(file)
            }
            None => Arrival::Absent("the file is incomplete".into()),
        },
        Err(error) => Arrival::Absent(error.to_string().into()),
    }
}

/// A page's part that needs a file: the part, or where the file is.
pub(crate) fn with_file<T: Fetched>(
    (arrival, again): (Arrival<T>, Callback<MouseEvent>),
    view: impl FnOnce(&Rc<T>) -> Html,
) -> Html {
    match arrival {
        Arrival::Coming => html! { <p role="status">{ "Loading." }</p> },
        Arrival::Here(file) => view(&file),
        Arrival::Absent(detail) => html! { <Failed {detail} {again} /> },
    }
}
