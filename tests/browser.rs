//! Effects in a real browser: storage, where the focus goes, and the messages of a partner's page.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on says so by stopping"
)]

use smart_pick::browser::embed::plain;
use smart_pick::browser::storage::{self, Device};
use smart_pick::browser::{clock, page};
use state::embed::{PROTOCOL, ToHost, Wishes};
use state::persist::save::{self, FORMAT, Stamp};
use state::persist::sync::Store;
use state::questions::CITIZENSHIP;
use state::{Action, State};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn local_storage() -> web_sys::Storage {
    gloo::utils::window().local_storage().unwrap().unwrap()
}

#[wasm_bindgen_test]
fn work_comes_back_from_the_device_as_it_was() {
    local_storage().clear().unwrap();
    assert_eq!(Device.get(FORMAT), Ok(None));
    let mut state = State::default();
    let edit = CITIZENSHIP.typed("Türkiye “quoted”\n".into());
    state.apply(Action::Answer(edit));
    let stamp = Stamp {
        revision: 3,
        mark: storage::mark(),
    };
    let written = save::write(&state.work, stamp);
    Device.set(FORMAT, &written).unwrap();
    let opened = save::read(&Device.get(FORMAT).unwrap().unwrap()).unwrap();
    assert_eq!((opened.work, opened.stamp), (state.work, stamp));
    Device.remove(FORMAT).unwrap();
    assert_eq!(Device.get(FORMAT), Ok(None));
}

#[wasm_bindgen_test]
fn a_full_store_is_an_error_and_keeps_what_it_had() {
    local_storage().clear().unwrap();
    Device.set(FORMAT, "small").unwrap();
    let refused = Device.set(FORMAT, &"x".repeat(12_000_000)).unwrap_err();
    assert!(refused.contains("could not keep the answers"));
    assert_eq!(Device.get(FORMAT), Ok(Some("small".into())));
    local_storage().clear().unwrap();
}

/// Resolves once `storage::alone` has acted.
fn acted() -> js_sys::Promise {
    js_sys::Promise::new(&mut |done, _| {
        storage::alone(move || drop(done.call0(&JsValue::NULL)));
    })
}

#[wasm_bindgen_test]
async fn a_save_has_the_lock_and_does_not_wait_for_ever_for_it() {
    JsFuture::from(acted()).await.unwrap();
    // Another tab holds it and never lets go.
    let hold = "navigator.locks.request('smart-pick/1', () => new Promise(() => {})); 0";
    js_sys::eval(hold).unwrap();
    JsFuture::from(acted()).await.unwrap();
}

#[wasm_bindgen_test]
fn the_focus_goes_to_a_control_and_unfolds_its_group() {
    let document = gloo::utils::document();
    let group = document.create_element("details").unwrap();
    group.set_inner_html("<summary>Group</summary><input id=\"inside\">");
    gloo::utils::body().append_child(&group).unwrap();
    page::focus("inside");
    assert!(group.has_attribute("open"));
    let focused = || document.active_element().map(|element| element.id());
    assert_eq!(focused().as_deref(), Some("inside"));
    page::focus("nowhere");
    assert_eq!(
        focused().as_deref(),
        Some("inside"),
        "there is no such control"
    );
    group.remove();
}

#[wasm_bindgen_test]
fn today_is_the_day_of_the_visitors_clock() {
    // Swedes write dates as the standard does.
    let shown = || {
        js_sys::eval("new Date().toLocaleDateString('sv-SE')")
            .unwrap()
            .as_string()
            .unwrap()
    };
    let before = shown();
    let today = clock::today().unwrap().to_string();
    assert!(
        today == before || today == shown(),
        "{today}, and the clock says {before}"
    );
}

/// What an expression of JavaScript makes. `DARK` in it are settings, `WORD` is the protocol, and `whole`
/// makes a message of settings.
fn made(expression: &str) -> JsValue {
    let whole =
        "const whole = (settings) => ({ protocol: WORD, type: 'configure', settings }); return ";
    let code = format!("(() => {{ {whole}{expression} }})()")
        .replace("DARK", "{ theme: 'dark' }")
        .replace("WORD", &format!("'{PROTOCOL}'"));
    js_sys::eval(&code).unwrap()
}

fn read(expression: &str) -> Option<Wishes> {
    plain::read(&made(expression))
}

#[wasm_bindgen_test]
fn a_message_of_the_page_around_is_read_as_a_plain_object() {
    let wishes = read(
        "whole({ specialty: 'neurology', states: 'NY,NJ', sections: 'programs', theme: 'dark', accent: '#7accc8', lang: 'en', compact: true, facts: '{}' })",
    )
    .unwrap();
    assert_eq!((&*wishes.specialty, &*wishes.facts), ("neurology", "{}"));
    assert_eq!((&*wishes.states, &*wishes.sections), ("NY,NJ", "programs"));
    assert_eq!((&*wishes.theme, &*wishes.accent), ("dark", "#7accc8"));
    assert_eq!((&*wishes.lang, wishes.compact), ("en", true));
    assert_eq!(
        read("({ protocol: WORD, type: 'configure' })"),
        Some(Wishes::default())
    );
}

#[wasm_bindgen_test]
fn a_message_that_is_none_is_ignored() {
    for wrong in [
        "undefined",
        "null",
        "NaN",
        "7",
        "7n",
        "Symbol('x')",
        "() => whole(DARK)",
        "[whole(DARK)]",
        // The old text, and a text in general.
        "JSON.stringify({ ...whole(DARK), protocol: 'smart-pick/1' })",
        "JSON.stringify(whole(DARK))",
        "new String(JSON.stringify(whole(DARK)))",
        "({ ...whole(DARK), protocol: 'smart-pick/1' })",
        "({ ...whole(DARK), protocol: new String(WORD) })",
        "({ ...whole(DARK), type: 'eval' })",
        "({ ...whole(DARK), type: NaN })",
        "new TextEncoder().encode(JSON.stringify(whole(DARK))).buffer",
        "new Uint8Array(1_000)",
        "new Map(Object.entries(whole(DARK)))",
        "new Proxy(whole(DARK), { getOwnPropertyDescriptor() { throw new Error('no'); } })",
        "(() => { const { proxy, revoke } = Proxy.revocable(whole(DARK), {}); revoke(); return proxy; })()",
        // Only what is the object's own, and a value.
        "Object.create(whole(DARK))",
        "({ __proto__: whole(DARK) })",
        "JSON.parse(JSON.stringify({ X: whole(DARK) }).replace('X', '__proto__'))",
        "({ constructor: { prototype: whole(DARK) } })",
        "({ ...whole(DARK), get protocol() { throw new Error('no'); } })",
        "Object.defineProperty(whole(DARK), 'protocol', { get: () => WORD })",
        // Settings of another kind.
        "whole(JSON.stringify(DARK))",
        "whole(7)",
        "whole({ ...DARK, theme: 7 })",
        "whole({ ...DARK, states: ['NY'] })",
        "whole({ ...DARK, compact: NaN })",
        "whole({ ...DARK, compact: 'yes' })",
        "whole({ ...DARK, specialty: 'x'.repeat(1_001) })",
    ] {
        assert_eq!(read(wrong), None, "{wrong}");
    }
}

#[wasm_bindgen_test]
fn nothing_beside_what_is_read_runs_or_counts() {
    let ran = || js_sys::eval("globalThis.ran ?? 0").unwrap().as_f64();
    for beside in [
        "(() => { const message = whole(DARK); message.itself = message; message.settings.itself = message; return message; })()",
        "whole({ ...DARK, get states() { globalThis.ran = 1; throw new Error('no'); } })",
        "whole({ ...DARK, states: undefined, facts: null })",
        "whole({ ...DARK, accent: null, compact: null })",
        "whole({ ...DARK, __proto__: { states: 'NY', compact: true }, constructor: 1, toString: 2 })",
        "whole(JSON.parse('{\"theme\":\"dark\",\"__proto__\":{\"states\":\"NY\"}}'))",
        "({ ...whole(DARK), [Symbol.iterator]() { globalThis.ran = 1; return [][Symbol.iterator](); } })",
        "({ ...whole(DARK), toJSON() { globalThis.ran = 1; }, valueOf() { globalThis.ran = 1; } })",
        "new Proxy(whole(DARK), { get() { globalThis.ran = 1; }, has() { globalThis.ran = 1; }, ownKeys() { globalThis.ran = 1; return []; } })",
        // What should be the text of a facts file and is none is left out.
        "whole({ ...DARK, facts: 7 })",
        "whole({ ...DARK, facts: [] })",
        "whole({ ...DARK, facts: new String('{}') })",
        "(() => { const message = whole(DARK); message.settings.facts = message; return message; })()",
        "whole({ ...DARK, facts: { format: 'smart-pick-facts/1' } })",
        "whole({ ...DARK, facts: 'x'.repeat(2_000_001) })",
        "whole({ ...DARK, get facts() { globalThis.ran = 1; } })",
        "whole({ ...DARK, facts: { toString() { globalThis.ran = 1; return '{}'; } } })",
    ] {
        let wishes = read(beside).unwrap_or_default();
        assert_eq!((&*wishes.theme, &*wishes.facts), ("dark", ""), "{beside}");
        assert_eq!((&*wishes.states, wishes.compact), ("", false), "{beside}");
        assert_eq!(ran(), Some(0.0), "{beside}");
    }
}

#[wasm_bindgen_test]
fn a_giant_message_is_read_as_fast_as_a_small_one() {
    const MILLION: &str =
        "for (let key = 0; key < 1_000_000; key += 1) giant['key' + key] = key; return";
    for giant in [
        format!("(() => {{ const giant = whole(DARK); {MILLION} giant; }})()"),
        format!("(() => {{ const giant = {{}}; {MILLION} whole({{ ...DARK, giant }}); }})()"),
        format!(
            "(() => {{ const giant = {{}}; {MILLION} whole({{ ...DARK, facts: giant }}); }})()"
        ),
        "whole({ ...DARK, facts: new Array(1_000_000).fill('x') })".to_owned(),
        "whole({ ...DARK, facts: 'x'.repeat(10_000_000) })".to_owned(),
    ] {
        let message = made(&giant);
        let start = clock::millis();
        let wishes = plain::read(&message).unwrap();
        let took = clock::millis() - start;
        assert_eq!((&*wishes.theme, &*wishes.facts), ("dark", ""), "{giant}");
        assert!(took < 10.0, "{took} ms for {giant}");
    }
}

#[wasm_bindgen_test]
fn a_message_to_the_page_around_is_a_plain_object() {
    let spelt = |message: ToHost| {
        let written = plain::written(&message).unwrap();
        String::from(js_sys::JSON::stringify(&written).unwrap())
    };
    let begin = format!("{{\"protocol\":\"{PROTOCOL}\",\"type\":");
    let counts = ToHost::Counts {
        ranked: 100,
        listed: 3,
    };
    let programs = vec!["1400500001".to_owned()];
    for (message, rest) in [
        (ToHost::Ready, "\"ready\"}"),
        (ToHost::Resize { height: 700 }, "\"resize\",\"height\":700}"),
        (counts, "\"counts\",\"ranked\":100,\"listed\":3}"),
        (
            ToHost::Shared { programs },
            "\"shared\",\"programs\":[\"1400500001\"]}",
        ),
    ] {
        assert_eq!(spelt(message), format!("{begin}{rest}"));
    }
}
