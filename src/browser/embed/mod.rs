//! The frame of a partner's page: messages with the page around, height, colours.

pub mod plain;

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, MessageEvent, ResizeObserver, Window};

use super::clock;
use state::embed::inbox::{Inbox, first_read};
use state::embed::{ToHost, Wishes};

/// The page around the frame.
fn parent() -> Option<Window> {
    let window = gloo::utils::window();
    let parent = window.parent().ok().flatten()?;
    (*parent != *window).then_some(parent)
}

/// Whether the page around the frame is the one in the address bar. Within frames of frames nobody
/// can tell the visitor who is asking.
#[must_use]
pub fn parent_is_top() -> bool {
    let top = gloo::utils::window().top().ok().flatten();
    match (parent(), top) {
        (Some(parent), Some(top)) => *parent == *top,
        _ => false,
    }
}

/// The page around the frame, once it has spoken: only its first origin is listened to.
#[derive(Clone, Debug, Default)]
pub struct Host {
    origin: Rc<RefCell<Option<String>>>,
}

impl Host {
    /// The origin that spoke first; `None` before, and where it has none (a sandboxed page).
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        self.origin
            .borrow()
            .clone()
            .filter(|origin| origin != "null")
    }

    /// Sends a message to the page around: to the origin that spoke first, and before that, or where it
    /// has none, to whoever is there, since nothing but heights and counts is said then.
    pub fn send(&self, message: &ToHost) {
        let (Some(parent), Some(message)) = (parent(), plain::written(message)) else {
            return;
        };
        let to = self.origin().unwrap_or_else(|| "*".to_owned());
        // A page that has gone hears nothing.
        let _ = parent.post_message(&message, &to);
    }

    /// Calls back with what the page around wishes, as often as [`state::embed::inbox`] says, until the
    /// listening is dropped. The first message of the protocol decides which origin is listened to from
    /// then on.
    #[must_use]
    pub fn listen(&self, accept: impl Fn(Wishes) + 'static) -> Listening {
        let ear = Rc::new(Ear {
            origin: self.origin.clone(),
            inbox: RefCell::default(),
            next: RefCell::default(),
            accept: Box::new(accept),
        });
        let listener = {
            let ear = ear.clone();
            EventListener::new(&gloo::utils::window(), "message", move |event| {
                ear.hear(event);
            })
        };
        Listening {
            _listener: listener,
            ear,
        }
    }
}

/// Listens to the page around until it is dropped.
pub struct Listening {
    _listener: EventListener,
    ear: Rc<Ear>,
}

impl fmt::Debug for Listening {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listening").finish_non_exhaustive()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        // The reading to come holds the ear, and the ear that reading.
        drop(self.ear.next.take());
    }
}

struct Ear {
    origin: Rc<RefCell<Option<String>>>,
    inbox: RefCell<Inbox<MessageEvent>>,
    /// The reading to come.
    next: RefCell<Option<Timeout>>,
    accept: Box<dyn Fn(Wishes)>,
}

impl Ear {
    /// Puts a message of the page around by. What it says is not looked at here: to take it out of its
    /// event costs as much as it is large.
    fn hear(self: &Rc<Self>, event: &Event) {
        let Some(message) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        let is_known = |known: &String| *known == message.origin();
        if !is_from_parent(message) || !self.origin.borrow().as_ref().is_none_or(is_known) {
            return;
        }
        let wait = self
            .inbox
            .borrow_mut()
            .put(message.clone(), clock::millis());
        match wait {
            Some(0) => self.read(),
            Some(wait) => {
                let ear = self.clone();
                let reading = Timeout::new(wait, move || ear.read());
                *self.next.borrow_mut() = Some(reading);
            }
            None => {}
        }
    }

    fn read(&self) {
        let waiting = self.inbox.borrow_mut().take();
        let began = clock::millis();
        let found = first_read(waiting, clock::millis, |message| {
            Some((plain::read(&message.data())?, message.origin()))
        });
        self.inbox.borrow_mut().rest(began, clock::millis());
        if let Some((wishes, origin)) = found {
            self.origin.borrow_mut().get_or_insert(origin);
            (self.accept)(wishes);
        }
    }
}

fn is_from_parent(message: &MessageEvent) -> bool {
    parent()
        .zip(message.source())
        .is_some_and(|(parent, source)| {
            let (parent, source): (&JsValue, &JsValue) = (parent.as_ref(), source.as_ref());
            parent == source
        })
}

/// Calls back with the height of the document whenever it changes, until it is dropped.
#[derive(Debug)]
pub struct Height {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Height {
    /// Begins; `None` where the browser cannot.
    #[must_use]
    pub fn watch(callback: impl Fn(u32) + 'static) -> Option<Height> {
        let body = gloo::utils::body();
        let last = RefCell::new(0);
        let watched = body.clone();
        let closure = Closure::<dyn FnMut()>::new(move || {
            let height = u32::try_from(watched.scroll_height()).unwrap_or(0);
            if *last.borrow() != height {
                *last.borrow_mut() = height;
                callback(height);
            }
        });
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(&body);
        Some(Height {
            observer,
            _callback: closure,
        })
    }
}

impl Drop for Height {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Sets colours of the document; an empty value gives the sheet's own back.
pub fn set_styles(styles: &[(&str, String)]) {
    let root = gloo::utils::document().document_element();
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    for (name, value) in styles {
        // A browser that refuses keeps its own colours.
        let _ = root.style().set_property(name, value);
    }
}
