//! What matching at a program is worth to the applicant:
//! `t = 1 - lambda (1 - w (0.2 + 0.8 u))`, where lambda and what stands in for wishes are the
//! aim's ([`super::aim`]).

use super::aim::Aim;
use super::eligibility::{Band, Circumstances};
use super::odds::{RANGE_Z, usual_quota};
use super::preference::{Preferences, Property, Size, SpecialtyChoice, Weight};
use super::program::Program;
use super::rank_input::RankInput;
use super::sought_after::SoughtAfter;
use super::vocabulary::{Setting, vocabulary};

/// One wish and how far the program meets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WishPart {
    /// Which wish.
    pub wish: Wish,
    /// How far it is met, 0 to 1; the middle is the specialty's mean if it is not known.
    pub met: Band,
    /// Whether the program's side is known.
    pub known: bool,
    /// Its share of all weights, 0 to 1.
    pub share: f64,
}

vocabulary! {
    /// A kind of wish.
    Wish {
        /// States and divisions.
        Geography = "place", "States and divisions";
        /// Nearness.
        Nearness = "nearness", "Distance";
        /// Setting.
        Setting = "setting", "Setting";
        /// Size.
        Size = "size", "Size";
        /// How sought after it is, once a match is very likely.
        SoughtAfter = "sought_after", "How sought after it is, since you will very likely match";
    }
}

/// A program's worth to the applicant: `t = 1 - lambda (1 - w (0.2 + 0.8 u))`.
#[derive(Clone, Debug, PartialEq)]
pub struct Worth {
    /// Worth of the specialty, 0 to 1.
    pub w: f64,
    /// Weighted mean of wishes met, 0 to 1.
    pub u: Band,
    /// From match somewhere (0) to match where I want to be (1).
    pub lambda: f64,
    /// The worth.
    pub t: f64,
    /// The power to which the chance counts beside it ([`Aim::power`]).
    pub power: f64,
    /// The wishes; empty if none is stated.
    pub wishes: Vec<WishPart>,
    /// Own demands that are not known to be met or broken.
    pub unknown_demands: Vec<Property>,
}

impl Worth {
    /// A chance to match as it counts beside the worth.
    #[must_use]
    pub fn counted(&self, p_match: f64) -> f64 {
        libm::pow(p_match, self.power)
    }
}

/// Worth of a specialty by its rank in the order of choice, unless the visitor sets it.
const USUAL_WORTH: [f64; 3] = [1.0, 0.85, 0.7];

/// The preferences of one specialty's programs, ready for many of them.
#[derive(Clone, Debug)]
pub struct Wishes<'a> {
    preferences: &'a Preferences,
    aim: Aim,
    /// The specialty's median quota, for being sought after; asked for only where that counts.
    usual_quota: f64,
    w: f64,
    total_weight: f64,
    /// Share of positions-known programs of the specialty that have the wished size.
    size_share: Option<f64>,
}

/// The worth of a choice of specialty at a rank, from 0, in the order, 0 to 1.
#[must_use]
pub fn specialty_worth(choice: &SpecialtyChoice, rank: usize) -> f64 {
    let usual = USUAL_WORTH.get(rank).or(USUAL_WORTH.last()).copied();
    choice
        .worth
        .map(super::preference::Share::value)
        .or(usual)
        .unwrap_or(0.0)
}

impl<'a> Wishes<'a> {
    /// Prepares the wishes for the specialty at `rank`, from 0, in the order of choice.
    #[must_use]
    pub fn of(input: &RankInput<'a>, choice: &SpecialtyChoice, rank: usize, aim: &Aim) -> Self {
        let preferences = input.preferences;
        let mut wishes = Wishes {
            preferences,
            aim: *aim,
            usual_quota: if aim.has_turned() {
                usual_quota(input.catalog.evidence_of_specialty(choice.code))
            } else {
                0.0
            },
            w: specialty_worth(choice, rank),
            total_weight: 0.0,
            size_share: None,
        };
        wishes.total_weight = Wish::ALL
            .iter()
            .filter_map(|wish| wishes.weight(*wish))
            .sum();
        wishes.size_share = preferences.size.and_then(|size| {
            let sizes = input
                .catalog
                .of_specialty(choice.code)
                .iter()
                .filter_map(|program| program.quota_2020());
            let (mut known, mut alike) = (0u32, 0u32);
            for quota in sizes {
                known += 1;
                alike += u32::from(Size::of(quota.get()) == size);
            }
            (known > 0).then(|| f64::from(alike) / f64::from(known))
        });
        wishes
    }

    /// The weight of a wish; `None` if it is not stated.
    fn weight(&self, wish: Wish) -> Option<f64> {
        let p = self.preferences;
        let (stated, weight) = match wish {
            Wish::Geography => (
                !p.states.is_empty() || !p.divisions.is_empty(),
                p.weights.geography,
            ),
            Wish::Nearness => (p.near.is_some(), p.weights.nearness),
            Wish::Setting => (p.setting.is_some(), p.weights.setting),
            Wish::Size => (p.size.is_some(), p.weights.size),
            Wish::SoughtAfter => (
                self.aim.by_sought_after && self.aim.has_turned(),
                if p.has_wishes() {
                    Weight::BESIDE
                } else {
                    Weight::USUAL
                },
            ),
        };
        stated.then(|| f64::from(weight.value()))
    }

    /// How far a program meets a stated wish, and whether its side is known. Of what is not
    /// known the specialty's mean is taken, with the whole range as its doubt.
    fn met(&self, of: &Circumstances<'_>, program: &Program, wish: Wish) -> Option<(Band, bool)> {
        let p = self.preferences;
        let sure_share = |share: f64| (Band::exactly(share), true);
        let sure = |yes: bool| sure_share(f64::from(u8::from(yes)));
        let unknown = |mean: f64| (Band::of(0.0, mean, 1.0), false);
        match wish {
            Wish::Geography => of.has(program, Property::PreferredGeography).map(sure),
            Wish::Nearness => p.near.as_ref().map(|near| match program.point {
                Some(point) => {
                    let distance = near.point.miles_to(point) / f64::from(near.miles);
                    (Band::exactly(1.0 / (1.0 + distance)), true)
                }
                None => unknown(0.5),
            }),
            Wish::Setting => p.setting.map(|setting| {
                let academic = of.academic(program);
                let met = match setting {
                    Setting::University => academic.share,
                    Setting::Community => 1.0 - academic.share,
                };
                let at = |sds: f64| (met + sds * academic.sd).clamp(0.0, 1.0);
                let range = Band::of(at(-RANGE_Z), met, at(RANGE_Z));
                (range, academic.is_measured)
            }),
            Wish::SoughtAfter => {
                let record = of.catalog().evidence(program);
                let sought = SoughtAfter::of(of.catalog(), program, &record, self.usual_quota);
                Some(sure_share(1.0 - self.aim.turn * (1.0 - sought.share)))
            }
            Wish::Size => p.size.map(|size| match program.quota_2020() {
                Some(quota) => sure(Size::of(quota.get()) == size),
                None => unknown(self.size_share.unwrap_or(0.5)),
            }),
        }
    }

    /// The weighted mean of stated wishes. With no wish stated every program meets them all.
    #[must_use]
    pub fn utility(&self, of: &Circumstances<'_>, program: &Program) -> Band {
        if self.total_weight <= 0.0 {
            return Band::exactly(1.0);
        }
        let mut sum = Band::exactly(0.0);
        for wish in Wish::ALL {
            if let Some(weight) = self.weight(*wish)
                && let Some((met, _)) = self.met(of, program, *wish)
            {
                sum.lo += weight * met.lo;
                sum.mid += weight * met.mid;
                sum.hi += weight * met.hi;
            }
        }
        let mean = |value: f64| value / self.total_weight;
        Band {
            lo: mean(sum.lo),
            mid: mean(sum.mid),
            hi: mean(sum.hi),
        }
    }

    /// The worth for a utility, 0 to 1.
    #[must_use]
    pub fn worth(&self, utility: f64) -> f64 {
        let lambda = self.aim.lambda;
        1.0 - lambda * (1.0 - self.w * (0.2 + 0.8 * utility))
    }

    /// The worth with everything that made it.
    #[must_use]
    pub fn explain(&self, of: &Circumstances<'_>, program: &Program) -> Worth {
        let u = self.utility(of, program);
        let wishes = Wish::ALL.iter().filter_map(|wish| {
            let weight = self.weight(*wish)?;
            let (met, known) = self.met(of, program, *wish)?;
            let share = if self.total_weight > 0.0 {
                weight / self.total_weight
            } else {
                0.0
            };
            Some(WishPart {
                wish: *wish,
                met,
                known,
                share,
            })
        });
        let demands = self.preferences.must.iter().chain(&self.preferences.never);
        Worth {
            w: self.w,
            u,
            lambda: self.aim.lambda,
            t: self.worth(u.mid),
            power: self.aim.power(),
            wishes: wishes.collect(),
            unknown_demands: demands
                .filter(|property| of.has(program, **property).is_none())
                .copied()
                .collect(),
        }
    }
}
