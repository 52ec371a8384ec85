//! The entries of `fees.toml` as they stand in the file.

use serde::Deserialize;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    pub(super) usual: Spanned<String>,
    #[serde(default)]
    pub(super) routing: Vec<Spanned<RoutingEntry>>,
    #[serde(default)]
    pub(super) price: Vec<Spanned<PriceEntry>>,
    #[serde(default)]
    pub(super) assistance: Vec<Spanned<AssistanceEntry>>,
    #[serde(default)]
    pub(super) fee: Vec<Spanned<FeeEntry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RoutingEntry {
    pub(super) specialties: Spanned<Vec<Spanned<String>>>,
    pub(super) from: Option<Spanned<u16>>,
    pub(super) service: Option<Spanned<String>>,
    pub(super) source: Option<Spanned<String>>,
    pub(super) as_of: Option<Spanned<String>>,
    pub(super) confidence: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PriceEntry {
    pub(super) service: Spanned<String>,
    pub(super) season: Option<Spanned<u16>>,
    pub(super) specialties: Option<Spanned<Vec<Spanned<String>>>>,
    pub(super) tiers: Option<Spanned<Vec<Spanned<TierEntry>>>>,
    pub(super) source: Option<Spanned<String>>,
    pub(super) as_of: Option<Spanned<String>>,
    pub(super) confidence: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TierEntry {
    pub(super) to: Option<u16>,
    pub(super) each: Option<u32>,
    pub(super) flat: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssistanceEntry {
    pub(super) service: Spanned<String>,
    pub(super) percent: Option<Spanned<u8>>,
    pub(super) applications: Option<Spanned<u16>>,
    pub(super) source: Option<Spanned<String>>,
    pub(super) as_of: Option<Spanned<String>>,
    pub(super) confidence: Option<Spanned<String>>,
    pub(super) example: Option<Spanned<ExampleEntry>>,
    #[serde(default)]
    pub(super) note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExampleEntry {
    pub(super) season: Spanned<u16>,
    pub(super) counts: Vec<u16>,
    pub(super) price: Spanned<u32>,
    pub(super) off: u32,
    pub(super) source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FeeEntry {
    pub(super) item: Spanned<String>,
    pub(super) service: Option<Spanned<String>>,
    pub(super) season: Option<Spanned<u16>>,
    pub(super) amount: Option<u32>,
    pub(super) each_beyond: Option<Spanned<u16>>,
    pub(super) source: Option<Spanned<String>>,
    pub(super) as_of: Option<Spanned<String>>,
    pub(super) confidence: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) note: String,
}
