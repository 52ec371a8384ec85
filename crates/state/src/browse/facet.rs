//! Facets: what a program can be filtered by.

use vecmap::VecSet;

use engine::applicant::Entries;
use engine::applicant::overlaid;
use engine::catalog::Catalog;
use engine::eligibility::GateState;
use engine::fact::Fact;
use engine::geography::UsState;
use engine::preference::Size;
use engine::program::Program;
use engine::program::SpecialtyCode;
use engine::vocabulary::{H1bPolicy, Setting, VisaNeed};

engine::vocabulary! {
    /// What is known of a program and the visa that the visitor needs.
    VisaWord {
        /// A page states that it is sponsored.
        StatedYes = "stated_yes", "States that it sponsors";
        /// US graduates only, or case by case.
        Limited = "limited", "Limited";
        /// Sources contradict each other.
        Conflicting = "conflicting", "Sources conflict";
        /// Nobody says.
        NotStated = "not_stated", "Not stated";
        /// A page states that it is not sponsored.
        StatedNo = "stated_no", "States that it does not";
        /// The visitor needs none.
        NotNeeded = "not_needed", "No visa needed";
    }
}

engine::vocabulary! {
    /// The chance of an interview as a class, by stated thresholds.
    ChanceClass {
        /// At least 30 %.
        Likely = "likely", "Likely (30 % or more)";
        /// 10 % to under 30 %.
        Target = "target", "Target (10 to 30 %)";
        /// Under 10 %.
        Reach = "reach", "Reach (under 10 %)";
    }
}

impl ChanceClass {
    /// The class of a chance of an interview, 0 to 1: the middle of its range.
    #[must_use]
    pub fn of(chance: f64) -> Self {
        if chance >= 0.3 {
            ChanceClass::Likely
        } else if chance >= 0.1 {
            ChanceClass::Target
        } else {
            ChanceClass::Reach
        }
    }

    /// The one word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ChanceClass::Likely => "likely",
            ChanceClass::Target => "target",
            ChanceClass::Reach => "reach",
        }
    }
}

engine::vocabulary! {
    /// What the facts about a program rest on, beside the directory.
    EvidenceKind {
        /// A page of the program or its institution.
        Statement = "statement", "A policy page";
        /// The employer filed H-1B for residents.
        Filing = "filing", "An H-1B filing";
        /// The visitor's own entry.
        Own = "own", "Your own entry";
        /// None of these.
        Nothing = "nothing", "Directory only";
    }
}

engine::vocabulary! {
    /// A kind of filter.
    FacetGroup {
        /// Chance of an interview.
        Chance = "chance", "Chance of an interview";
        /// Gate.
        Gate = "gate", "Requirements";
        /// Visa.
        Visa = "visa", "Your visa";
        /// Specialty.
        Specialty = "specialty", "Specialty";
        /// State.
        State = "state", "State";
        /// Setting.
        Setting = "setting", "Setting";
        /// Size.
        Size = "size", "Size in 2020";
        /// Evidence.
        Evidence = "evidence", "What the facts rest on";
    }
}

/// One property of a program that a filter can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Chance of an interview.
    Chance(ChanceClass),
    /// The worst gate.
    Gate(GateState),
    /// The visa that the visitor needs.
    Visa(VisaWord),
    /// Specialty.
    Specialty(SpecialtyCode),
    /// State.
    State(UsState),
    /// Setting, by the hospital, the name or the visitor's own entry.
    Setting(Setting),
    /// Size; `None` is not known.
    Size(Option<Size>),
    /// What the facts rest on.
    Evidence(EvidenceKind),
}

impl Facet {
    /// The kind of filter.
    #[must_use]
    pub fn group(self) -> FacetGroup {
        match self {
            Facet::Chance(_) => FacetGroup::Chance,
            Facet::Gate(_) => FacetGroup::Gate,
            Facet::Visa(_) => FacetGroup::Visa,
            Facet::Specialty(_) => FacetGroup::Specialty,
            Facet::State(_) => FacetGroup::State,
            Facet::Setting(_) => FacetGroup::Setting,
            Facet::Size(_) => FacetGroup::Size,
            Facet::Evidence(_) => FacetGroup::Evidence,
        }
    }

    /// A key that no other facet has, fit for an element's id.
    #[must_use]
    pub fn key(self) -> String {
        let value = match self {
            Facet::Chance(word) => word.code().to_owned(),
            Facet::Gate(word) => word.code().to_owned(),
            Facet::Visa(word) => word.code().to_owned(),
            Facet::Specialty(code) => code.to_string(),
            Facet::State(state) => state.code().to_owned(),
            Facet::Setting(word) => word.code().to_owned(),
            Facet::Size(size) => size.map_or("unknown", Size::code).to_owned(),
            Facet::Evidence(word) => word.code().to_owned(),
        };
        format!("{}-{value}", self.group().code())
    }

    /// The words that a person reads.
    #[must_use]
    pub fn label(self, catalog: &Catalog) -> String {
        match self {
            Facet::Chance(word) => word.label().to_owned(),
            Facet::Gate(word) => word.label().to_owned(),
            Facet::Visa(word) => word.label().to_owned(),
            Facet::Specialty(code) => catalog.specialty_name(code),
            Facet::State(state) => state.label().to_owned(),
            Facet::Setting(word) => word.label().to_owned(),
            Facet::Size(size) => size.map_or("Size not known", Size::label).to_owned(),
            Facet::Evidence(word) => word.label().to_owned(),
        }
    }
}

/// Filters: any of one group, all groups together. Empty lets everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters(VecSet<Facet>);

impl Filters {
    /// Whether none is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many are set.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether this one is set.
    #[must_use]
    pub fn has(&self, facet: Facet) -> bool {
        self.0.contains(&facet)
    }

    /// How many of a group are set.
    #[must_use]
    pub fn count(&self, group: FacetGroup) -> usize {
        self.0.iter().filter(|facet| facet.group() == group).count()
    }

    /// Every filter that is set, by group.
    pub fn iter(&self) -> impl Iterator<Item = Facet> {
        self.0.iter().copied()
    }

    /// Sets a filter, or takes it away if it is set.
    pub fn toggle(&mut self, facet: Facet) {
        if !self.0.remove(&facet) {
            self.0.insert(facet);
        }
    }

    /// Takes every filter of a group away.
    pub fn clear(&mut self, group: FacetGroup) {
        self.0.retain(|facet| facet.group() != group);
    }

    /// Whether a program with these facets passes every group but `ignored`.
    #[must_use]
    pub fn admit(&self, facets: &[Facet], ignored: Option<FacetGroup>) -> bool {
        FacetGroup::ALL.iter().all(|group| {
            Some(*group) == ignored
                || self.count(*group) == 0
                || facets
                    .iter()
                    .any(|facet| facet.group() == *group && self.has(*facet))
        })
    }
}

/// What is known of the visa that the visitor needs, what people found out first. Unanswered reads as
/// "either".
#[must_use]
pub fn visa_word(program: &Program, entries: &Entries, need: Option<VisaNeed>) -> VisaWord {
    let policy = program.policy();
    let told_j1 = entries.told(program.id, |entry| entry.j1);
    let told_h1b = entries.told(program.id, |entry| entry.h1b);
    let j1 = j1_word(&overlaid(&policy.j1, told_j1));
    let h1b = h1b_word(&overlaid(&policy.h1b, told_h1b));
    match need {
        Some(VisaNeed::None) => VisaWord::NotNeeded,
        Some(VisaNeed::J1) => j1,
        Some(VisaNeed::H1b) => h1b,
        // The words are declared from best to worst.
        Some(VisaNeed::Either) | None => j1.min(h1b),
    }
}

fn j1_word(fact: &Fact<bool>) -> VisaWord {
    match fact {
        Fact::NotStated => VisaWord::NotStated,
        Fact::Conflicting(_) => VisaWord::Conflicting,
        Fact::Stated(evidence) if evidence.value => VisaWord::StatedYes,
        Fact::Stated(_) => VisaWord::StatedNo,
    }
}

fn h1b_word(fact: &Fact<H1bPolicy>) -> VisaWord {
    match fact {
        Fact::NotStated => VisaWord::NotStated,
        Fact::Conflicting(_) => VisaWord::Conflicting,
        Fact::Stated(evidence) => match evidence.value {
            H1bPolicy::Yes => VisaWord::StatedYes,
            H1bPolicy::Limited => VisaWord::Limited,
            H1bPolicy::No => VisaWord::StatedNo,
        },
    }
}
