//! What there is to say of a list: its chances, what each program brings to it, how the chance
//! grows along it, and what is worth asking.

use vecmap::VecSet;

use crate::engine::catalog::{Catalog, ProgramIndex};
use crate::engine::decimal::Decimal;
use crate::engine::eligibility::Band;
use crate::engine::list::{
    Ask, Outcome, Prospects, Ranges, asks, chance_along, outcome, p_match, ranges,
};
use crate::engine::ordering;
use crate::engine::program::{Program, ProgramId};
use crate::engine::ranking::{Question, Ranked, Ranking};

/// Programs beyond the list that the curve looks at.
const BEYOND: usize = 40;

/// A program of the list that has a chance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    /// Its row of the ranking.
    pub ranked: Ranked,
    /// By how much the chance to match would fall without it.
    pub brings: f64,
}

/// A list, worked out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The list's figures.
    pub outcome: Outcome,
    /// Their ranges; `None` without draws.
    pub ranges: Option<Ranges>,
    /// The programs with a chance, best first by value.
    pub members: Vec<Member>,
    /// Programs of the list that are shut, without a chance, or of no chosen specialty.
    pub others: Vec<ProgramIndex>,
    /// Programs of the list that the data do not have.
    pub lost: Vec<ProgramId>,
    /// The chance to match with the first program of the list, the first two and so on, then
    /// with the best programs that are not on it.
    pub along: Vec<f64>,
    /// Open questions, from the one whose answer gains most.
    pub asks: Vec<Ask>,
}

impl Report {
    /// Works out a list.
    #[must_use]
    pub fn of(question: &Question<'_>, ranking: &Ranking, programs: &VecSet<ProgramId>) -> Report {
        let catalog = question.catalog;
        let (mut found, mut lost) = (Vec::new(), Vec::new());
        for id in programs {
            match catalog.find(*id) {
                Some((index, _)) => found.push(index),
                None => lost.push(*id),
            }
        }
        let prospects = Prospects::of(question, ranking);
        let places = prospects.places(&found);
        let outcome = outcome(&prospects, &places);
        let ranges = ranges(&prospects, &places, &outcome.figures);
        let members = members(&prospects, ranking, &places, outcome.figures.p_match);
        let others = found.into_iter().filter(|index| {
            let mut members = members.iter();
            !members.any(|member| member.ranked.program == *index)
        });
        let beyond = (0..prospects.rows().len()).filter(|place| !places.contains(place));
        let order: Vec<usize> = places.iter().copied().chain(beyond.take(BEYOND)).collect();
        Report {
            others: others.collect(),
            along: chance_along(&prospects, &order),
            asks: asks(&prospects, &places),
            outcome,
            ranges,
            members,
            lost,
        }
    }

    /// The list as plain text: its figures, then a program a line.
    #[must_use]
    pub fn text(&self, title: &str, catalog: &Catalog) -> String {
        let percent = |share: f64| Decimal::fixed(share * 100.0, 0);
        let range = |band: Band| {
            format!(
                "{} % ({} to {} %)",
                percent(band.mid),
                percent(band.lo),
                percent(band.hi)
            )
        };
        let place = |program: &Program| {
            let specialty = catalog.specialty(program.specialty());
            format!(
                "{}, {}, {}, {}, ACGME {}",
                program.name,
                program.city,
                program.state.code(),
                specialty.map_or("", |specialty| &*specialty.name),
                program.id
            )
        };
        let mut lines = vec![format!("{title}: {} with a chance", self.members.len())];
        if let Some(ranges) = self.ranges {
            lines.push(format!("Chance to match: {}", range(ranges.p_match)));
            lines.push(format!(
                "At least one interview: {}",
                range(ranges.any_interview)
            ));
        }
        for (number, member) in (1..).zip(&self.members) {
            if let Some(program) = catalog.get(member.ranked.program) {
                let chance = range(member.ranked.p_interview);
                lines.push(format!("{number}. {}, interview {chance}", place(program)));
            }
        }
        for program in self.others.iter().filter_map(|index| catalog.get(*index)) {
            lines.push(format!("-  {}", place(program)));
        }
        lines.join("\n")
    }

    /// The chance to match with the first `count` programs.
    #[must_use]
    pub fn with_first(&self, count: usize) -> f64 {
        let before = count.checked_sub(1).and_then(|last| self.along.get(last));
        before.copied().unwrap_or(0.0)
    }
}

fn members(
    prospects: &Prospects<'_>,
    ranking: &Ranking,
    places: &[usize],
    whole: f64,
) -> Vec<Member> {
    let ranked = |place: usize| {
        let program = prospects.rows().get(place)?.program;
        ranking.ranked.iter().find(|row| row.program == program)
    };
    let mut members: Vec<Member> = places
        .iter()
        .filter_map(|place| {
            let others: Vec<usize> = places.iter().copied().filter(|p| p != place).collect();
            let without = p_match(prospects, &others);
            Some(Member {
                ranked: *ranked(*place)?,
                brings: whole - without,
            })
        })
        .collect();
    ordering::sort_by(&mut members, |a, b| {
        b.ranked
            .value
            .total_cmp(&a.ranked.value)
            .then_with(|| a.ranked.program.cmp(&b.ranked.program))
    });
    members
}
