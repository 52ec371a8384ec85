//! The book of fees as a pack carries it.

use serde::{Deserialize, Serialize};

/// Mirror of [`engine::fees::FeeBook`]. Words travel by their codes, amounts as whole
/// dollars.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeeBook {
    /// Code of the usual service.
    pub usual: Box<str>,
    /// Services by specialty.
    pub routing: Vec<RoutingRow>,
    /// Prices of applications.
    pub prices: Vec<PriceRow>,
    /// Fee assistance.
    pub assistance: Vec<Assistance>,
    /// Other fees.
    pub fees: Vec<FeeRow>,
}

/// Mirror of [`engine::fees::Stated`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stated<T> {
    /// What is stated.
    pub value: T,
    /// Place of the source.
    pub source: u16,
    /// Of when it speaks.
    pub as_of: Box<str>,
    /// Code of how far to trust it.
    pub confidence: Box<str>,
}

/// Mirror of [`engine::fees::RoutingRow`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RoutingRow {
    /// Specialty codes as numbers.
    pub specialties: Vec<u16>,
    /// First season.
    pub from: Option<u16>,
    /// Code of the service.
    pub service: Option<Stated<Box<str>>>,
    /// Where sources differ.
    pub note: Box<str>,
}

/// Mirror of [`engine::fees::PriceRow`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PriceRow {
    /// Code of the service.
    pub service: Box<str>,
    /// Season.
    pub season: Option<u16>,
    /// Specialty codes as numbers.
    pub specialties: Vec<u16>,
    /// Tiers.
    pub tiers: Option<Stated<Vec<Tier>>>,
    /// Where sources differ.
    pub note: Box<str>,
}

/// Mirror of [`engine::fees::Tier`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tier {
    /// Last application.
    pub to: Option<u16>,
    /// Whether the price is for the whole tier.
    pub flat: bool,
    /// Price.
    pub dollars: u32,
}

/// Mirror of [`engine::fees::Assistance`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assistance {
    /// Code of the service.
    pub service: Box<str>,
    /// Percent and most applications.
    pub promise: Option<Stated<(u8, u16)>>,
    /// The published example.
    pub example: Option<Example>,
    /// Who gets it.
    pub note: Box<str>,
}

/// Mirror of [`engine::fees::Example`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// Season.
    pub season: u16,
    /// Applications by specialty.
    pub counts: Vec<u16>,
    /// Price.
    pub price: u32,
    /// Taken off.
    pub off: u32,
    /// Place of the source.
    pub source: u16,
}

/// Mirror of [`engine::fees::FeeRow`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FeeRow {
    /// Code of what for.
    pub item: Box<str>,
    /// Code of the service.
    pub service: Option<Box<str>>,
    /// Season.
    pub season: Option<u16>,
    /// Amount, and how many are free where it is for each.
    pub charge: Option<Stated<(u32, Option<u16>)>>,
    /// Where sources differ.
    pub note: Box<str>,
}
