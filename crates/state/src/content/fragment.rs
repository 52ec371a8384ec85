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

/// The words of HTML that the build wrote.
#[must_use]
pub fn plain(html: &str) -> String {
    let mut out = String::new();
    let mut is_tag = false;
    for c in html.chars() {
        match c {
            '<' => is_tag = true,
            '>' => is_tag = false,
            c if !is_tag => out.push(c),
            _ => {}
        }
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&amp;", "&"),
    ];
    for (entity, c) in entities {
        out = out.replace(entity, c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{open, plain, seal};

    #[test]
    fn what_was_sealed_opens_and_what_was_cut_does_not() {
        let sealed = seal("<p>Words</p>");
        assert_eq!(open(&sealed), Some("<p>Words</p>"));
        assert_eq!(open(&sealed[..sealed.len() - 1]), None);
        assert_eq!(open(""), None);
    }

    #[test]
    fn html_becomes_its_words() {
        assert_eq!(
            plain("Bring <em>one</em> &amp; <a href=\"x\">two</a>."),
            "Bring one & two."
        );
    }
}
