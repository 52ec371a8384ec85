//! What the applicant wants, and what each program is worth to them.

use super::geography::{Division, Point, UsState};
use super::program::{Program, SpecialtyCode};
use super::range::{OutOfRange, Range};
use super::vocabulary::{Setting, TrackKind, vocabulary};

/// A share from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share(f64);

impl Share {
    /// The share, or `None` outside 0..=1 or not finite.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Share(value))
    }

    /// The number.
    #[must_use]
    pub fn value(self) -> f64 {
        self.0
    }
}

/// How much a preference counts, from 0, not at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u8);

impl Weight {
    /// The weights that there are.
    pub const RANGE: Range<u8> = Range::new(0, 10);

    /// The weight that a stated preference has unless changed.
    pub const USUAL: Weight = Weight(5);

    /// The weight of being sought after beside stated preferences.
    pub const BESIDE: Weight = Weight(2);

    /// The weight, or `None` outside [`Weight::RANGE`].
    #[must_use]
    pub fn new(value: u8) -> Option<Self> {
        Weight::RANGE.contains(value).then_some(Weight(value))
    }

    /// The number.
    #[must_use]
    pub fn value(self) -> u8 {
        self.0
    }
}

impl TryFrom<i64> for Weight {
    type Error = OutOfRange;

    fn try_from(value: i64) -> Result<Self, OutOfRange> {
        Weight::RANGE.check(value).map(Weight)
    }
}

vocabulary! {
    /// Which positions of a specialty are wanted.
    #[derive(Default)]
    Positions {
        /// Those that lead to its board: categorical, primary, advanced.
        #[default]
        Training = "training", "Full training";
        /// Preliminary ones, of one year.
        OneYear = "one_year", "Preliminary year only";
    }
}

/// One specialty applied to, with what matching in it is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpecialtyChoice {
    /// The specialty.
    pub code: SpecialtyCode,
    /// Which of its positions.
    pub positions: Positions,
    /// Worth of matching in it, 0 to 1; `None` takes the usual worth of its rank in the
    /// order: 1, 0.85, 0.7.
    pub worth: Option<Share>,
}

impl SpecialtyChoice {
    /// Full training in a specialty, with the usual worth.
    #[must_use]
    pub const fn training(code: SpecialtyCode) -> Self {
        SpecialtyChoice {
            code,
            positions: Positions::Training,
            worth: None,
        }
    }

    /// Whether a program has, as far as is known, positions as wanted. Its kinds of position are
    /// known from its codes in the Match; where there are none, it is taken to give full training.
    fn is_met_by(&self, program: &Program) -> bool {
        let wanted = match self.positions {
            Positions::Training => true,
            Positions::OneYear => program.has_track(TrackKind::OneYear),
        };
        self.code == program.specialty() && wanted
    }
}

vocabulary! {
    /// Size of a program by its quota in the 2020 Match.
    Size {
        /// Up to 6 positions a year.
        Small = "small", "Small (up to 6 a year)";
        /// 7 to 15 positions a year.
        Medium = "medium", "Medium (7 to 15 a year)";
        /// 16 positions a year and more.
        Large = "large", "Large (16 a year or more)";
    }
}

impl Size {
    /// The size of a quota.
    #[must_use]
    pub fn of(quota: u16) -> Self {
        match quota {
            0..=6 => Size::Small,
            7..=15 => Size::Medium,
            _ => Size::Large,
        }
    }
}

/// Nearness to a city.
#[derive(Clone, Debug, PartialEq)]
pub struct Nearness {
    /// What the visitor calls it: a city of the catalog.
    pub label: Box<str>,
    /// Where it is.
    pub point: Point,
    /// At this many miles the wish is half met.
    pub miles: u16,
}

impl Nearness {
    /// The miles at which the wish may be half met: up to coast to coast.
    pub const MILES: Range = Range::new(1, 3000);
}

vocabulary! {
    /// A property that a visitor may demand or refuse.
    Property {
        /// The program is in a preferred state or division.
        PreferredGeography = "preferred_place", "In my states or divisions";
        /// A page states that the visa needed is sponsored.
        VisaStated = "visa_stated", "States that it sponsors my visa";
        /// An academic centre.
        UniversitySetting = "university_setting", "Academic centre";
        /// A community hospital.
        CommunitySetting = "community_setting", "Community hospital";
        /// It has a categorical or primary track.
        Categorical = "categorical", "Has a categorical position";
        /// Up to 6 positions a year.
        SmallSize = "small_size", "Small (up to 6 a year)";
        /// 16 positions a year and more.
        LargeSize = "large_size", "Large (16 a year or more)";
        /// HCA Healthcare in the name.
        Hca = "hca", "HCA Healthcare";
        /// A rural track.
        RuralTrack = "rural_track", "Rural track";
        /// The program had unfilled categorical positions in 2016 to 2020.
        Unfilled = "unfilled", "Had unfilled positions, 2016 to 2020";
    }
}

/// How much each kind of preference counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// States and divisions.
    pub geography: Weight,
    /// Nearness to a city.
    pub nearness: Weight,
    /// Setting.
    pub setting: Weight,
    /// Size.
    pub size: Weight,
}

impl Default for Weights {
    fn default() -> Self {
        Weights {
            geography: Weight::USUAL,
            nearness: Weight::USUAL,
            setting: Weight::USUAL,
            size: Weight::USUAL,
        }
    }
}

/// What the applicant wants. Everything but the specialties may be empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Preferences {
    /// Specialties in order of choice, each once: one application to a program reaches all of its
    /// positions.
    pub specialties: Vec<SpecialtyChoice>,
    /// Preferred states.
    pub states: Vec<UsState>,
    /// Preferred divisions.
    pub divisions: Vec<Division>,
    /// Preferred nearness to a city.
    pub near: Option<Nearness>,
    /// Preferred setting.
    pub setting: Option<Setting>,
    /// Preferred size.
    pub size: Option<Size>,
    /// Demands: a program known not to meet one is shut by the visitor's own choice.
    pub must: Vec<Property>,
    /// Dealbreakers: a program known to have one is shut by the visitor's own choice.
    pub never: Vec<Property>,
    /// Weights of the preferences.
    pub weights: Weights,
    /// From 0, match somewhere, to 1, match where I want to be; `None` is as usual, which depends
    /// on how likely a match is ([`super::aim`]).
    pub lambda: Option<Share>,
    /// Whether being sought after counts where a match is all but sure, beside what is stated.
    pub sought_after: bool,
}

impl Preferences {
    /// The usual balance between "match somewhere" and "where I want to be" while it is open
    /// whether the applicant matches.
    pub const USUAL_LAMBDA: Share = Share(0.3);

    /// How many specialties one question may have: their usual worth is defined for three.
    pub const SPECIALTIES: Range<u8> = Range::new(1, 3);

    /// The choice that a program is ranked for, by its rank, from 0, in the order.
    #[must_use]
    pub fn choice_of(&self, program: &Program) -> Option<usize> {
        let mut choices = self.specialties.iter();
        choices.position(|choice| choice.is_met_by(program))
    }

    /// The same with the choice itself; full training in its specialty, as the next choice, for a
    /// program that none of them means.
    #[must_use]
    pub fn choice_or_next(&self, program: &Program) -> (usize, SpecialtyChoice) {
        let chosen = self.choice_of(program).and_then(|rank| {
            let choice = self.specialties.get(rank)?;
            Some((rank, *choice))
        });
        let next = || SpecialtyChoice::training(program.specialty());
        chosen.unwrap_or_else(|| (self.specialties.len(), next()))
    }

    /// Whether any wish is stated.
    #[must_use]
    pub fn has_wishes(&self) -> bool {
        let geography = !self.states.is_empty() || !self.divisions.is_empty();
        geography || self.near.is_some() || self.setting.is_some() || self.size.is_some()
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Preferences {
            specialties: Vec::new(),
            states: Vec::new(),
            divisions: Vec::new(),
            near: None,
            setting: None,
            size: None,
            must: Vec::new(),
            never: Vec::new(),
            weights: Weights::default(),
            lambda: None,
            sought_after: true,
        }
    }
}
