//! The list as a file that opens in a spreadsheet: RFC 4180 CSV.
//!
//! It makes the text; saving it is the browser's affair.

use super::{Place, Row, RowStatus, TableInput, visa_word};
use engine::decimal::Decimal;
use engine::program::{H1bFiling, Program};

/// Rows as CSV: UTF-8 with a byte order mark, CRLF, quotes where needed.
///
/// Text that a spreadsheet would read as a formula gets a leading apostrophe; numbers stay
/// numbers. An ACGME id is written `ACGME 0403500184`: spreadsheets take bare digits for a number
/// and drop the zero in front. Chances are from 0 to 1 with four decimals. An unknown cell is empty, and so is the website until the details
/// of the catalog are here.
#[must_use]
pub fn programs_csv(input: &TableInput<'_>, rows: &[Row]) -> String {
    let mut file = String::from('\u{feff}');
    push_line(
        &mut file,
        HEADINGS.map(|heading| Cell::Text(heading.to_owned())),
    );
    for row in rows {
        if let Some(program) = input.catalog.get(row.program) {
            push_line(&mut file, cells(input, row, program));
        }
    }
    file
}

const HEADINGS: [&str; 27] = [
    "Place",
    "Program",
    "Institution",
    "Specialty",
    "City",
    "State",
    "ACGME id",
    "Standing",
    "Requirements",
    "Interview chance, low",
    "Interview chance, middle",
    "Interview chance, high",
    "Match given interview, low",
    "Match given interview, middle",
    "Match given interview, high",
    "Worth to you",
    "Value",
    "First place without a difference that we can see",
    "Last place without a difference that we can see",
    "Left out of these numbers",
    "Your visa",
    "Employer filed H-1B for residents",
    "Positions in 2020",
    "Website (2021 or 2022)",
    "Pinned",
    "On my list, by signal",
    "Your note",
];

enum Cell {
    Text(String),
    Number(String),
    Empty,
}

fn cells(input: &TableInput<'_>, row: &Row, program: &Program) -> [Cell; HEADINGS.len()] {
    let number = |number: Option<f64>| {
        number.map_or(Cell::Empty, |number| {
            Cell::Number(Decimal::fixed(number, 4).to_string())
        })
    };
    let chance = row.ranked().map(|ranked| input.ranking.chance(ranked));
    let interview = chance.map(|chance| chance.p_interview);
    let matched = chance.map(|chance| chance.p_match_given_interview);
    let place = |pick: fn(Place) -> u32| {
        let place = row.place().map(pick);
        place.map_or(Cell::Empty, |place| Cell::Number(place.to_string()))
    };
    let specialty = input.catalog.specialty(program.specialty());
    let filed = program.h1b_filing.is_some_and(H1bFiling::is_for_residents);
    let details = input.catalog.program_details(row.program);
    let website = details.and_then(|details| details.websites.last());
    let website = website.map(|site| &*site.url);
    [
        place(|place| place.at),
        Cell::Text(program.name.to_string()),
        optional(program.institution.as_deref()),
        optional(specialty.map(|s| &*s.name)),
        Cell::Text(program.city.to_string()),
        Cell::Text(program.state.code().to_owned()),
        Cell::Text(format!("ACGME {}", program.id)),
        Cell::Text(standing(row)),
        optional(row.gate().map(|gate| gate.label())),
        number(interview.map(|band| band.lo)),
        number(interview.map(|band| band.mid)),
        number(interview.map(|band| band.hi)),
        number(matched.map(|band| band.lo)),
        number(matched.map(|band| band.mid)),
        number(matched.map(|band| band.hi)),
        number(row.ranked().map(|ranked| ranked.t)),
        number(row.ranked().map(|ranked| ranked.value)),
        place(|place| place.first),
        place(|place| place.last),
        left_out(input, row),
        Cell::Text(
            visa_word(program, input.entries, input.applicant.visa)
                .label()
                .to_owned(),
        ),
        if filed {
            Cell::Text("yes".to_owned())
        } else {
            Cell::Empty
        },
        program
            .quota_2020()
            .map_or(Cell::Empty, |quota| Cell::Number(quota.to_string())),
        optional(website),
        if input.pinned.contains(&program.id) {
            Cell::Text("yes".to_owned())
        } else {
            Cell::Empty
        },
        optional(input.listed.get(&program.id).map(|level| level.code())),
        optional(input.notes.get(&program.id).map(String::as_str)),
    ]
}

/// What the chances of a row do not hold.
fn left_out(input: &TableInput<'_>, row: &Row) -> Cell {
    let notices = input.notices.iter().map(|notice| notice.label());
    let said: Vec<_> = notices.filter(|_| row.ranked().is_some()).collect();
    optional((!said.is_empty()).then(|| said.join(" ")).as_deref())
}

fn standing(row: &Row) -> String {
    match row.status {
        RowStatus::Ranked(..) => "Ranked".to_owned(),
        RowStatus::NotModelled(row) => format!("No chance shown: {}", row.why.label()),
        RowStatus::Shut(shut) => format!("Does not consider you: {}", shut.by.gate.label()),
        RowStatus::Elsewhere => "Other specialty".to_owned(),
    }
}

fn optional(text: Option<&str>) -> Cell {
    text.map_or(Cell::Empty, |text| Cell::Text(text.to_owned()))
}

fn push_line<const N: usize>(file: &mut String, cells: [Cell; N]) {
    for (at, cell) in cells.into_iter().enumerate() {
        if at > 0 {
            file.push(',');
        }
        match cell {
            Cell::Text(text) => push_text(file, &text),
            Cell::Number(number) => file.push_str(&number),
            Cell::Empty => {}
        }
    }
    file.push_str("\r\n");
}

/// A sheet of text: its head, then a row a line.
#[must_use]
pub fn sheet<'a, const N: usize>(
    head: [&str; N],
    rows: impl Iterator<Item = [&'a str; N]>,
) -> String {
    let mut file = String::new();
    push_line(&mut file, head.map(|text| Cell::Text(text.to_owned())));
    for row in rows {
        push_line(&mut file, row.map(|text| Cell::Text(text.to_owned())));
    }
    file
}

/// Quotes a text cell where RFC 4180 asks for it and disarms what looks like a formula.
fn push_text(file: &mut String, text: &str) {
    let guard = if reads_as_formula(text) { "'" } else { "" };
    if text.contains([',', '"', '\r', '\n']) || text.starts_with(' ') || text.ends_with(' ') {
        file.push('"');
        file.push_str(guard);
        file.push_str(&text.replace('"', "\"\""));
        file.push('"');
    } else {
        file.push_str(guard);
        file.push_str(text);
    }
}

/// Spreadsheets evaluate cells that begin so; some skip blanks first.
fn reads_as_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start()
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads one line of RFC 4180 back.
    fn read(file: &str) -> Vec<Vec<String>> {
        let mut lines = vec![vec![String::new()]];
        let mut quoted = false;
        let mut letters = file.chars().peekable();
        while let Some(letter) = letters.next() {
            let cell = lines.last_mut().unwrap().last_mut().unwrap();
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => {
                    letters.next();
                    cell.push('"');
                }
                '"' => quoted = !quoted,
                ',' if !quoted => lines.last_mut().unwrap().push(String::new()),
                '\r' if !quoted => {
                    assert_eq!(letters.next(), Some('\n'));
                    lines.push(vec![String::new()]);
                }
                other => cell.push(other),
            }
        }
        assert!(!quoted);
        assert_eq!(lines.pop(), Some(vec![String::new()]));
        lines
    }

    fn line(texts: [&str; 2]) -> String {
        let mut file = String::new();
        push_line(&mut file, texts.map(|text| Cell::Text(text.to_owned())));
        file
    }

    #[test]
    fn hostile_names_are_disarmed_and_quoted() {
        let cases = [
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+1", "'+1"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "\"'\rx\""),
            ("  =1", "\"'  =1\""),
            ("＝1", "'＝1"),
            ("a,b", "\"a,b\""),
            ("St. \"Luke\"", "\"St. \"\"Luke\"\"\""),
            ("two\r\nlines", "\"two\r\nlines\""),
            ("plain-name", "plain-name"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(line([text, "z"]), format!("{expected},z\r\n"), "{text}");
        }
    }

    #[test]
    fn numbers_stay_numbers() {
        let mut file = String::new();
        push_line(&mut file, [Cell::Number("-0.5000".to_owned()), Cell::Empty]);
        assert_eq!(file, "-0.5000,\r\n");
    }

    proptest::proptest! {
        #[test]
        fn any_text_comes_back(a in "\\PC{0,12}", b in "[=+@,\"\r\n\t -]{0,8}") {
            let lines = read(&line([&a, &b]));
            proptest::prop_assert_eq!(lines.len(), 1);
            for (cell, text) in lines[0].iter().zip([&a, &b]) {
                proptest::prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(cell), text.strip_prefix('\'').unwrap_or(text));
                proptest::prop_assert!(!reads_as_formula(cell));
            }
        }
    }
}
