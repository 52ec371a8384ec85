//! Work that could not be read, put aside by number so that nothing writes over it.

use super::desk::Store;

/// Where the first text lies; the others have `/2`, `/3` and so on behind it.
const FIRST: &str = "smart-pick/unreadable";
/// Holds the number of the last text as long as the visitor has not said that they know.
const NOTICE: &str = "smart-pick/put-aside";

/// The key of a text by its number, from 1.
#[must_use]
fn key(number: u32) -> String {
    match number {
        1 => FIRST.into(),
        _ => format!("{FIRST}/{number}"),
    }
}

/// Puts a text aside under the first number that is free, unless it lies there already.
///
/// # Errors
/// The browser's word where storage is full or forbidden: then the text lies only where it was.
pub fn put(store: &impl Store, text: &str) -> Result<(), String> {
    for number in 1..u32::MAX {
        let key = key(number);
        match store.get(&key)? {
            Some(other) if other == text => break,
            Some(_) => {}
            None => {
                // First, so that no text lies aside of which nobody is told.
                store.set(NOTICE, &number.to_string())?;
                return store.set(&key, text);
            }
        }
    }
    Ok(())
}

/// The number of the last text, from 1, where the visitor has still to be told; 0 where not.
#[must_use]
pub fn news(store: &impl Store) -> u32 {
    let number = store.get(NOTICE).ok().flatten();
    number.map_or(0, |number| number.parse().unwrap_or(1))
}

/// The visitor knows. The texts stay.
///
/// # Errors
/// The browser's word where storage is forbidden.
pub fn told(store: &impl Store) -> Result<(), String> {
    store.remove(NOTICE)
}

/// What was put aside, number 1 first.
///
/// # Errors
/// The browser's word where storage is forbidden.
pub fn all(store: &impl Store) -> Result<Vec<String>, String> {
    let mut texts = Vec::new();
    for number in 1..u32::MAX {
        match store.get(&key(number))? {
            Some(text) => texts.push(text),
            None => break,
        }
    }
    Ok(texts)
}

/// Deletes what was put aside, from the last to the first, so that one that stays can be found.
///
/// # Errors
/// The browser's word where storage is forbidden.
pub fn delete(store: &impl Store) -> Result<(), String> {
    let count = all(store)?.len();
    for number in (1..).take(count).collect::<Vec<u32>>().into_iter().rev() {
        store.remove(&key(number))?;
    }
    told(store)
}
