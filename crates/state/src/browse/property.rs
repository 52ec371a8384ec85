//! The facets of one row.

use super::facet::{ChanceClass, EvidenceKind, Facet, visa_word};
use super::row::{Row, TableInput};
use engine::catalog::Catalog;
use engine::preference::Size;
use engine::program::{H1bFiling, Program};
use engine::vocabulary::Setting;

/// Every facet that a filter could ask of the row.
pub(super) fn facets(input: &TableInput<'_>, row: &Row) -> Vec<Facet> {
    let Some(program) = input.catalog.get(row.program) else {
        return Vec::new();
    };
    let told = input.entries.told(program.id, |entry| entry.setting);
    let mut all = vec![
        Facet::Specialty(program.specialty()),
        Facet::State(program.state),
        Facet::Setting(told.map_or_else(|| setting(input.catalog, program), |told| told.value)),
        Facet::Visa(visa_word(program, input.entries, input.applicant.visa)),
        Facet::Size(program.quota_2020().map(|quota| Size::of(quota.get()))),
    ];
    all.extend(row.gate().map(Facet::Gate));
    all.extend(
        row.ranked()
            .map(|r| Facet::Chance(ChanceClass::of(r.p_interview))),
    );
    all.extend(evidence(program, input.entries.tell_of(program.id)).map(Facet::Evidence));
    all
}

/// The setting: measured at the hospital, and by the name where no hospital is known.
#[must_use]
pub fn setting(catalog: &Catalog, program: &Program) -> Setting {
    catalog.evidence(program).academic.setting()
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
    let filed = program.h1b_filing.is_some_and(H1bFiling::is_for_residents);
    let kinds = [
        stated.then_some(EvidenceKind::Statement),
        filed.then_some(EvidenceKind::Filing),
        own.then_some(EvidenceKind::Own),
        (!stated && !filed && !own).then_some(EvidenceKind::Nothing),
    ];
    kinds.into_iter().flatten()
}
