//! How to check that nothing typed leaves the device.

use yew::prelude::*;

use super::part;

const POLICY: [(&str, &str); 5] = [
    (
        "connect-src 'self'",
        "The page may fetch from its own address and from nowhere else.",
    ),
    (
        "script-src 'self' 'wasm-unsafe-eval'",
        "Only this site's own program runs: no tracker, no advertising, no script of another site.",
    ),
    (
        "form-action 'none'",
        "No form can be sent anywhere, not even to this site.",
    ),
    (
        "img-src 'self' data:, font-src 'self', style-src 'self'",
        "Pictures, fonts and styles come from here, so that not even a picture can carry a message out.",
    ),
    (
        "default-src 'none'",
        "Everything that is not named is forbidden.",
    ),
];

const CHECK: [&str; 4] = [
    "Open the developer tools of your browser (F12, or Inspect in the page's menu) and choose Network.",
    "Reload the page. Every line shows this site's own address.",
    "Type answers and open programs. No line with your answers appears: the ranking is computed on your device.",
    "Or switch your network off once the list is on show, and go on. Answers and ranking keep working.",
];

/// What the browser enforces, and how to see it.
pub(super) fn proof() -> Html {
    part(
        "privacy",
        "Nothing you type leaves this device",
        html! {
            <>
                <p class="prose">
                    { "There is no account, no cookie and no server that could receive your answers. They are kept in this browser's own storage on this device until you start over or clear it; answers that could not be read are put aside there until you delete them on the page Answers. The page is sent with a content security policy that the browser enforces, so this is not only a promise:" }
                </p>
                <dl class="trust__list">
                    { for POLICY.iter().map(|(rule, words)| html! {
                        <div key={*rule}>
                            <dt><code>{ *rule }</code></dt>
                            <dd>{ *words }</dd>
                        </div>
                    }) }
                </dl>
                <h3>{ "Check it yourself" }</h3>
                <ol class="trust__steps">
                    { for CHECK.iter().map(|step| html! { <li key={*step}>{ *step }</li> }) }
                </ol>
            </>
        },
    )
}
