//! What is painted before the app arrives: the questions as the Start room asks them, which can be answered
//! at once. The release puts src/shell/start.html into its first page; here it is kept equal to the room.

use engine::vocabulary::ApplicantType;
use smart_pick::routing::route::Route;
use state::questions::{KIND, STEP2, Step2Answer};
use state::{Action, State};

/// Where it lies.
const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/shell/start.html");

/// The Start room with every question that an answer may open. Nothing is answered; styles/forms.css shows
/// what the answers of the moment open.
fn painted() -> String {
    let mut state = State::default();
    for edit in [
        // Of all types the one who is asked most.
        KIND.answer(Some(ApplicantType::UsDoSenior)),
        STEP2.answer(Some(Step2Answer::Score)),
    ] {
        state.apply(Action::Answer(edit));
    }
    let room = super::render(&Route::Start, state);
    // The app alone has a part with this id: it is how others know that the app is there.
    let named = room
        .replace("#main", "#painted")
        .replace("id=\"main\"", "id=\"painted\"")
        .replace("class=\"page\"", "class=\"page painted\"");
    let told = "<p id=\"loading\" role=\"status\" class=\"visually-hidden\">The programs are loading. You can answer meanwhile.</p><noscript><p>Smart Pick computes everything in your browser, so it needs JavaScript. Allow JavaScript for this page and load it again. Nothing you type leaves your device.</p></noscript>";
    let form = "<form novalidate=\"novalidate\" class=\"start\">";
    named
        .replace(" checked", "")
        // A browser that fills in what stood here before a reload would answer for the visitor.
        .replace(
            form,
            &format!("<form autocomplete=\"off\"{}{told}", &form[5..]),
        )
        // A line each for whoever reads the change.
        .replace("<div class=\"choice\">", "\n<div class=\"choice\">")
        .replace("<div class=\"numbered\">", "\n<div class=\"numbered\">")
        .replace("<header", "\n<header")
        .replace("<main", "\n<main")
        .replace("<aside", "\n<aside")
        .replace("<footer", "\n<footer")
        + "\n"
}

#[test]
fn the_first_paint_is_the_start_room() {
    let painted = painted();
    if std::env::var_os("INSTA_UPDATE").is_some_and(|how| how == "always") {
        std::fs::write(FILE, &painted).unwrap();
    }
    let kept = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(
        kept == painted,
        "src/shell/start.html is not the Start room: INSTA_UPDATE=always cargo test --test pages writes it"
    );
    assert_eq!(kept.matches("type=\"radio\"").count(), 6 + 4 + 3);
    assert!(!kept.contains("checked"));
}
