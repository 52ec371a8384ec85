//! Content that the build writes as HTML and the app fetches: how the app knows that all of it
//! arrived.

/// The last line of every fragment.
const END: &str = "<!-- whole -->";

/// The content with its end marked.
#[must_use]
pub fn seal(content: &str) -> String {
    format!("{content}{END}")
}

/// The content of what arrived; `None` if it was cut short.
#[must_use]
pub fn open(arrived: &str) -> Option<&str> {
    arrived.trim_end().strip_suffix(END)
}

#[cfg(test)]
mod tests {
    use super::{open, seal};

    #[test]
    fn what_was_sealed_opens_and_what_was_cut_does_not() {
        let sealed = seal("<p>Words</p>");
        assert_eq!(open(&sealed), Some("<p>Words</p>"));
        assert_eq!(open(&sealed[..sealed.len() - 1]), None);
        assert_eq!(open(""), None);
    }
}
