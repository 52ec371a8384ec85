//! What programs and institutions state on their own pages, and which statement stands.
//!
//! Precedence: a program's own statement beats its institution's, and a newer page beats an
//! older one. Two of the same rank that differ are conflicting, and so is a "no" on H-1B where
//! the employer filed for residents.

use super::fact::{Fact, PageYears};
use super::id::{ProgramId, SpecialtyCode};
use super::range::Range;
use super::vocabulary::{EcfmgTiming, H1bPolicy, Strength};

/// How many years after medical school a program accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct GraduationLimit {
    /// Most years since graduation; `None` where the page says that there is no limit.
    pub years: Option<u8>,
    /// Whether it is a cutoff or a preference.
    pub strength: Strength,
}

/// What a page says of US clinical experience.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ExperienceRule {
    /// Whether it is required, preferred or does not matter.
    pub strength: Strength,
    /// Fewest months, if the page names a number.
    pub months: Option<u8>,
}

/// Who a statement speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The program itself.
    Program,
    /// The institution, for all its programs.
    Institution,
}

/// One first-party statement. A field that the page does not mention is `None`. Its note and
/// its address are [`super::catalog::details::StatementDetails`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Stable id in policies.csv, such as `P003`.
    pub id: Box<str>,
    /// Who speaks.
    pub scope: Scope,
    /// The one department it speaks of, if it does.
    pub specialty: Option<SpecialtyCode>,
    /// The programs it covers.
    pub programs: Box<[ProgramId]>,
    /// J-1 accepted.
    pub j1: Option<bool>,
    /// H-1B sponsored.
    pub h1b: Option<H1bPolicy>,
    /// Lowest Step 1 score, on the three-digit scale used until January 2022.
    pub step1_minimum: Option<u16>,
    /// Lowest Step 2 CK score.
    pub step2_minimum: Option<u16>,
    /// Most attempts at any Step, a pass included.
    pub max_attempts: Option<u8>,
    /// Most attempts at Step 1, where the page sets that apart.
    pub max_attempts_step1: Option<u8>,
    /// Years since graduation.
    pub graduation: Option<GraduationLimit>,
    /// US clinical experience.
    pub experience: Option<ExperienceRule>,
    /// When ECFMG certification must be in hand.
    pub ecfmg: Option<EcfmgTiming>,
    /// Share of residents who are IMGs as the page says it, in percent.
    pub img_percent: Option<u8>,
    /// When the page was written, as far as it shows.
    pub years: PageYears,
}

impl Statement {
    /// Lowest scores that a page is believed to ask for: anything under is a slip of whoever read it.
    pub const MINIMUM: Range = Range::new(150, 300);
}

/// What stands for one program after precedence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// J-1 accepted.
    pub j1: Fact<bool>,
    /// H-1B sponsored.
    pub h1b: Fact<H1bPolicy>,
    /// Lowest Step 1 score.
    pub step1_minimum: Fact<u16>,
    /// Lowest Step 2 CK score.
    pub step2_minimum: Fact<u16>,
    /// Most attempts at any Step.
    pub max_attempts: Fact<u8>,
    /// Most attempts at Step 1.
    pub max_attempts_step1: Fact<u8>,
    /// Years since graduation.
    pub graduation: Fact<GraduationLimit>,
    /// US clinical experience.
    pub experience: Fact<ExperienceRule>,
    /// When ECFMG certification must be in hand.
    pub ecfmg: Fact<EcfmgTiming>,
    /// Share of residents who are IMGs, in percent.
    pub img_percent: Fact<u8>,
}

impl Policy {
    /// Where no page says anything.
    pub const SILENT: Policy = Policy {
        j1: Fact::NotStated,
        h1b: Fact::NotStated,
        step1_minimum: Fact::NotStated,
        step2_minimum: Fact::NotStated,
        max_attempts: Fact::NotStated,
        max_attempts_step1: Fact::NotStated,
        graduation: Fact::NotStated,
        experience: Fact::NotStated,
        ecfmg: Fact::NotStated,
        img_percent: Fact::NotStated,
    };
}
