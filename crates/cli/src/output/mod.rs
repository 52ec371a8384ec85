//! From the engine's ranking to the output of `rank`. Decides nothing: it only spells.

mod wire;

pub use wire::{
    AimOutput, Answer, ChangeOutput, Counts, FORMAT, GateOutput, ModelOutput, NoChanceOutput,
    NotModelledOutput, NoticeOutput, OriginOutput, PartOutput, PreliminaryOutput, ProgramOutput,
    RankedOutput, ReasonOutput, ShutOutput, Speaker, Triple, WorthOutput,
};

use super::reason;
use super::wire::{AcgmeId, Fraction, Version};
use super::word::Code;
use engine::aim::Aim;
use engine::band::{Band as Tied, band_of, bands};
use engine::catalog::{Catalog, ONE_YEAR_MATCH, ProgramIndex};
use engine::eligibility::{Band, GateReading, GateState};
use engine::explain::{Change, Explanation, Part, explain};
use engine::fact::{Origin, PageYears};
use engine::preference::{Positions, SpecialtyChoice};
use engine::ranking::{NotModelled, RankInput, Ranked, Ranking, Shut};
use engine::utility::Worth;

/// Spells a ranking, the first `limit` ranked programs of it.
#[must_use]
pub fn answer(question: &RankInput<'_>, ranking: &Ranking, limit: usize, pack: &str) -> Answer {
    let bands = bands(question, ranking);
    let speller = Speller { question, ranking };
    Answer {
        format: Version,
        model: model(question, pack),
        aim: aim(&ranking.aim),
        notices: notices(question),
        preliminary: preliminary(question),
        counts: Counts {
            ranked: ranking.ranked.len(),
            shut: ranking.shut.len(),
            not_modelled: ranking.not_modelled.len(),
        },
        programs: (0..)
            .zip(ranking.ranked.iter().take(limit))
            .filter_map(|(index, ranked)| speller.ranked(index, ranked, &bands))
            .collect(),
        shut: ranking
            .shut
            .iter()
            .filter_map(|shut| speller.shut(shut))
            .collect(),
        not_modelled: ranking
            .not_modelled
            .iter()
            .filter_map(|program| speller.not_modelled(program))
            .collect(),
    }
}

pub(super) fn preliminary(question: &RankInput<'_>) -> Vec<PreliminaryOutput> {
    let choices = question.preferences.specialties.iter();
    let one_year = choices.filter(|choice| choice.positions == Positions::OneYear);
    let row = |choice: &SpecialtyChoice| {
        let specialty = question.catalog.specialty(choice.code);
        let share = specialty
            .zip(question.applicant.kind)
            .and_then(|(specialty, kind)| specialty.one_year_share(kind));
        PreliminaryOutput {
            specialty: choice.code.to_string(),
            year: ONE_YEAR_MATCH,
            matched: share.map(|row| row.matched),
            ranked: share.map(|row| row.ranked.get()),
            share: share.map(|row| Fraction(row.share())),
        }
    };
    one_year.map(row).collect()
}

/// What an answer rests on.
pub(super) fn model(question: &RankInput<'_>, pack: &str) -> ModelOutput {
    ModelOutput {
        version: question.model.map(|model| model.version.to_string()),
        pack: pack.to_owned(),
        as_of: question.catalog.as_of().map(|day| day.to_string()),
    }
}

pub(super) fn aim(aim: &Aim) -> AimOutput {
    AimOutput {
        ceiling: aim.ceiling.map(Fraction),
        turn: Fraction(aim.turn),
        lambda: Fraction(aim.lambda),
        power: Fraction(aim.power()),
        by_sought_after: aim.by_sought_after,
    }
}

pub(super) fn notices(question: &RankInput<'_>) -> Vec<NoticeOutput> {
    let notices = engine::notice::notices(question).into_iter();
    notices
        .map(|notice| NoticeOutput {
            code: Code(notice),
            sentence: notice.label(),
        })
        .collect()
}

/// Which program; `None` only for an index of another catalog.
pub(super) fn program(catalog: &Catalog, index: ProgramIndex) -> Option<ProgramOutput> {
    let program = catalog.get(index)?;
    Some(ProgramOutput {
        id: AcgmeId(program.id.to_string()),
        name: program.name.to_string(),
        city: program.city.to_string(),
        state: Code(program.state),
        specialty: program.specialty().to_string(),
    })
}

/// Spells programs of one question. Every method is `None` only for an index of another catalog.
struct Speller<'a> {
    question: &'a RankInput<'a>,
    ranking: &'a Ranking,
}

impl Speller<'_> {
    fn ranked(&self, index: usize, ranked: &Ranked, bands: &[Tied]) -> Option<RankedOutput> {
        let tied = band_of(bands, index)?;
        let explanation = explain(self.question, &self.ranking.aim, ranked.program)?;
        let ranges = self.ranking.chance(ranked);
        let chance = explanation.chance.as_ref().ok();
        Some(RankedOutput {
            program: self.program(ranked.program)?,
            rank: index + 1,
            band: [tied.first + 1, tied.last + 1],
            gate: Code(ranked.gate),
            p_interview: triple(ranges.p_interview),
            p_match_given_interview: triple(ranges.p_match_given_interview),
            t: Fraction(ranked.t),
            value: Fraction(ranked.value),
            basis: chance.map(|chance| Code(chance.basis)),
            parts: chance.map_or_else(Vec::new, |chance| chance.parts.iter().map(part).collect()),
            worth: worth(&explanation.worth),
            gates: self.gates(&explanation),
            changes: explanation.changes.iter().map(change).collect(),
        })
    }

    fn shut(&self, shut: &Shut) -> Option<ShutOutput> {
        let explanation = explain(self.question, &self.ranking.aim, shut.program)?;
        let others = explanation
            .gates
            .iter()
            .filter(|gate| gate.state == GateState::Shut && gate.gate != shut.by.gate);
        Some(ShutOutput {
            program: self.program(shut.program)?,
            by: std::iter::once(&shut.by)
                .chain(others)
                .map(|reading| gate(self.question.catalog, reading))
                .collect(),
        })
    }

    fn not_modelled(&self, program: &NotModelled) -> Option<NotModelledOutput> {
        let explanation = explain(self.question, &self.ranking.aim, program.program)?;
        Some(NotModelledOutput {
            program: self.program(program.program)?,
            why: NoChanceOutput {
                code: Code(program.why),
                sentence: program.why.label(),
            },
            gate: Code(program.gate),
            order: Fraction(program.order),
            gates: self.gates(&explanation),
        })
    }

    fn program(&self, index: ProgramIndex) -> Option<ProgramOutput> {
        program(self.question.catalog, index)
    }

    fn gates(&self, explanation: &Explanation) -> Vec<GateOutput> {
        let spell = |reading| gate(self.question.catalog, reading);
        explanation.gates.iter().map(spell).collect()
    }
}

fn gate(catalog: &Catalog, reading: &GateReading) -> GateOutput {
    GateOutput {
        gate: Code(reading.gate),
        state: Code(reading.state),
        pass: triple(reading.pass),
        reason: ReasonOutput {
            code: reason::code(&reading.reason),
            sentence: reading.reason.sentence(catalog),
        },
        origin: reading.origin.map(|origin| spell_origin(catalog, origin)),
    }
}

fn spell_origin(catalog: &Catalog, origin: Origin) -> OriginOutput {
    let by = match origin {
        Origin::Record(_) => Speaker::Record,
        Origin::Program(_) => Speaker::Program,
        Origin::Institution(_) => Speaker::Institution,
        Origin::Borrowed(_) => Speaker::Borrowed,
        Origin::File(_) => Speaker::File,
        Origin::Visitor => Speaker::Visitor,
    };
    let record = match origin {
        Origin::Record(source) => catalog.source(source),
        _ => None,
    };
    let statement = origin
        .statement()
        .and_then(|index| catalog.statement(index));
    let years = statement.map_or(PageYears::default(), |page| page.years);
    let record_key = record.map(|source| source.key.to_string());
    OriginOutput {
        layer: Code(origin.layer()),
        by: Code(by),
        key: record_key.or_else(|| statement.map(|page| page.id.to_string())),
        url: origin
            .statement()
            .and_then(|index| catalog.statement_details(index))
            .map(|page| page.url.to_string()),
        years: [years.from, years.to],
    }
}

pub(super) fn triple(band: Band) -> Triple {
    Triple([band.lo, band.mid, band.hi].map(Fraction))
}

fn part(part: &Part) -> PartOutput {
    PartOutput {
        factor: Code(part.factor),
        points: part.points,
        odds_ratio: part.odds_ratio,
    }
}

fn worth(worth: &Worth) -> WorthOutput {
    WorthOutput {
        w: Fraction(worth.w),
        u: triple(worth.u),
        lambda: Fraction(worth.lambda),
    }
}

fn change(change: &Change) -> ChangeOutput {
    ChangeOutput {
        kind: Code(change.kind),
        gate: Code(change.gate.gate),
        when: Code(change.when),
        p_interview_if_open: change.p_interview_if_open.map(Fraction),
    }
}
