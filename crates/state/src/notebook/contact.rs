//! People met on the way.

engine::vocabulary! {
    /// How a letter from a person stands.
    Letter {
        /// None is wanted.
        None = "none", "No letter wanted";
        /// To be asked for.
        ToAsk = "to_ask", "To ask for a letter";
        /// Asked for.
        Asked = "asked", "Letter asked for";
        /// Promised.
        Promised = "promised", "Letter promised";
        /// In the application service.
        Uploaded = "uploaded", "Letter uploaded";
    }
}

/// One person.
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// Name.
    pub name: String,
    /// Role and place.
    pub place: String,
    /// How they met.
    pub met: String,
    /// Day of the last word, as the browser's date box gives it.
    pub last: String,
    /// What to do next.
    pub next: String,
    /// By when.
    pub next_day: String,
    /// How a letter stands.
    pub letter: Letter,
    /// Anything else.
    pub note: String,
}

impl Default for Contact {
    fn default() -> Self {
        Contact {
            name: String::new(),
            place: String::new(),
            met: String::new(),
            last: String::new(),
            next: String::new(),
            next_day: String::new(),
            letter: Letter::None,
            note: String::new(),
        }
    }
}
