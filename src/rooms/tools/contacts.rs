//! The networking log.

use yew::prelude::*;

use super::save_button;
use crate::kit::{ConfirmButton, Disclosure, Select, TextBox, TextInput, Width};
use crate::store::{World, use_world};
use state::NotebookEdit;
use state::browse::export::sheet;
use state::notebook::{Contact, Letter};
use state::persist::bounds::TEXT;

/// Everybody, those to write to soonest first.
#[component]
pub(super) fn Contacts() -> Html {
    let world = use_world();
    let contacts = world.state.work.notebook.contacts();
    let today = world
        .state
        .today
        .map(|day| day.to_string())
        .unwrap_or_default();
    let count = contacts.len();
    // Kept while one types: a card that moved under its own date would lose the keyboard.
    let order = use_memo(count, |count| {
        let mut order: Vec<usize> = (0..*count).collect();
        // People without a next day stand last.
        let due = |at: &usize| {
            contacts
                .get(*at)
                .map(|c| (c.next_day.is_empty(), c.next_day.clone()))
        };
        order.sort_by_key(due);
        order
    });
    let add = world.note(move |_: MouseEvent| NotebookEdit::Meet(count, Contact::default()));
    let overdue = contacts.iter().filter(|c| is_overdue(c, &today)).count();
    let sheet = csv(contacts);
    html! {
        <>
            <p class="cluster">
                <button type="button" class="button" onclick={add}>{ "Add a person" }</button>
                if count > 0 {
                    { save_button("Save as a sheet (.csv)", "people.csv", "text/csv", move || sheet.clone()) }
                }
            </p>
            if count == 0 {
                <p>{ "Nobody yet. Begin with whoever answered your last message: a graduate of your school, a resident, an author." }</p>
            }
            if overdue > 0 {
                <p role="status"><strong>{ format!("{overdue} to write to today or earlier.") }</strong></p>
            }
            { for order.iter().filter_map(|at| Some(person(&world, *at, contacts.get(*at)?, &today))) }
        </>
    }
}

fn is_overdue(contact: &Contact, today: &str) -> bool {
    !contact.next_day.is_empty() && contact.next_day.as_str() <= today
}

/// One field of a person, and how to change it.
type Part = (
    &'static str,
    &'static str,
    fn(&mut Contact) -> &mut String,
    bool,
);

const PARTS: [Part; 6] = [
    ("name", "Name", |c| &mut c.name, false),
    ("place", "Role and place", |c| &mut c.place, false),
    ("met", "How you met", |c| &mut c.met, false),
    ("last", "Last word on", |c| &mut c.last, true),
    ("next", "What to do next", |c| &mut c.next, false),
    ("next-day", "By", |c| &mut c.next_day, true),
];

fn person(world: &World, at: usize, contact: &Contact, today: &str) -> Html {
    let title = if contact.name.trim().is_empty() {
        format!("Person {}", at + 1)
    } else {
        contact.name.clone()
    };
    let status = if is_overdue(contact, today) {
        "Due"
    } else {
        contact.letter.label()
    };
    let forget = world.note(move |()| NotebookEdit::Forget(at));
    html! {
        <Disclosure key={at} title={title.clone()} {status} open={contact.name.is_empty()}>
                <div class="field-grid">
                    { for PARTS.iter().map(|part| field(world, at, contact, part)) }
                    { letter(world, at, contact) }
                </div>
                { note(world, at, contact) }
                <p><ConfirmButton label="Remove" what={title} on_press={forget} /></p>
        </Disclosure>
    }
}

fn field(world: &World, at: usize, contact: &Contact, (name, label, part, day): &Part) -> Html {
    let (part, contact) = (*part, contact.clone());
    let value = part(&mut contact.clone()).clone();
    let input = TextInput {
        id: format!("person-{at}-{name}").into(),
        label: (*label).into(),
        value: value.into(),
        width: Width::Full,
        day: *day,
        on_type: world.note(move |text: String| {
            let mut contact = contact.clone();
            *part(&mut contact) = text;
            NotebookEdit::Meet(at, contact)
        }),
        ..TextInput::default()
    };
    input.view()
}

fn letter(world: &World, at: usize, contact: &Contact) -> Html {
    let chosen = Letter::ALL
        .iter()
        .position(|letter| *letter == contact.letter);
    let contact = contact.clone();
    let select = Select {
        id: format!("person-{at}-letter").into(),
        label: "Letter".into(),
        empty: Some("Not said"),
        options: Letter::ALL
            .iter()
            .map(|letter| letter.label().into())
            .collect(),
        chosen,
        on_choose: world.note(move |place: Option<usize>| {
            let letter = place.and_then(|place| Letter::ALL.get(place)).copied();
            NotebookEdit::Meet(
                at,
                Contact {
                    letter: letter.unwrap_or(Letter::None),
                    ..contact.clone()
                },
            )
        }),
        ..Select::default()
    };
    select.view()
}

fn note(world: &World, at: usize, contact: &Contact) -> Html {
    let now = contact.clone();
    let text = TextBox {
        id: format!("person-{at}-note").into(),
        label: "Notes".into(),
        value: contact.note.clone().into(),
        most: TEXT,
        on_type: world.note(move |note| {
            NotebookEdit::Meet(
                at,
                Contact {
                    note,
                    ..now.clone()
                },
            )
        }),
        ..TextBox::default()
    };
    text.view()
}

fn csv(contacts: &[Contact]) -> String {
    let head = [
        "Name",
        "Role and place",
        "How you met",
        "Last word",
        "Next",
        "By",
        "Letter",
        "Notes",
    ];
    let rows = contacts.iter().map(|c| {
        [
            &c.name,
            &c.place,
            &c.met,
            &c.last,
            &c.next,
            &c.next_day,
            c.letter.label(),
            &*c.note,
        ]
    });
    sheet(head, rows)
}
