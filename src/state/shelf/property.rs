//! The facets of one row.

use super::facet::{ChanceClass, EvidenceKind, Facet, visa_word};
use super::row::{Holdings, Row};
use crate::engine::preference::Size;
use crate::engine::program::{FilingStrength, Program};
use crate::engine::vocabulary::{NameHint, Setting};

/// Every facet that a filter could ask of the row.
pub(super) fn facets(holdings: &Holdings<'_>, row: &Row) -> Vec<Facet> {
    let Some(program) = holdings.catalog.get(row.program) else {
        return Vec::new();
    };
    let own = holdings.entries.get(program.id);
    let mut all = vec![
        Facet::Specialty(program.specialty()),
        Facet::State(program.state),
        Facet::Setting(
            own.and_then(|entry| entry.setting)
                .unwrap_or_else(|| setting(program)),
        ),
        Facet::Visa(visa_word(program.policy(), own, holdings.applicant.visa)),
        Facet::Size(program.quota_2020().map(|quota| Size::of(quota.get()))),
    ];
    all.extend(row.gate().map(Facet::Gate));
    all.extend(
        row.ranked()
            .map(|r| Facet::Chance(ChanceClass::of(r.p_interview))),
    );
    all.extend(evidence(program, own.is_some()).map(Facet::Evidence));
    all
}

/// The setting that the name suggests.
#[must_use]
pub fn setting(program: &Program) -> Setting {
    if program.hints.has(NameHint::University) {
        Setting::University
    } else {
        Setting::Community
    }
}

fn evidence(program: &Program, own: bool) -> impl Iterator<Item = EvidenceKind> {
    let policy = program.policy();
    let stated = !policy.j1.evidence().is_empty()
        || !policy.h1b.evidence().is_empty()
        || !policy.step1_minimum.evidence().is_empty()
        || !policy.step2_minimum.evidence().is_empty()
        || !policy.max_attempts.evidence().is_empty()
        || !policy.max_attempts_step1.evidence().is_empty()
        || !policy.graduation.evidence().is_empty()
        || !policy.experience.evidence().is_empty()
        || !policy.ecfmg.evidence().is_empty()
        || !policy.img_percent.evidence().is_empty();
    let filed = program
        .h1b_filing
        .as_ref()
        .is_some_and(|filing| filing.strength == FilingStrength::ResidentTitle);
    let kinds = [
        stated.then_some(EvidenceKind::Statement),
        filed.then_some(EvidenceKind::Filing),
        own.then_some(EvidenceKind::Own),
        (!stated && !filed && !own).then_some(EvidenceKind::Nothing),
    ];
    kinds.into_iter().flatten()
}
