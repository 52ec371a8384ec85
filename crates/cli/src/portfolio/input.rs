//! The input as it stands in the text, and which of the six shapes it has.

use serde::Deserialize;

use crate::InputError;
use crate::wire::Whole;

/// Up to this many applications, or every later one, each costs this much.
pub(super) type RawTier = (Option<Whole>, f64);

/// Every key of every shape; numbers are not yet checked.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Input {
    pub(super) t: Vec<f64>,
    pub(super) f: Option<Vec<f64>>,
    pub(super) h: Option<Whole>,
    pub(super) g: Option<Vec<Whole>>,
    #[serde(rename = "H")]
    pub(super) most_cost: Option<Whole>,
    pub(super) p_plain: Option<Vec<f64>>,
    pub(super) p_silver: Option<Vec<f64>>,
    pub(super) p_gold: Option<Vec<f64>>,
    pub(super) max_apps: Option<Whole>,
    pub(super) max_gold: Option<Whole>,
    pub(super) max_silver: Option<Whole>,
    pub(super) specialty: Option<Vec<Whole>>,
    pub(super) cap: Option<Vec<Whole>>,
    pub(super) budget: Option<f64>,
    /// By specialty.
    pub(super) fees: Option<Vec<Vec<RawTier>>>,
    /// Weight and chances.
    pub(super) scenarios: Option<Vec<(f64, Vec<f64>)>>,
    pub(super) alpha: Option<Vec<f64>>,
    pub(super) lambda: Option<f64>,
}

/// Which solver an input is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// None of the others.
    Number,
    Costs,
    Signals,
    Specialties,
    Scenarios,
    Strength,
}

impl Shape {
    /// Every shape, the one that is told by no key of its own last.
    pub(super) const ALL: [Shape; 6] = [
        Shape::Costs,
        Shape::Signals,
        Shape::Specialties,
        Shape::Scenarios,
        Shape::Strength,
        Shape::Number,
    ];

    /// The keys beside `t`, the one that tells the shape first.
    pub(super) fn keys(self) -> &'static [&'static str] {
        match self {
            Shape::Number => &["f", "h"],
            Shape::Costs => &["g", "f", "H"],
            Shape::Signals => &[
                "p_plain",
                "p_silver",
                "p_gold",
                "max_apps",
                "max_gold",
                "max_silver",
            ],
            Shape::Specialties => &["specialty", "f", "cap", "budget", "fees"],
            Shape::Scenarios => &["scenarios", "h"],
            Shape::Strength => &["alpha", "lambda", "h"],
        }
    }
}

impl Input {
    /// The shape that the keys make.
    ///
    /// # Errors
    /// Names a key that another key excludes.
    pub(super) fn shape(&self) -> Result<Shape, InputError> {
        let present = self.present();
        let has = |key: &str| present.contains(&key);
        let shape = Shape::ALL
            .into_iter()
            .find(|shape| shape.keys().first().is_some_and(|key| has(key)))
            .unwrap_or(Shape::Number);
        let keys = shape.keys();
        let stray = present.iter().find(|key| !keys.contains(*key));
        match (stray, keys.first()) {
            (Some(stray), Some(first)) => Err(InputError::new(
                *stray,
                format!(
                    "does not go with {first}; beside t there may be {}",
                    keys.join(", ")
                ),
            )),
            _ => Ok(shape),
        }
    }

    /// The keys beside `t` that the text has.
    fn present(&self) -> Vec<&'static str> {
        let keys = [
            ("f", self.f.is_some()),
            ("h", self.h.is_some()),
            ("g", self.g.is_some()),
            ("H", self.most_cost.is_some()),
            ("p_plain", self.p_plain.is_some()),
            ("p_silver", self.p_silver.is_some()),
            ("p_gold", self.p_gold.is_some()),
            ("max_apps", self.max_apps.is_some()),
            ("max_gold", self.max_gold.is_some()),
            ("max_silver", self.max_silver.is_some()),
            ("specialty", self.specialty.is_some()),
            ("cap", self.cap.is_some()),
            ("budget", self.budget.is_some()),
            ("fees", self.fees.is_some()),
            ("scenarios", self.scenarios.is_some()),
            ("alpha", self.alpha.is_some()),
            ("lambda", self.lambda.is_some()),
        ];
        let there = keys.into_iter().filter(|(_, is_there)| *is_there);
        there.map(|(key, _)| key).collect()
    }
}

/// A key that the shape needs.
///
/// # Errors
/// If it is missing.
pub(super) fn needed<T>(key: &'static str, value: Option<T>) -> Result<T, InputError> {
    value.ok_or_else(|| InputError::new(key, "is missing"))
}

/// A number of things.
///
/// # Errors
/// If it is under zero.
pub(super) fn count(path: &str, whole: Whole) -> Result<usize, InputError> {
    usize::try_from(whole.0)
        .map_err(|_| InputError::new(path, format!("{} is under zero", whole.0)))
}

/// Numbers of things.
///
/// # Errors
/// If one is under zero.
pub(super) fn counts(key: &str, wholes: Vec<Whole>) -> Result<Vec<usize>, InputError> {
    let each = wholes.into_iter().enumerate();
    each.map(|(at, whole)| count(&format!("{key}[{at}]"), whole))
        .collect()
}
