//! How the programs are looked at, as the address of the page spells it: what is not usual, by name.

use super::facet::{ChanceClass, EvidenceKind, Facet, FacetGroup, Filters, VisaWord};
use super::{Browse, Show, Sort};
use engine::eligibility::GateState;
use engine::geography::UsState;
use engine::preference::Size;
use engine::program::SpecialtyCode;
use engine::vocabulary::Setting;

/// Names of the parts.
const SHOW: &str = "show";
const SORT: &str = "sort";
const FILTER: &str = "filter";
const QUERY: &str = "q";
/// Most characters of a search that an address keeps.
const LONGEST_QUERY: usize = 100;
/// Most filters that an address keeps.
const MOST_FILTERS: usize = 60;

impl Browse {
    /// What is not usual of it, by name; nothing for a page as it is first opened.
    #[must_use]
    pub fn to_address(&self) -> Vec<(&'static str, String)> {
        let usual = Browse::default();
        let mut pairs = Vec::new();
        if self.show != usual.show {
            pairs.push((SHOW, self.show.code().to_owned()));
        }
        if self.sort != usual.sort {
            pairs.push((SORT, self.sort.code().to_owned()));
        }
        pairs.extend(self.filters.iter().map(|facet| (FILTER, facet.key())));
        if !self.query.trim().is_empty() {
            pairs.push((QUERY, self.query.clone()));
        }
        pairs
    }

    /// Takes over what an address says; what it does not say is as usual, and what no page of ours would
    /// write is left out.
    pub(super) fn take_address(&mut self, pairs: &[(String, String)]) {
        let mut read = Browse {
            compare: std::mem::take(&mut self.compare),
            opened: self.opened,
            unfolded: self.unfolded,
            ..Browse::default()
        };
        for (name, value) in pairs {
            match name.as_str() {
                SHOW => read.show = Show::from_code(value).unwrap_or(read.show),
                SORT => read.sort = Sort::from_code(value).unwrap_or(read.sort),
                QUERY => read.query = value.chars().take(LONGEST_QUERY).collect(),
                FILTER => read.filters.add(value),
                _ => {}
            }
        }
        *self = read;
    }
}

impl Filters {
    fn add(&mut self, key: &str) {
        let facet = Facet::from_key(key);
        if let Some(facet) = facet.filter(|facet| self.len() < MOST_FILTERS && !self.has(*facet)) {
            self.toggle(facet);
        }
    }
}

impl Facet {
    /// The facet with a [`Facet::key`]; `None` for a key of none.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Facet> {
        let (group, value) = key.split_once('-')?;
        Some(match FacetGroup::from_code(group)? {
            FacetGroup::Chance => Facet::Chance(ChanceClass::from_code(value)?),
            FacetGroup::Gate => Facet::Gate(GateState::from_code(value)?),
            FacetGroup::Visa => Facet::Visa(VisaWord::from_code(value)?),
            FacetGroup::Specialty => Facet::Specialty(SpecialtyCode::parse(value)?),
            FacetGroup::State => Facet::State(UsState::from_code(value)?),
            FacetGroup::Setting => Facet::Setting(Setting::from_code(value)?),
            FacetGroup::Size if value == "unknown" => Facet::Size(None),
            FacetGroup::Size => Facet::Size(Some(Size::from_code(value)?)),
            FacetGroup::Evidence => Facet::Evidence(EvidenceKind::from_code(value)?),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::BrowseEdit;

    fn read(pairs: &[(&str, &str)]) -> Browse {
        let owned = |text: &&str| (*text).to_owned();
        let pairs = pairs
            .iter()
            .map(|(name, value)| (owned(name), owned(value)));
        let mut browse = Browse::default();
        browse.edit(BrowseEdit::Address(pairs.collect()));
        browse
    }

    #[test]
    fn every_way_of_looking_comes_back_from_its_address() {
        let facets = [
            Facet::Chance(ChanceClass::Reach),
            Facet::Gate(GateState::NotStated),
            Facet::Visa(VisaWord::StatedYes),
            Facet::Specialty(SpecialtyCode::from_number(140).unwrap()),
            Facet::State(UsState::Ny),
            Facet::Setting(Setting::Community),
            Facet::Size(None),
            Facet::Size(Some(Size::Small)),
            Facet::Evidence(EvidenceKind::Filing),
        ];
        for show in Show::ALL {
            for sort in Sort::ALL {
                let mut browse = Browse {
                    show: *show,
                    sort: *sort,
                    query: "new york & more".into(),
                    ..Browse::default()
                };
                facets
                    .iter()
                    .for_each(|facet| browse.filters.toggle(*facet));
                let pairs = browse.to_address();
                let pairs: Vec<(&str, &str)> = pairs
                    .iter()
                    .map(|(name, value)| (*name, value.as_str()))
                    .collect();
                assert_eq!(read(&pairs), browse);
            }
        }
        assert!(Browse::default().to_address().is_empty());
    }

    #[test]
    fn what_no_page_would_write_is_left_out() {
        let long = "x".repeat(5_000);
        let browse = read(&[
            ("show", "everything"),
            ("sort", "__proto__"),
            ("filter", "visa-maybe"),
            ("filter", "nothing"),
            ("filter", "state-NY"),
            ("filter", "state-NY"),
            ("colour", "red"),
            ("q", &long),
        ]);
        assert_eq!((browse.show, browse.sort), (Show::Plan, Sort::Value));
        assert_eq!(
            browse.filters.iter().collect::<Vec<_>>(),
            [Facet::State(UsState::Ny)]
        );
        assert_eq!(browse.query.len(), LONGEST_QUERY);
    }

    #[test]
    fn an_address_leaves_the_comparison_alone() {
        let id = engine::program::ProgramId::parse("1400500001").unwrap();
        let mut browse = Browse::default();
        browse.edit(BrowseEdit::Compare(id));
        browse.edit(BrowseEdit::Address(vec![("show".into(), "skip".into())]));
        assert_eq!((browse.show, browse.compare), (Show::Skip, vec![id]));
    }
}
