//! What the journal gives to letters and to the rank order list.

use yew::prelude::*;

use super::program_name;
use crate::rooms::tools::save_button;
use crate::rooms::words;
use crate::routing::link::link;
use crate::routing::route::Route;
use crate::store::World;
use state::notebook::JournalEntry;
use state::tools::journal::{by_witness, felt, text};

/// What each physician saw.
pub(super) fn for_letters(journal: &[JournalEntry]) -> Html {
    let groups = by_witness(journal);
    if groups.is_empty() {
        return html! {};
    }
    html! {
        <section class="stack tool__part" aria-labelledby="journal-letters">
            <h2 id="journal-letters">{ "For letters" }</h2>
            <p>{ "A writer who gets three true scenes writes a better letter. Read it through, take out what is not theirs, and hand it over with your CV." }</p>
            { for groups.iter().map(|(name, entries)| {
                // How a program felt is nobody's but the visitor's.
                let whole = text(entries, |_| None);
                html! {
                    <p class="cluster" key={(*name).to_owned()}>
                        <strong>{ *name }</strong>{ words::counted(entries.len(), "entry", "entries") }
                        { save_button("Save for this letter", "for-a-letter.md", "text/markdown", move || whole.clone()) }
                    </p>
                }
            }) }
        </section>
    }
}

/// How programs felt, best first.
pub(super) fn for_the_rank_list(world: &World, journal: &[JournalEntry]) -> Html {
    let felt = felt(journal);
    if felt.is_empty() {
        return html! {};
    }
    html! {
        <section class="stack tool__part" aria-labelledby="journal-rank">
            <h2 id="journal-rank">{ "For your rank order list" }</h2>
            <p>{ "By how each program felt on the last day that you wrote about it. Feelings move: where they did, both are shown." }</p>
            <ol class="tool__list">
                { for felt.iter().map(|felt| html! {
                    <li key={felt.program.to_string()}>
                        { link(&Route::Program { id: felt.program }, "", &program_name(world, felt.program)) }
                        { ": " }
                        if felt.first == felt.last {
                            { felt.last.label() }
                        } else {
                            { format!("{} at last, {} at first", felt.last.label(), felt.first.label()) }
                        }
                    </li>
                }) }
            </ol>
        </section>
    }
}
