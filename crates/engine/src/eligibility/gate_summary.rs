//! All gates of a program folded into what the odds need.

use super::{Band, Circumstances, Gate, GateReading, GateState, READERS, Reader};
use crate::program::Program;

/// All gates of one program folded into what the odds need.
#[derive(Clone, Copy, Debug)]
pub(crate) struct GateSummary {
    /// The worst state.
    pub(crate) worst: GateState,
    /// Belief that all are open.
    pub(crate) pass: Band,
    /// The part of the belief that rests on what the sponsor has not stated: the visa's.
    pub(crate) sponsor: f64,
    /// Stated preferences that are not met.
    pub(crate) unmet: u32,
    /// The first gate that is shut, in the order of [`Gate::ALL`].
    pub(crate) shut: Option<GateReading>,
}

impl GateSummary {
    const OPEN: GateSummary = GateSummary {
        worst: GateState::Open,
        pass: Band::exactly(1.0),
        sponsor: 1.0,
        unmet: 0,
        shut: None,
    };

    /// Adds a gate.
    fn add(&mut self, reading: &GateReading) {
        self.worst = self.worst.max(reading.state);
        self.pass.lo *= reading.pass.lo;
        self.pass.mid *= reading.pass.mid;
        self.pass.hi *= reading.pass.hi;
        let is_silent = matches!(reading.state, GateState::NotStated | GateState::Conflicting);
        if reading.gate == Gate::Visa && is_silent {
            self.sponsor = reading.pass.mid;
        }
        self.unmet += u32::from(reading.state == GateState::PreferenceUnmet);
        if reading.state == GateState::Shut && self.shut.is_none() {
            self.shut = Some(*reading);
        }
    }

    /// Readings folded, in the order of [`Gate::ALL`].
    fn folded(readings: impl Iterator<Item = GateReading>) -> Self {
        let mut summary = GateSummary::OPEN;
        readings.for_each(|reading| summary.add(&reading));
        summary
    }

    /// These gates and others.
    fn with(mut self, others: &GateSummary) -> Self {
        self.worst = self.worst.max(others.worst);
        self.pass.lo *= others.pass.lo;
        self.pass.mid *= others.pass.mid;
        self.pass.hi *= others.pass.hi;
        self.sponsor *= others.sponsor;
        self.unmet += others.unmet;
        if let Some(shut) = others.shut
            && self.shut.is_none_or(|own| shut.gate < own.gate)
        {
            self.shut = Some(shut);
        }
        self
    }

    /// Readings of one program folded: those of pages apart from the others, so that the
    /// product has the same bits whether the pages were read for this program or for all
    /// silent ones ([`SilentPages`]).
    pub(crate) fn of(readings: impl Iterator<Item = GateReading>) -> Self {
        let (mut others, mut pages) = (GateSummary::OPEN, GateSummary::OPEN);
        for reading in readings {
            let side = if reading.gate.rests_on_pages() {
                &mut pages
            } else {
                &mut others
            };
            side.add(&reading);
        }
        others.with(&pages)
    }
}

impl Gate {
    /// Whether a program differs from others of its specialty at this gate only by what a page
    /// states or the visitor entered.
    fn rests_on_pages(self) -> bool {
        match self {
            Gate::Step3ForH1b
            | Gate::ExamsPassed
            | Gate::Step1Minimum
            | Gate::Step2Minimum
            | Gate::Attempts
            | Gate::Graduation
            | Gate::Experience
            | Gate::Ecfmg => true,
            Gate::Accreditation
            | Gate::Military
            | Gate::Prerequisite
            | Gate::Visa
            | Gate::Spanish
            | Gate::Licence
            | Gate::OwnChoice => false,
        }
    }
}

/// What the gates that rest on pages are where neither a page nor an entry speaks of the
/// program: the same at every such program of a specialty, and most are such.
#[derive(Debug)]
pub(crate) struct SilentPages {
    pages: GateSummary,
    /// What is read of each such program, in the order of [`Gate::ALL`]: set apart once, since a
    /// ranking reads hundreds.
    others: Vec<Reader>,
}

impl SilentPages {
    /// Reads them at the first silent program of one specialty's programs, if there is one.
    pub(crate) fn of(
        circumstances: &Circumstances<'_>,
        programs: &[Program],
    ) -> Option<SilentPages> {
        let mut programs = programs.iter();
        let silent = programs.find(|program| circumstances.is_silent(program))?;
        let readings = circumstances.readings_where(silent, Gate::rests_on_pages);
        let gates = Gate::ALL.iter().zip(READERS);
        let others = gates.filter(|(gate, _)| !gate.rests_on_pages());
        Some(SilentPages {
            pages: GateSummary::folded(readings),
            others: others.map(|(_, read)| read).collect(),
        })
    }

    /// The gates of a program of that specialty: [`GateSummary::of`], with less to read.
    pub(crate) fn gate_summary(
        this: Option<&Self>,
        circumstances: &Circumstances<'_>,
        program: &Program,
    ) -> GateSummary {
        match this {
            Some(SilentPages { pages, others }) if circumstances.is_silent(program) => {
                let others = others
                    .iter()
                    .filter_map(|read| read(circumstances, program));
                GateSummary::folded(others).with(pages)
            }
            _ => GateSummary::of(circumstances.readings(program)),
        }
    }
}

impl Circumstances<'_> {
    /// Whether neither a page nor the visitor's own entry says anything of the program.
    fn is_silent(&self, program: &Program) -> bool {
        program.stated.is_none() && !self.is_told_of(program.id)
    }
}
