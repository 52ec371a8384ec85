//! The frame of a partner's page: messages with the page around, height, colours.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MessageEvent, ResizeObserver, Window};

use super::clock;

/// Most messages in a second that are looked at: a page that floods its frame wastes its own time.
const MOST_A_SECOND: u32 = 20;

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

    /// Sends text to the page around: to the origin that spoke first, and before that, or where it
    /// has none, to whoever is there, since nothing but heights and counts is said then.
    pub fn send(&self, text: &str) {
        let Some(parent) = parent() else {
            return;
        };
        let to = self.origin().unwrap_or_else(|| "*".to_owned());
        // A page that has gone hears nothing.
        let _ = parent.post_message(&JsValue::from_str(text), &to);
    }

    /// Calls back with every text that the page around sends, until the listener is dropped. The
    /// first text that the callback accepts decides which origin is listened to from then on.
    pub fn listen(&self, accept: impl Fn(String) -> bool + 'static) -> EventListener {
        let origin = self.origin.clone();
        let heard = RefCell::new((0.0, 0_u32));
        EventListener::new(&gloo::utils::window(), "message", move |event| {
            let Some(message) = event.dyn_ref::<MessageEvent>() else {
                return;
            };
            let source = message.source();
            let from_parent = parent().zip(source).is_some_and(|(parent, source)| {
                let (parent, source): (&JsValue, &JsValue) = (parent.as_ref(), source.as_ref());
                parent == source
            });
            if !from_parent || !within_measure(&mut heard.borrow_mut()) {
                return;
            }
            let known = origin.borrow().clone();
            let is_same = known
                .as_ref()
                .is_none_or(|known| *known == message.origin());
            if let (true, Some(text)) = (is_same, message.data().as_string())
                && accept(text)
            {
                origin.borrow_mut().get_or_insert(message.origin());
            }
        })
    }
}

fn within_measure(heard: &mut (f64, u32)) -> bool {
    let now = clock::millis();
    if now - heard.0 >= 1_000.0 {
        *heard = (now, 0);
    }
    heard.1 += 1;
    heard.1 <= MOST_A_SECOND
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
