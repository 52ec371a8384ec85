//! Tabs at one storage: what each reads, compares and writes.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use proptest::prelude::*;

use super::*;
use crate::persist::save::{self, FORMAT, Opened, Stamp};
use crate::questions::{CITIZENSHIP, NearAnswer, SpecialtyAnswer};
use crate::{Action, Edit, State, Work};

fn work(text: &str) -> Work {
    let mut state = State::default();
    state.apply(Action::Answer(CITIZENSHIP.typed(text.into())));
    state.work
}

fn stamp(revision: u64, mark: u32) -> Stamp {
    Stamp { revision, mark }
}

fn opened(text: &str, stamp: Stamp) -> Opened {
    Opened {
        work: work(text),
        stamp,
        left_out: 0,
    }
}

/// A storage that can be full, closed to reading, or closed to writing.
#[derive(Default)]
struct Fake {
    texts: RefCell<BTreeMap<String, String>>,
    /// Most bytes of all texts; no end if 0.
    room: Cell<usize>,
    is_unreadable: Cell<bool>,
}

impl Fake {
    fn text(&self) -> String {
        let texts = self.texts.borrow();
        texts.get(FORMAT).cloned().unwrap_or_default()
    }

    fn kept(&self) -> Opened {
        save::read(&self.text()).unwrap()
    }

    fn with(text: &str) -> Fake {
        let fake = Fake::default();
        fake.set(FORMAT, text).unwrap();
        fake
    }
}

impl Store for Fake {
    fn get(&self, key: &str) -> Result<Option<String>, String> {
        match self.is_unreadable.get() {
            true => Err("closed".into()),
            false => Ok(self.texts.borrow().get(key).cloned()),
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), String> {
        let mut texts = self.texts.borrow_mut();
        let others = texts.iter().filter(|(other, _)| *other != key);
        let used: usize = others.map(|(_, text)| text.len()).sum();
        if self.room.get() > 0 && used + text.len() > self.room.get() {
            return Err("full".into());
        }
        texts.insert(key.into(), text.into());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), String> {
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

/// A tab that has looked at the device.
fn tab(store: &Fake) -> Desk {
    let mut desk = Desk::default();
    desk.act(store, Turn::Settle, 0);
    desk
}

/// Types into a tab and saves.
fn types(desk: &mut Desk, store: &Fake, text: &str, mark: u32) -> Keeping {
    desk.hold(&work(text));
    desk.act(store, Turn::Settle, mark);
    desk.status().keeping.clone()
}

fn refused(why: &str) -> Keeping {
    Keeping::Refused(why.into())
}

#[test]
fn an_edit_is_saved_with_the_next_revision_and_only_once() {
    let mut keeper = Keeper::default();
    assert_eq!(
        keeper.step(None, &work("b"), 7),
        Step::Write(stamp(1, 7)),
        "nothing on the device"
    );
    keeper.written(work("b"), stamp(4, 1));
    assert_eq!(keeper.step(None, &work("b"), 7), Step::Nothing);
    assert_eq!(keeper.step(None, &work("c"), 7), Step::Write(stamp(5, 7)));
}

#[test]
fn every_meeting_of_two_works_has_its_answer() {
    let here = |text| TakeOver(work(text));
    #[derive(Debug, PartialEq)]
    struct TakeOver(Work);
    // This tab has saved "a" as revision 4 with mark 1.
    for (mine, theirs, their_stamp, answer) in [
        ("a", "b", stamp(5, 2), Ok(Some(here("b")))),
        ("mine", "b", stamp(5, 2), Err(())),
        ("mine", "mine", stamp(5, 2), Ok(Some(here("mine")))),
        // Made at the same moment: it does not know ours.
        ("a", "b", stamp(4, 2), Err(())),
        ("mine", "b", stamp(4, 2), Err(())),
        ("a", "a", stamp(4, 2), Ok(Some(here("a")))),
        // Ours was written over by a tab that knew less.
        ("a", "b", stamp(3, 2), Err(())),
        // What this tab has seen itself is no news.
        ("a", "a", stamp(4, 1), Ok(None)),
    ] {
        let mut keeper = Keeper::default();
        keeper.written(work("a"), stamp(4, 1));
        let step = keeper.step(Some(opened(theirs, their_stamp)), &work(mine), 9);
        let said = match step {
            Step::Ask => Err(()),
            Step::TakeOver(work) => Ok(Some(TakeOver(*work))),
            Step::Nothing => Ok(None),
            Step::Write(stamp) => panic!("{mine} wrote {stamp:?} over {theirs}"),
        };
        assert_eq!(said, answer, "{mine}, {theirs}, {their_stamp:?}");
        assert_eq!(keeper.is_asking(), answer.is_err());
    }
}

#[test]
fn nothing_is_written_until_the_visitor_has_answered() {
    let mut keeper = Keeper::default();
    keeper.written(work("a"), stamp(4, 1));
    let theirs = opened("b", stamp(5, 2));
    assert_eq!(keeper.step(Some(theirs), &work("mine"), 9), Step::Ask);
    assert_eq!(keeper.step(None, &work("mine, longer"), 9), Step::Nothing);

    let mut takes = keeper.clone();
    assert_eq!(takes.use_theirs(), Some(Box::new(work("b"))));
    assert_eq!(takes.step(None, &work("b"), 9), Step::Nothing);

    keeper.keep_mine();
    assert_eq!(
        keeper.step(None, &work("mine"), 9),
        Step::Write(stamp(6, 9))
    );
}

#[test]
fn a_revision_at_its_maximum_stays_and_other_tabs_still_notice() {
    let full = Fake::with(&save::write(&work("a"), stamp(u64::MAX, 3)));
    let (mut one, mut other) = (tab(&full), tab(&full));
    assert_eq!(types(&mut one, &full, "b", 4), Keeping::Kept);
    assert_eq!(full.kept().stamp, stamp(u64::MAX, 4));
    // Nobody can tell which is later, so that the other tab asks.
    other.act(&full, Turn::Settle, 5);
    assert_eq!(other.status().keeping, Keeping::Asking);
    assert_eq!(full.kept().work, work("b"));
    assert_eq!(types(&mut one, &full, "c", 6), Keeping::Kept);
    let beyond = save::write(&work("a"), stamp(1, u32::MAX));
    assert_eq!(save::read(&beyond).unwrap().stamp, stamp(1, u32::MAX));
}

#[test]
fn two_tabs_that_save_at_the_same_moment_lose_nothing_in_silence() {
    let store = Fake::default();
    let (mut one, mut other) = (tab(&store), tab(&store));
    // The browser shows the other tab's save to this one only after both have written.
    let late = Fake::default();
    assert_eq!(types(&mut one, &store, "one", 1), Keeping::Kept);
    assert_eq!(types(&mut other, &late, "other", 2), Keeping::Kept);
    assert_eq!(store.kept().stamp.revision, late.kept().stamp.revision);
    store.set(FORMAT, &late.text()).unwrap();
    one.act(&store, Turn::Settle, 3);
    other.act(&store, Turn::Settle, 4);
    assert_eq!(one.status().keeping, Keeping::Asking);
    assert_eq!(other.status().keeping, Keeping::Kept);
    one.act(&store, Turn::Mine, 5);
    assert_eq!(store.kept().work, work("one"));
    assert_eq!(
        other.act(&store, Turn::Settle, 6),
        Some(Box::new(work("one")))
    );
}

#[test]
fn what_a_partner_or_the_catalog_gave_is_no_edit() {
    let mut given = Work::default();
    let answers = Rc::make_mut(&mut given.answers);
    answers.edit(Edit::specialty(
        0,
        SpecialtyAnswer {
            typed: "Psychiatry".into(),
            given: true,
            ..SpecialtyAnswer::default()
        },
    ));
    assert!(given.is_empty());
    assert_eq!(Keeper::default().step(None, &given, 1), Step::Nothing);

    let near = |point| {
        let mut work = work("a");
        let typed = "Boston, Massachusetts".into();
        Rc::make_mut(&mut work.answers).edit(Edit::near(NearAnswer { typed, point }));
        work
    };
    let mut keeper = Keeper::default();
    keeper.written(near(None), stamp(1, 1));
    let point = engine::geography::Point::new(42.36, -71.06);
    assert!(point.is_some());
    assert_eq!(keeper.step(None, &near(point), 2), Step::Nothing);
}

#[test]
fn nothing_is_an_edit_before_the_device_was_looked_at() {
    let store = Fake::with(&save::write(&work("a"), stamp(1, 1)));
    let mut desk = Desk::default();
    assert!(!desk.hold(&Work::default()));
    assert_eq!(desk.act(&store, Turn::Settle, 2), Some(Box::new(work("a"))));
    assert!(!desk.hold(&work("a")));
    assert!(desk.hold(&work("ab")));
}

#[test]
fn on_an_empty_device_edits_count_before_it_is_known_how_work_is_read() {
    let store = Fake::default();
    let mut desk = Desk::default();
    assert!(desk.opens_empty(&store));
    assert!(!desk.opens_empty(&store), "that was the first look");
    assert!(!desk.hold(&Work::default()));
    assert!(desk.hold(&work("a")));
    desk.act(&store, Turn::Settle, 1);
    assert_eq!(store.kept().work, work("a"));
}

#[test]
fn what_is_typed_before_the_kept_work_was_read_is_not_lost() {
    let store = Fake::with(&save::write(&work("a"), stamp(1, 1)));
    let mut desk = Desk::default();
    assert!(!desk.opens_empty(&store));
    assert!(!desk.hold(&work("typed early")));
    desk.act(&store, Turn::Settle, 2);
    assert_eq!(desk.status().keeping, Keeping::Asking);
    desk.act(&store, Turn::Mine, 3);
    assert_eq!(store.kept().work, work("typed early"));
    // What could not be read and was put aside has to be told.
    let told = Fake::default();
    aside::put(&told, "damaged").unwrap();
    assert!(!Desk::default().opens_empty(&told));
}

#[test]
fn what_cannot_be_read_for_some_time_is_not_written_over() {
    let store = Fake::with(&save::write(&work("years of work"), stamp(0, 0)));
    store.is_unreadable.set(true);
    let mut desk = tab(&store);
    assert_eq!(desk.status().keeping, refused("closed"));
    assert_eq!(types(&mut desk, &store, "typed", 1), refused("closed"));
    store.is_unreadable.set(false);
    assert_eq!(types(&mut desk, &store, "typed on", 2), Keeping::Asking);
    assert_eq!(store.kept().work, work("years of work"));
    // A tab in which nothing was typed takes it over.
    store.is_unreadable.set(true);
    let mut idle = tab(&store);
    store.is_unreadable.set(false);
    let adopted = idle.act(&store, Turn::Settle, 3);
    assert_eq!(adopted, Some(Box::new(work("years of work"))));
    assert_eq!(idle.status().keeping, Keeping::Kept);
}

#[test]
fn a_full_storage_keeps_what_it_had_and_is_tried_again() {
    let store = Fake::default();
    let mut desk = tab(&store);
    assert_eq!(types(&mut desk, &store, "a", 1), Keeping::Kept);
    store.room.set(1);
    assert_eq!(types(&mut desk, &store, "ab", 2), refused("full"));
    assert_eq!(store.kept().work, work("a"));
    store.room.set(0);
    desk.act(&store, Turn::Settle, 3);
    assert_eq!(store.kept().work, work("ab"));
    assert_eq!(store.kept().stamp, stamp(2, 3));
}

#[test]
fn what_a_newer_version_keeps_is_not_written_over() {
    let newer = "{\"format\": \"smart-pick/2\"}";
    let store = Fake::with(newer);
    let mut desk = tab(&store);
    assert_eq!(types(&mut desk, &store, "a", 1), Keeping::Newer);
    assert_eq!(store.text(), newer);
    assert_eq!(aside::all(&store), Ok(Vec::new()));
}

#[test]
fn unreadable_texts_are_put_aside_by_number_and_told_until_known() {
    let store = Fake::with("first");
    let mut desk = tab(&store);
    assert_eq!(desk.status().aside, 1);
    assert_eq!(types(&mut desk, &store, "a", 1), Keeping::Kept);
    store.set(FORMAT, "second").unwrap();
    // Another visit, and one more: a text is put aside once.
    let mut desk = tab(&store);
    tab(&store);
    assert_eq!(desk.status().aside, 2);
    let both = Ok(vec!["first".to_owned(), "second".to_owned()]);
    assert_eq!(aside::all(&store), both);
    assert_eq!(types(&mut desk, &store, "b", 1), Keeping::Kept);
    assert_eq!(store.kept().work, work("b"));
    assert_eq!(tab(&store).status().aside, 2, "it stays until it is known");
    desk.act(&store, Turn::Told, 2);
    assert_eq!(desk.status().aside, 0);
    assert_eq!(tab(&store).status().aside, 0);
    assert_eq!(aside::all(&store), both);
    aside::delete(&store).unwrap();
    assert_eq!(aside::all(&store), Ok(Vec::new()));
    assert_eq!(store.kept().work, work("b"));
}

#[test]
fn an_unreadable_text_that_cannot_be_put_aside_stays_until_the_visitor_says() {
    let damaged = "x".repeat(10_000);
    let store = Fake::with(&damaged);
    store.room.set(15_000);
    let mut desk = tab(&store);
    let blocked = Keeping::Blocked("full".into());
    assert_eq!(desk.status().keeping, blocked);
    assert_eq!(types(&mut desk, &store, "a", 1), blocked);
    assert_eq!(store.text(), damaged);
    desk.act(&store, Turn::Mine, 2);
    assert_eq!(desk.status().keeping, Keeping::Kept);
    assert_eq!(store.kept().work, work("a"));
}

#[test]
fn rows_that_are_left_out_are_put_aside_before_they_are_written_over() {
    let text =
        r#"{"format":"smart-pick/1","answers":{"chosen":{"couple":"yes","shoe-size":"44"}}}"#;
    let store = Fake::with(text);
    let mut desk = tab(&store);
    assert_eq!((desk.status().aside, store.text()), (0, text.to_owned()));
    assert_eq!(types(&mut desk, &store, "a", 1), Keeping::Kept);
    assert_eq!(desk.status().aside, 1);
    assert_eq!(aside::all(&store), Ok(vec![text.to_owned()]));

    let store = Fake::with(text);
    let mut desk = tab(&store);
    store.room.set(text.len() + 1);
    assert_eq!(
        types(&mut desk, &store, "a", 1),
        Keeping::Blocked("full".into())
    );
    assert_eq!(store.text(), text);
    desk.act(&store, Turn::Settle, 2);
    assert_eq!(store.text(), text, "nor at the next try");
}

/// What can happen in one of three tabs.
#[derive(Clone, Copy, Debug)]
enum Event {
    Typed(u8),
    Turn(Turn),
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        any::<u8>().prop_map(Event::Typed),
        Just(Event::Turn(Turn::Settle)),
        Just(Event::Turn(Turn::Theirs)),
        Just(Event::Turn(Turn::Mine)),
    ]
}

proptest! {
    #[test]
    fn whatever_three_tabs_do_nothing_typed_is_lost_unless_the_visitor_says_so(
        events in prop::collection::vec((0..3_usize, event()), 0..40),
    ) {
        let store = Fake::default();
        let mut tabs: Vec<(Desk, Work)> = (0..3).map(|_| (tab(&store), Work::default())).collect();
        // What each tab wrote or took over last: it may write over nothing else.
        let mut seen = [const { String::new() }; 3];
        let mut mark = 0;
        for (at, event) in events {
            let (desk, screen) = &mut tabs[at];
            mark += 1;
            let turn = match event {
                Event::Typed(letter) => {
                    *screen = work(&letter.to_string());
                    desk.hold(screen);
                    continue;
                }
                Event::Turn(turn) => turn,
            };
            let is_unsaved = desk.hold(screen);
            let before = store.text();
            let is_asking = desk.status().keeping == Keeping::Asking;
            let adopted = desk.act(&store, turn, mark);
            if store.text() != before {
                let may = before == seen[at] || (turn == Turn::Mine && is_asking);
                prop_assert!(may, "tab {} wrote over a save that it did not know", at);
                prop_assert_eq!(&store.kept().work, &*screen);
            }
            if let Some(adopted) = adopted {
                let may = !is_unsaved || adopted.is_same(screen) || turn == Turn::Theirs;
                prop_assert!(may, "tab {} lost what was typed", at);
                *screen = *adopted;
            }
            if desk.status().keeping == Keeping::Kept {
                seen[at] = store.text();
            }
        }
        // Once every tab has been answered and has looked again, all have one work.
        for round in 0..2 {
            for (desk, screen) in &mut tabs {
                for turn in [Turn::Settle, Turn::Theirs, Turn::Settle] {
                    mark += 1;
                    if let Some(adopted) = desk.act(&store, turn, mark) {
                        *screen = *adopted;
                    }
                }
                if round > 0 && !store.text().is_empty() {
                    prop_assert_eq!(&*screen, &store.kept().work);
                }
            }
        }
    }
}
