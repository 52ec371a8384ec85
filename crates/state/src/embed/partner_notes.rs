//! What a partner says about programs.

use serde::{Deserialize, Deserializer};
use vecmap::VecMap;

use super::shape::{LONGEST_NAME, LONGEST_NOTE, MOST_NOTES};
use engine::program::ProgramId;

/// What a partner says about programs, shown as the partner's own word. It changes no number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PartnerNotes {
    /// Who says so; at most 80 characters.
    pub name: String,
    notes: VecMap<ProgramId, String>,
}

impl PartnerNotes {
    /// What it says about a program, in at most 300 characters.
    #[must_use]
    pub fn note(&self, id: ProgramId) -> Option<&str> {
        self.notes.get(&id).map(String::as_str)
    }
}

/// A pack as it arrives.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Said {
    name: String,
    notes: Vec<Note>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Note {
    program: String,
    note: String,
}

impl Said {
    /// The pack within its bounds; `None` if it is not of a kind that is shown.
    fn checked(self) -> Option<PartnerNotes> {
        if !is_short(&self.name, LONGEST_NAME) || self.notes.len() > MOST_NOTES as usize {
            return None;
        }
        let mut notes = VecMap::with_capacity(self.notes.len());
        for Note { program, note } in self.notes {
            let id = ProgramId::parse(&program)?;
            if !is_short(&note, LONGEST_NOTE) {
                return None;
            }
            notes.insert(id, note);
        }
        Some(PartnerNotes {
            name: self.name,
            notes,
        })
    }
}

/// Whether a text says something, in at most so many characters.
fn is_short(text: &str, most: u32) -> bool {
    !text.trim().is_empty() && text.chars().count() <= most as usize
}

/// Reads a pack; one that is not as it should be is none.
pub(super) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PartnerNotes>, D::Error> {
    Ok(Option::<Said>::deserialize(from)?.and_then(Said::checked))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn pack(value: Value) -> Option<PartnerNotes> {
        read(value).unwrap()
    }

    #[test]
    fn a_note_is_found_by_its_program() {
        let pack = pack(json!({"name": "A school", "notes": [
            {"program": "1400500001", "note": "Earlier."},
            {"program": "1400500002", "note": "Another."},
            {"program": "1400500001", "note": "Two of our graduates train here."},
        ]}))
        .unwrap();
        let note = |id: &str| pack.note(ProgramId::parse(id).unwrap());
        assert_eq!(note("1400500001"), Some("Two of our graduates train here."));
        assert_eq!(note("1400500002"), Some("Another."));
        assert_eq!(note("1400500003"), None);
    }

    #[test]
    fn a_pack_beyond_its_bounds_is_none() {
        let noted =
            |id: &str, note: &str| json!({"name": "A", "notes": [{"program": id, "note": note}]});
        assert!(pack(noted("1400500001", &"\u{e9}".repeat(300))).is_some());
        let many: Vec<Value> = (0..=u64::from(MOST_NOTES))
            .map(|at| json!({"program": (1_400_500_000 + at).to_string(), "note": "x"}))
            .collect();
        assert!(pack(json!({"name": "A", "notes": many[1..]})).is_some());
        for wrong in [
            Value::Null,
            json!({}),
            json!({"notes": []}),
            json!({"name": " ", "notes": []}),
            json!({"name": "A".repeat(81), "notes": []}),
            json!({"name": "A", "notes": many}),
            json!({"name": "A", "notes": [{"program": "1400500001"}]}),
            noted("12", "x"),
            noted("__proto__", "x"),
            noted("1400500001", ""),
            noted("1400500001", &"x".repeat(301)),
        ] {
            assert_eq!(pack(wrong.clone()), None, "{wrong}");
        }
    }
}
