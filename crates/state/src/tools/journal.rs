//! The journal: found again, and gathered for a letter, an interview and the rank order list.

use crate::notebook::{EntryKind, Impression, JournalEntry};
use engine::program::ProgramId;

/// An entry and its place in the notebook.
pub type Placed<'a> = (usize, &'a JournalEntry);

/// The entries that have every word of a query, the newest day first. An empty query finds all.
#[must_use]
pub fn found<'a>(
    journal: &'a [JournalEntry],
    query: &str,
    kind: Option<EntryKind>,
) -> Vec<Placed<'a>> {
    let query = query.to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    let has = |entry: &JournalEntry| {
        let all =
            [&entry.text, &entry.prompt, &entry.witness, &entry.day].map(|t| t.to_lowercase());
        words
            .iter()
            .all(|word| all.iter().any(|text| text.contains(word)))
    };
    let mut found: Vec<Placed<'a>> = journal
        .iter()
        .enumerate()
        .filter(|(_, entry)| kind.is_none_or(|kind| entry.kind == kind) && has(entry))
        .collect();
    found.sort_by(|(a, x), (b, y)| y.day.cmp(&x.day).then(b.cmp(a)));
    found
}

/// What one physician saw, for a letter from them: names by the alphabet, entries by day.
#[must_use]
pub fn by_witness(journal: &[JournalEntry]) -> Vec<(&str, Vec<Placed<'_>>)> {
    let mut groups: Vec<(&str, Vec<Placed<'_>>)> = Vec::new();
    for placed in journal.iter().enumerate() {
        let name = placed.1.witness.trim();
        if name.is_empty() {
            continue;
        }
        match groups
            .iter_mut()
            .find(|(known, _)| known.eq_ignore_ascii_case(name))
        {
            Some((_, entries)) => entries.push(placed),
            None => groups.push((name, vec![placed])),
        }
    }
    for (_, entries) in &mut groups {
        entries.sort_by(|(_, x), (_, y)| x.day.cmp(&y.day));
    }
    groups.sort_by_key(|(name, _)| name.to_lowercase());
    groups
}

/// What a program left behind: how it felt at first and at last, and on how many days it was
/// written about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Felt {
    /// The program.
    pub program: ProgramId,
    /// The impression of the earliest day that has one.
    pub first: Impression,
    /// That of the latest day.
    pub last: Impression,
    /// Entries with an impression.
    pub entries: usize,
}

/// Programs by how they felt at last, best first: where the rank order list may begin.
#[must_use]
pub fn felt(journal: &[JournalEntry]) -> Vec<Felt> {
    let mut days: Vec<&JournalEntry> = journal.iter().collect();
    days.sort_by(|x, y| x.day.cmp(&y.day));
    let mut all: Vec<Felt> = Vec::new();
    for entry in days {
        let (Some(program), Some(impression)) = (entry.program, entry.impression) else {
            continue;
        };
        match all.iter_mut().find(|felt| felt.program == program) {
            Some(felt) => {
                felt.last = impression;
                felt.entries += 1;
            }
            None => all.push(Felt {
                program,
                first: impression,
                last: impression,
                entries: 1,
            }),
        }
    }
    all.sort_by_key(|felt| std::cmp::Reverse(felt.last));
    all
}

/// Entries as text that every editor opens, the oldest first.
#[must_use]
pub fn text(entries: &[Placed<'_>], program: impl Fn(ProgramId) -> Option<String>) -> String {
    let mut entries = entries.to_vec();
    entries.sort_by(|(a, x), (b, y)| x.day.cmp(&y.day).then(a.cmp(b)));
    let mut out = String::from("# Journal\n");
    for (_, entry) in entries {
        let day = if entry.day.is_empty() {
            "No date"
        } else {
            &entry.day
        };
        out.push_str(&format!("\n## {day}: {}\n\n", entry.kind.label()));
        if let Some(name) = entry.program.and_then(&program) {
            let felt = entry
                .impression
                .map(|i| format!(" ({})", i.label()))
                .unwrap_or_default();
            out.push_str(&format!("Program: {name}{felt}\n\n"));
        }
        if !entry.witness.is_empty() {
            out.push_str(&format!("Seen by: {}\n\n", entry.witness));
        }
        if !entry.prompt.is_empty() {
            out.push_str(&format!("> {}\n\n", entry.prompt));
        }
        out.push_str(entry.text.trim());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(day: &str, text: &str, witness: &str, felt: Option<Impression>) -> JournalEntry {
        JournalEntry {
            day: day.into(),
            text: text.into(),
            witness: witness.into(),
            program: felt.and(ProgramId::parse("1400500001")),
            impression: felt,
            ..JournalEntry::default()
        }
    }

    fn journal() -> Vec<JournalEntry> {
        vec![
            entry(
                "2026-10-02",
                "Second visit: tired residents",
                "",
                Some(Impression::Fair),
            ),
            entry(
                "2026-09-01",
                "Ward round, teach-back",
                "the attending",
                None,
            ),
            entry("2026-09-20", "First visit", "", Some(Impression::Best)),
            entry("2026-09-03", "A hard talk", "The Attending ", None),
        ]
    }

    #[test]
    fn every_word_has_to_stand_somewhere_in_an_entry() {
        let journal = journal();
        let indices = |query| -> Vec<usize> {
            found(&journal, query, None)
                .iter()
                .map(|(at, _)| *at)
                .collect()
        };
        assert_eq!(indices(""), [0, 2, 3, 1]);
        assert_eq!(indices("ATTENDING talk"), [3]);
        assert!(indices("nowhere").is_empty());
        assert!(found(&journal, "", Some(EntryKind::Case)).is_empty());
    }

    #[test]
    fn a_letter_gets_what_its_writer_saw_by_day() {
        let journal = journal();
        let groups = by_witness(&journal);
        assert_eq!(groups.len(), 1);
        let indices: Vec<usize> = groups[0].1.iter().map(|(at, _)| *at).collect();
        assert_eq!(indices, [1, 3]);
    }

    #[test]
    fn the_rank_list_sees_how_an_impression_moved() {
        let felt = felt(&journal());
        assert_eq!(felt.len(), 1);
        assert_eq!(
            (felt[0].first, felt[0].last, felt[0].entries),
            (Impression::Best, Impression::Fair, 2)
        );
    }

    #[test]
    fn the_text_has_everything_in_order() {
        let journal = journal();
        let text = text(&found(&journal, "", None), |id| Some(id.to_string()));
        let first = text.find("2026-09-01").unwrap();
        let last = text.find("2026-10-02").unwrap();
        assert!(first < last && text.contains("Program: 1400500001 (Good enough)"));
        assert!(text.contains("Seen by: the attending"));
    }
}
