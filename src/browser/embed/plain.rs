//! Messages as plain JavaScript objects, both ways.
//!
//! What the page around sends is copied by its shape before serde sees it. Only own properties that hold a
//! value are taken, by name: no getter runs, nothing inherited counts, and an object of a
//! million keys costs no more than one of three. A hostile proxy may throw, which counts as nothing there.

use js_sys::{JsString, Object, PropertyDescriptor, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};

use state::embed::shape::{MESSAGE, Property, Shape};
use state::embed::{FromHost, ToHost, Wishes};

/// What a message of the page around wishes; `None` if it is none of the protocol.
#[must_use]
pub fn read(message: &JsValue) -> Option<Wishes> {
    // The copy is small and plain. The reader of serde-wasm-bindgen would bring the formatting of floats for
    // its errors, which nobody reads, into the first download: 6 kB.
    let copied = js_sys::JSON::stringify(&copied(message, &MESSAGE)?).ok()?;
    let message: FromHost = serde_json::from_str(&String::from(copied)).ok()?;
    message.wishes()
}

/// A message as it is sent.
#[must_use]
pub fn written(message: &ToHost) -> Option<JsValue> {
    let message = message.enveloped();
    // Texts and small numbers always have a plain form.
    message.serialize(&Serializer::json_compatible()).ok()
}

/// A copy of what a shape names; `None` where the value is of another shape.
fn copied(value: &JsValue, shape: &Shape) -> Option<JsValue> {
    match shape {
        Shape::Text(most) => {
            let text = value.dyn_ref::<JsString>()?;
            (text.length() <= *most).then(|| value.clone())
        }
        Shape::Flag => value.as_bool().map(JsValue::from_bool),
        Shape::Object(properties) => object(value, properties),
    }
}

fn object(value: &JsValue, properties: &[Property]) -> Option<JsValue> {
    if !value.is_object() {
        return None;
    }
    let object = Object::new();
    for property in properties {
        let name = JsValue::from_str(property.name);
        let Some(value) = own(value, &name) else {
            continue;
        };
        match copied(&value, &property.shape) {
            Some(value) => Reflect::set(&object, &name, &value).ok()?,
            None if property.may_be_wrong => continue,
            None => return None,
        };
    }
    Some(object.into())
}

/// The value that an object has of its own under a name; `None` where it has none, null, or a getter.
fn own(value: &JsValue, name: &JsValue) -> Option<JsValue> {
    if !value.is_object() {
        return None;
    }
    let found = Reflect::get_own_property_descriptor(value.unchecked_ref::<Object>(), name).ok()?;
    if found.is_undefined() {
        return None;
    }
    found.unchecked_into::<PropertyDescriptor>().get_value()
}
