//! Ids and codes of the field: of a program, of a specialty, of a kind of position in the Match.

use super::vocabulary::TrackKind;

/// The ten-digit ACGME id of a program: one application, one fee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProgramId(u64);

impl ProgramId {
    /// Reads exactly ten digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| text.parse().ok().map(ProgramId)).flatten()
    }

    /// From the number that the ten digits spell; `None` above ten digits.
    #[must_use]
    pub fn from_number(number: u64) -> Option<Self> {
        (number < 10_000_000_000).then_some(ProgramId(number))
    }

    /// The number that the ten digits spell.
    #[must_use]
    pub fn number(self) -> u64 {
        self.0
    }

    /// The specialty that the first three digits name. Every ACGME id begins with it, so that
    /// programs in the order of their ids lie together by specialty.
    #[must_use]
    pub fn specialty(self) -> SpecialtyCode {
        // Ten digits, of which seven are cut off, leave three.
        SpecialtyCode((self.0 / ProgramId::IDS_OF_A_SPECIALTY) as u16)
    }

    /// The lowest id that a program of a specialty may have.
    pub(crate) fn first_of(specialty: SpecialtyCode) -> ProgramId {
        ProgramId(u64::from(specialty.0) * ProgramId::IDS_OF_A_SPECIALTY)
    }

    const IDS_OF_A_SPECIALTY: u64 = 10_000_000;
}

/// Reads what [`ProgramId::parse`] reads, so that an address can carry an id.
impl std::str::FromStr for ProgramId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        ProgramId::parse(text).ok_or(())
    }
}

impl std::fmt::Display for ProgramId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:010}", self.0)
    }
}

/// The three-digit ACGME code of a specialty, such as 140 for Internal Medicine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpecialtyCode(u16);

impl SpecialtyCode {
    /// Reads exactly three digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit());
        digits
            .then(|| text.parse().ok().map(SpecialtyCode))
            .flatten()
    }

    /// From the number; `None` above 999.
    #[must_use]
    pub fn from_number(number: u16) -> Option<Self> {
        (number < 1000).then_some(SpecialtyCode(number))
    }

    /// The number that the three digits spell.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }
}

impl std::fmt::Display for SpecialtyCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:03}", self.0)
    }
}

/// The code of one kind of position in the Match, such as `1431140C0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NrmpCode {
    institution: u16,
    specialty: SpecialtyCode,
    kind: TrackKind,
    number: u8,
    two_digits: bool,
}

impl NrmpCode {
    /// Reads four digits for the institution, three for the specialty, the letter of the kind
    /// of position, and one or two digits.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let institution = text.get(..4).filter(|part| is_digits(part))?;
        let specialty = SpecialtyCode::parse(text.get(4..7)?)?;
        NrmpCode::within(institution.parse().ok()?, specialty, text.get(7..)?)
    }

    /// The code whose letter and last digits are `rest`; `None` for an institution above 9999
    /// or a rest that does not read.
    #[must_use]
    pub fn within(institution: u16, specialty: SpecialtyCode, rest: &str) -> Option<Self> {
        let (letter, number) = rest.split_at_checked(1)?;
        let fits = institution <= 9999 && (1..=2).contains(&number.len()) && is_digits(number);
        Some(NrmpCode {
            institution: fits.then_some(institution)?,
            specialty,
            kind: TrackKind::from_code(letter)?,
            number: number.parse().ok()?,
            two_digits: number.len() == 2,
        })
    }

    /// The institution's four digits.
    #[must_use]
    pub fn institution(self) -> u16 {
        self.institution
    }

    /// The specialty's three digits; they may name another than the program's own.
    #[must_use]
    pub fn specialty(self) -> SpecialtyCode {
        self.specialty
    }

    /// The kind of position.
    #[must_use]
    pub fn kind(self) -> TrackKind {
        self.kind
    }
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

impl std::fmt::Display for NrmpCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let width = if self.two_digits { 2 } else { 1 };
        let (institution, kind) = (self.institution, self.kind.code());
        write!(
            f,
            "{institution:04}{}{kind}{:0width$}",
            self.specialty, self.number
        )
    }
}
