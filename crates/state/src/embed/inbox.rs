//! When messages of the page around are read: a page that floods its frame wastes its own time, not that of
//! the visitor.
//!
//! Readings are at least [`PAUSE`] apart. Of the messages since the last one only the newest
//! [`MOST_WAITING`] are looked at, and only until one is of the protocol: the last word of a page is what
//! it wants. A reading that took long is followed by a rest that is as much longer.

use std::collections::VecDeque;
use std::mem;

/// Milliseconds from one reading to the next, at least.
pub const PAUSE: u32 = 50;
/// Messages that wait for a reading, at most.
pub const MOST_WAITING: usize = 8;
/// Milliseconds of a reading after which it looks at no further message.
const LONGEST_READING: f64 = 4.0;
/// How many times as long as a reading the rest after it is,
const RESTS: f64 = 10.0;
/// and its milliseconds at most.
const LONGEST_REST: f64 = 2_000.0;

/// Messages that wait to be read, and when that will be. Times are milliseconds of one clock.
#[derive(Debug)]
pub struct Inbox<T> {
    waiting: VecDeque<T>,
    /// Before this nothing is read.
    next: f64,
    is_arranged: bool,
}

impl<T> Default for Inbox<T> {
    fn default() -> Self {
        Inbox {
            waiting: VecDeque::new(),
            next: 0.0,
            is_arranged: false,
        }
    }
}

impl<T> Inbox<T> {
    /// Takes a message in; the oldest goes where too many wait. Answers in how many milliseconds a reading
    /// is to be begun, 0 for at once, and `None` where one is to come already.
    pub fn put(&mut self, message: T, now: f64) -> Option<u32> {
        if self.waiting.len() >= MOST_WAITING {
            self.waiting.pop_front();
        }
        self.waiting.push_back(message);
        if mem::replace(&mut self.is_arranged, true) {
            return None;
        }
        let wait = (self.next - now).clamp(0.0, LONGEST_REST);
        // Within the bounds of the line above.
        Some(wait.ceil() as u32)
    }

    /// Begins a reading: what waits, the newest first.
    pub fn take(&mut self) -> impl Iterator<Item = T> + use<T> {
        self.is_arranged = false;
        mem::take(&mut self.waiting).into_iter().rev()
    }

    /// Ends a reading that lasted from `began` to `ended`.
    pub fn rest(&mut self, began: f64, ended: f64) {
        let rest = (ended - began) * RESTS;
        self.next = ended + rest.clamp(f64::from(PAUSE), LONGEST_REST);
    }
}

/// What the first message says that `read` can read; `None` if there is none before the time is up.
pub fn first_read<T, M>(
    messages: impl Iterator<Item = T>,
    clock: impl Fn() -> f64,
    read: impl Fn(T) -> Option<M>,
) -> Option<M> {
    let began = clock();
    for message in messages {
        let found = read(message);
        if found.is_some() || clock() - began > LONGEST_READING {
            return found;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_first_message_is_read_at_once_and_the_next_after_a_pause() {
        let mut inbox = Inbox::default();
        assert_eq!(inbox.put('a', 1_000.0), Some(0));
        assert_eq!(inbox.take().collect::<String>(), "a");
        inbox.rest(1_000.0, 1_001.0);
        assert_eq!(inbox.put('b', 1_011.0), Some(40));
        assert_eq!(inbox.put('c', 1_012.0), None);
        assert_eq!(inbox.take().collect::<String>(), "cb");
        inbox.rest(1_051.0, 1_051.5);
        assert_eq!(inbox.put('d', 9_000.0), Some(0));
    }

    #[test]
    fn of_a_flood_only_the_newest_wait() {
        let mut inbox = Inbox::default();
        for message in 0..100_000 {
            let wait = inbox.put(message, f64::from(message) / 1_000.0);
            assert_eq!(wait.is_some(), message == 0);
        }
        let waiting: Vec<i32> = inbox.take().collect();
        assert_eq!(waiting.len(), MOST_WAITING);
        assert_eq!((waiting[0], waiting[7]), (99_999, 99_992));
        assert_eq!(inbox.take().count(), 0);
    }

    #[test]
    fn long_readings_are_followed_by_long_rests() {
        let mut inbox = Inbox::default();
        inbox.rest(0.0, 30.0);
        assert_eq!(inbox.put((), 30.0), Some(300));
        drop(inbox.take());
        inbox.rest(0.0, 900.0);
        assert_eq!(inbox.put((), 900.0), Some(2_000));
        drop(inbox.take());
        // A clock that is set back keeps nobody waiting.
        assert_eq!(inbox.put((), -1e9), Some(2_000));
    }

    #[test]
    fn a_reading_ends_with_what_it_finds_or_when_its_time_is_up() {
        let time = Cell::new(0.0);
        let looked = Cell::new(0);
        let reading = |took: f64| {
            looked.set(0);
            first_read(
                [None, None, Some('x'), None].into_iter(),
                || time.get(),
                |message| {
                    looked.set(looked.get() + 1);
                    time.set(time.get() + took);
                    message
                },
            )
        };
        assert_eq!((reading(1.0), looked.get()), (Some('x'), 3));
        assert_eq!((reading(500.0), looked.get()), (None, 1));
    }
}
