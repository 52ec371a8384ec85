//! What a partner's wishes mean for the view inside its frame: an allow-list, checked part by part.

use vecmap::VecSet;

use super::Wishes;
use crate::content::slug::slug;
use engine::catalog::Catalog;
use engine::geography::UsState;
use engine::program::SpecialtyCode;

engine::vocabulary! {
    /// A part of the view.
    Part {
        /// The questions that a ranking needs.
        Questions = "questions", "Questions";
        /// The ranking.
        Programs = "programs", "Programs";
        /// The way to the guide.
        Guide = "guide", "Guide";
    }
}

engine::vocabulary! {
    /// Light or dark.
    Theme {
        /// As the visitor's device has it.
        Auto = "auto", "As the device";
        /// Light.
        Light = "light", "Light";
        /// Dark.
        Dark = "dark", "Dark";
    }
}

/// A colour by its parts, 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// Reads `#rrggbb`; `None` if it is something else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Colour> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.is_ascii() {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Colour([part(0)?, part(2)?, part(4)?]))
    }

    /// As style sheets spell it.
    #[must_use]
    pub fn css(self) -> String {
        let Colour([r, g, b]) = self;
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    /// Relative luminance by WCAG 2, 0 to 1.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 {
                share / 12.92
            } else {
                libm::pow((share + 0.055) / 1.055, 2.4)
            }
        };
        let Colour([r, g, b]) = self;
        0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
    }

    /// The colour with so many of a hundred parts of another.
    fn mixed(self, other: Colour, percent: u16) -> Colour {
        let (Colour(own), Colour(other)) = (self, other);
        let part = |at: usize| {
            let sum = u16::from(own[at]) * (100 - percent) + u16::from(other[at]) * percent;
            // A mean of two bytes is a byte.
            (sum / 100) as u8
        };
        Colour([part(0), part(1), part(2)])
    }

    /// Contrast by WCAG 2, 1 to 21.
    #[must_use]
    pub fn contrast(self, other: Colour) -> f64 {
        let (a, b) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if a > b { a / b } else { b / a }
    }
}

/// The page's ground in light and in dark, from styles/tokens.css.
const GROUNDS: [Colour; 2] = [Colour([0xf7, 0xf3, 0xea]), Colour([0x14, 0x19, 0x1b])];
const WHITE: Colour = Colour([255; 3]);
const BLACK: Colour = Colour([0; 3]);
/// The contrast of text (WCAG 2.2 AA).
const READABLE: f64 = 4.5;

/// The accent as it is used on one ground: text and buttons must stay readable.
///
/// ```
/// use state::embed::settings::{Accent, Colour};
/// let brown = Colour::parse("#7a3b00").unwrap();
/// let [light, dark] = Accent::of(brown);
/// assert_eq!((light.colour, light.on.css()), (brown, "#ffffff".to_owned()));
/// // On a dark page it would not be seen: there it is paler.
/// assert_eq!((dark.colour.css(), dark.on.css()), ("#a47951".to_owned(), "#000000".to_owned()));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent {
    /// The colour.
    pub colour: Colour,
    /// Text on it: black or white, whichever reads better.
    pub on: Colour,
}

impl Accent {
    /// The accent on the light and on the dark ground: the colour itself where it is readable there, else as
    /// little darker or paler as makes it so.
    #[must_use]
    pub fn of(colour: Colour) -> [Accent; 2] {
        let [light, dark] = GROUNDS;
        [
            Accent::on(light, colour, BLACK),
            Accent::on(dark, colour, WHITE),
        ]
    }

    fn on(ground: Colour, colour: Colour, toward: Colour) -> Accent {
        let steps = (0..=100).map(|percent| colour.mixed(toward, percent));
        let mut readable = steps.filter(|colour| colour.contrast(ground) >= READABLE);
        let colour = readable.next().unwrap_or(toward);
        let is_white = colour.contrast(WHITE) >= colour.contrast(BLACK);
        Accent {
            colour,
            on: if is_white { WHITE } else { BLACK },
        }
    }
}

/// How the view looks and begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The specialty to begin with, as people write it.
    pub specialty: Option<(SpecialtyCode, String)>,
    /// States that the ranking is shown of; empty for all.
    pub states: VecSet<UsState>,
    /// The parts, in order; never empty.
    pub parts: Vec<Part>,
    /// Light or dark.
    pub theme: Theme,
    /// The partner's accent on a light and on a dark page.
    pub accent: Option<[Accent; 2]>,
    /// Whether rows are short.
    pub compact: bool,
}

impl Settings {
    /// What wishes mean; what is not known is left out.
    #[must_use]
    pub fn of(wishes: &Wishes, catalog: Option<&Catalog>) -> Settings {
        let theme = Theme::from_code(wishes.theme.trim()).unwrap_or(Theme::Auto);
        let mut states = VecSet::new();
        states.extend(
            wishes
                .states
                .split(',')
                .filter_map(|code| UsState::from_code(code.trim())),
        );
        let mut parts: Vec<Part> = Vec::new();
        for part in wishes
            .sections
            .split(',')
            .filter_map(|word| Part::from_code(word.trim()))
        {
            if !parts.contains(&part) {
                parts.push(part);
            }
        }
        if parts.is_empty() {
            parts = vec![Part::Questions, Part::Programs];
        }
        Settings {
            specialty: catalog.and_then(|catalog| specialty(catalog, &wishes.specialty)),
            states,
            parts,
            theme,
            accent: Colour::parse(wishes.accent.trim()).map(Accent::of),
            compact: wishes.compact,
        }
    }
}

/// The specialty of a name in addresses: lower case, hyphens between words.
fn specialty(catalog: &Catalog, name: &str) -> Option<(SpecialtyCode, String)> {
    let wanted = slug(name);
    let found = catalog.specialties().iter().find(|specialty| {
        slug(&specialty.name) == wanted
            || specialty.aliases.iter().any(|alias| slug(alias) == wanted)
    })?;
    (!wanted.is_empty()).then(|| (found.code, found.name.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_wcags() {
        let (white, black) = (Colour([255; 3]), Colour([0; 3]));
        assert!((white.contrast(black) - 21.0).abs() < 0.01);
        let grey = Colour::parse("#767676").unwrap();
        assert!((grey.contrast(white) - 4.54).abs() < 0.01);
    }

    #[test]
    fn every_accent_is_readable_on_both_grounds() {
        let pale = Colour::parse("#ffee88").unwrap();
        let [on_light, on_dark] = Accent::of(pale);
        assert_eq!(on_dark.colour, pale);
        assert_ne!(on_light.colour, pale);
        for code in [
            "#ffee88", "#000000", "#ffffff", "#767676", "#7a3b00", "#0000ff",
        ] {
            let accents = Accent::of(Colour::parse(code).unwrap());
            for (accent, ground) in accents.into_iter().zip(GROUNDS) {
                assert!(accent.colour.contrast(ground) >= READABLE, "{code}");
                assert!(accent.colour.contrast(accent.on) >= READABLE, "{code}");
            }
        }
    }

    #[test]
    fn a_colour_is_six_hexadecimal_digits() {
        for wrong in [
            "red",
            "#fff",
            "#12345g",
            "#1234567",
            "url(x)",
            "#12345\u{e9}",
        ] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Colour::parse("#ffee88").unwrap().css(), "#ffee88");
    }

    #[test]
    fn unknown_wishes_are_left_out() {
        let wishes = Wishes {
            states: "NY, XX,NJ".into(),
            sections: "programs,evil,programs".into(),
            theme: "neon".into(),
            ..Wishes::default()
        };
        let settings = Settings::of(&wishes, None);
        assert_eq!(settings.states.len(), 2);
        assert_eq!(settings.parts, [Part::Programs]);
        assert_eq!((settings.theme, settings.accent), (Theme::Auto, None));
    }
}
