//! Academic centre or community hospital: measured where the hospital is known, else read off the
//! name with a wide range.

use super::catalog::Catalog;
use super::program::Program;
use super::vocabulary::{NameHint, Setting};

/// How much of an academic centre a program's hospital is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Academic {
    /// From 0, a community hospital, to 1, an academic centre.
    pub share: f64,
    /// Standard deviation of the share.
    pub sd: f64,
    /// Whether it is the hospital's own figure and no reading of the name.
    pub is_measured: bool,
}

impl Academic {
    /// As somebody says who was there.
    #[must_use]
    pub fn said(setting: Setting) -> Academic {
        Academic {
            share: f64::from(u8::from(setting == Setting::University)),
            sd: 0.0,
            is_measured: true,
        }
    }

    /// Of a program, by its hospital; see [`super::hospital::Hospital::academic`].
    ///
    /// Without one the name is all there is. A site after a slash or in brackets is mostly an
    /// affiliated community hospital; a university without a site is mostly the centre itself.
    #[must_use]
    pub fn of(catalog: &Catalog, program: &Program) -> Academic {
        if let Some(hospital) = catalog.general_hospital(program) {
            return Academic {
                share: hospital.academic(),
                sd: 0.1,
                is_measured: true,
            };
        }
        let names_site = program.name.contains(['/', '(']);
        let share = match (names_site, program.hints.has(NameHint::University)) {
            (true, _) => 0.3,
            (false, true) => 0.65,
            (false, false) => 0.2,
        };
        Academic {
            share,
            sd: 0.3,
            is_measured: false,
        }
    }

    /// The nearer of the two words.
    #[must_use]
    pub fn setting(self) -> Setting {
        if self.share >= 0.5 {
            Setting::University
        } else {
            Setting::Community
        }
    }
}
