//! The applicant's own demands and dealbreakers.

use crate::applicant::overlaid;
use crate::preference::{Property, Size};
use crate::program::{Program, ProgramId};
use crate::setting::Academic;
use crate::vocabulary::{H1bPolicy, NameHint, Setting, TrackKind, VisaNeed};

use super::circumstances::{Circumstances, VisaAnswer};
use super::{Band, Gate, GateReading, GateState, Reason};

/// Shut where a demand is known to be unmet or a dealbreaker is known to hold. What is not
/// known about a program never shuts it.
pub(super) fn own_choice(of: &Circumstances<'_>, program: &Program) -> Option<GateReading> {
    let preferences = of.input.preferences;
    let unmet = preferences
        .must
        .iter()
        .find(|property| of.has(program, **property) == Some(false))
        .map(|property| Reason::OwnMust(*property));
    let broken = preferences
        .never
        .iter()
        .find(|property| of.has(program, **property) == Some(true))
        .map(|property| Reason::OwnNever(*property));
    unmet.or(broken).map(|reason| GateReading {
        gate: Gate::OwnChoice,
        state: GateState::Shut,
        pass: Band::exactly(0.0),
        reason,
        origin: None,
    })
}

impl Circumstances<'_> {
    /// Whether a program has a property; `None` if it is not known.
    #[must_use]
    pub fn has(&self, program: &Program, property: Property) -> Option<bool> {
        let preferences = self.input.preferences;
        match property {
            Property::PreferredGeography => {
                let asked = !preferences.states.is_empty() || !preferences.divisions.is_empty();
                asked.then(|| {
                    preferences.states.contains(&program.state)
                        || preferences.divisions.contains(&program.state.division())
                })
            }
            Property::VisaStated => self.visa_stated(program),
            Property::UniversitySetting => self.known_setting(program, Setting::University),
            Property::CommunitySetting => self.known_setting(program, Setting::Community),
            Property::Categorical => (!program.tracks.is_empty()).then(|| {
                program.has_track(TrackKind::Categorical) || program.has_track(TrackKind::Primary)
            }),
            Property::SmallSize => program
                .quota_2020()
                .map(|q| Size::of(q.get()) == Size::Small),
            Property::LargeSize => program
                .quota_2020()
                .map(|q| Size::of(q.get()) == Size::Large),
            Property::Hca => Some(program.hints.has(NameHint::Hca)),
            Property::RuralTrack => Some(program.hints.has(NameHint::RuralTrack)),
            Property::Unfilled => (!program.history.is_empty()).then(|| {
                program
                    .history
                    .iter()
                    .any(|y| y.fill.filled < y.fill.quota.get())
            }),
        }
    }

    /// Setting by the visitor's entry, else by the hospital or the name.
    #[must_use]
    pub fn academic(&self, program: &Program) -> Academic {
        match self.said_setting(program.id) {
            Some(own) => Academic::said(own),
            None => self.input.catalog.evidence(program).academic,
        }
    }

    /// The setting as the visitor or a facts file has it.
    #[must_use]
    pub fn said_setting(&self, program: ProgramId) -> Option<Setting> {
        self.told(program, |entry| entry.setting)
            .map(|told| told.value)
    }

    /// Whether the setting is this one; `None` where only the name speaks.
    fn known_setting(&self, program: &Program, setting: Setting) -> Option<bool> {
        let academic = self.academic(program);
        academic.is_measured.then(|| academic.setting() == setting)
    }

    fn visa_stated(&self, program: &Program) -> Option<bool> {
        let j1 = || overlaid(&program.policy().j1, self.told(program.id, |e| e.j1)).stated();
        let h1b = || {
            let told = self.told(program.id, |e| e.h1b);
            let policy = overlaid(&program.policy().h1b, told).stated();
            policy.map(|policy| policy == H1bPolicy::Yes)
        };
        match self.visa {
            VisaAnswer::NotNeeded | VisaAnswer::Needs(VisaNeed::None) => Some(true),
            VisaAnswer::Needs(VisaNeed::J1) => j1(),
            VisaAnswer::Needs(VisaNeed::H1b) => h1b(),
            VisaAnswer::Needs(VisaNeed::Either) => match (j1(), h1b()) {
                (Some(true), _) | (_, Some(true)) => Some(true),
                (Some(false), Some(false)) => Some(false),
                _ => None,
            },
            VisaAnswer::Unanswered => None,
        }
    }
}
