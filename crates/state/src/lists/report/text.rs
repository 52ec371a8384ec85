//! A list as plain text, for a message or a note.

use super::{Member, Report};
use engine::catalog::Catalog;
use engine::decimal::Decimal;
use engine::eligibility::Band;
use engine::portfolio::Level;
use engine::program::Program;

impl Report {
    /// The list as plain text: its figures, what they leave out, then a program a line.
    #[must_use]
    pub fn text(&self, title: &str, catalog: &Catalog) -> String {
        let mut lines = vec![format!("{title}: {} with a chance", self.members.len())];
        lines.extend(self.figures());
        lines.extend(self.notices.iter().map(|notice| notice.label().to_owned()));
        for (number, member) in (1..).zip(&self.members) {
            if let Some(program) = catalog.get(member.ranked.program) {
                lines.push(format!("{number}. {}", of_member(member, program, catalog)));
            }
        }
        for program in self.others.iter().filter_map(|index| catalog.get(*index)) {
            lines.push(format!("-  {}", named(program, catalog)));
        }
        lines.join("\n")
    }

    /// The chances, what one person may see, and how sure the mean of that is.
    fn figures(&self) -> Vec<String> {
        let Some(ranges) = self.ranges else {
            return Vec::new();
        };
        let one = |value: f64| Decimal::fixed(value, 1);
        let mean = ranges.interviews;
        vec![
            format!("Chance to match: {}", sure(ranges.p_match)),
            format!("At least one interview: {}", sure(ranges.any_interview)),
            format!("Most people like you: {}", seen(ranges.seen)),
            format!(
                "Interviews on average: {} (how sure we are of the average: {} to {})",
                one(mean.mid),
                one(mean.lo),
                one(mean.hi)
            ),
        ]
    }
}

/// What most people see: "2 to 11 interviews".
#[must_use]
pub fn seen((low, high): (u32, u32)) -> String {
    match (low, high) {
        (1, 1) => "1 interview".to_owned(),
        _ if low == high => format!("{low} interviews"),
        (0, 1) => "0 or 1 interview".to_owned(),
        _ => format!("{low} to {high} interviews"),
    }
}

/// What most people see of a list and then its mean: "most people like you get 2 to 11 interviews,
/// 6.2 on average"; the mean alone where a model has no ranges.
#[must_use]
pub fn most_people(mean: f64, most: Option<(u32, u32)>) -> String {
    let mean = Decimal::fixed(mean, 1);
    match most {
        Some(most) => format!("most people like you get {}, {mean} on average", seen(most)),
        None => format!("people like you get {mean} interviews on average"),
    }
}

fn of_member(member: &Member, program: &Program, catalog: &Catalog) -> String {
    let signal = match member.level {
        Level::Plain => String::new(),
        level => format!(", {} signal", level.code()),
    };
    let chance = range(member.p_interview);
    format!("{}, interview {chance}{signal}", named(program, catalog))
}

fn percent(share: f64) -> Decimal {
    Decimal::fixed(share * 100.0, 0)
}

fn range(band: Band) -> String {
    let (low, high) = (percent(band.lo), percent(band.hi));
    format!("{} % ({low} to {high} %)", percent(band.mid))
}

fn sure(band: Band) -> String {
    let (low, high) = (percent(band.lo), percent(band.hi));
    format!(
        "{} % (how sure we are: {low} to {high} %)",
        percent(band.mid)
    )
}

fn named(program: &Program, catalog: &Catalog) -> String {
    let specialty = catalog.specialty(program.specialty());
    format!(
        "{}, {}, {}, {}, ACGME {}",
        program.name,
        program.city,
        program.state.code(),
        specialty.map_or("", |specialty| &*specialty.name),
        program.id
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_people_see_reads_as_a_sentence() {
        assert_eq!(seen((2, 11)), "2 to 11 interviews");
        assert_eq!(seen((0, 1)), "0 or 1 interview");
        assert_eq!(seen((0, 0)), "0 interviews");
        assert_eq!(seen((1, 1)), "1 interview");
    }
}
