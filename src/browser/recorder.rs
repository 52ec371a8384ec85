//! The microphone: a recording that stays in this page's memory.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobEvent, MediaRecorder, MediaStream, MediaStreamConstraints, MediaStreamTrack, Url,
};

use super::Error;

const RECORDING: &str = "use the microphone";

/// A running recording. Dropping it stops the microphone.
#[derive(Debug)]
pub struct Recording {
    recorder: MediaRecorder,
    stream: MediaStream,
    /// The listeners live as long as the recording.
    _on_data: Closure<dyn FnMut(BlobEvent)>,
    _on_stop: Closure<dyn FnMut()>,
}

impl Recording {
    /// Asks for the microphone and begins; calls back with the address of what was recorded once
    /// it is stopped.
    ///
    /// # Errors
    /// The browser's word where there is no microphone or the visitor does not allow it.
    pub async fn begin(done: impl Fn(Recorded) + 'static) -> Result<Recording, Error> {
        start(done)
            .await
            .map_err(|cause| Error::new(RECORDING, &cause))
    }

    /// Ends it and lets the microphone go.
    pub fn stop(&self) {
        // A recorder that has stopped by itself has called back already.
        let _ = self.recorder.stop();
        self.release();
    }

    fn release(&self) {
        for track in self.stream.get_tracks() {
            track.unchecked_into::<MediaStreamTrack>().stop();
        }
    }
}

impl Drop for Recording {
    fn drop(&mut self) {
        self.release();
    }
}

/// What was recorded: an address that plays it, as long as this value lives.
#[derive(Debug, PartialEq)]
pub struct Recorded(String);

impl Recorded {
    /// The address.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.0
    }
}

impl Drop for Recorded {
    fn drop(&mut self) {
        // An address that is gone already needs nothing.
        let _ = Url::revoke_object_url(&self.0);
    }
}

async fn start(done: impl Fn(Recorded) + 'static) -> Result<Recording, JsValue> {
    let devices = gloo::utils::window().navigator().media_devices()?;
    let wanted = MediaStreamConstraints::new();
    wanted.set_audio(&JsValue::TRUE);
    let stream = JsFuture::from(devices.get_user_media_with_constraints(&wanted)?).await?;
    let stream: MediaStream = stream.dyn_into()?;
    let recorder = MediaRecorder::new_with_media_stream(&stream)?;
    let parts: Rc<RefCell<Vec<Blob>>> = Rc::default();
    let on_data = {
        let parts = parts.clone();
        Closure::<dyn FnMut(BlobEvent)>::new(move |event: BlobEvent| {
            parts.borrow_mut().extend(event.data());
        })
    };
    let on_stop = Closure::<dyn FnMut()>::new(move || {
        let all: Array = parts.borrow_mut().drain(..).collect();
        let address = Blob::new_with_blob_sequence(&all)
            .and_then(|whole| Url::create_object_url_with_blob(&whole));
        if let Ok(address) = address {
            done(Recorded(address));
        }
    });
    recorder.set_ondataavailable(Some(on_data.as_ref().unchecked_ref()));
    recorder.set_onstop(Some(on_stop.as_ref().unchecked_ref()));
    recorder.start()?;
    Ok(Recording {
        recorder,
        stream,
        _on_data: on_data,
        _on_stop: on_stop,
    })
}
