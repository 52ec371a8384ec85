//! The hospital behind a program, and how much of an academic centre it is.
//!
//! What separates academic centres from community hospitals in public data is breadth: the number
//! of specialties that train there. The ratio of residents to beds does not: it is highest at
//! municipal hospitals.

use super::passage::passage;

/// The index of a hospital in [`super::catalog::Catalog::hospitals`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HospitalIndex(pub u16);

/// A hospital, as far as a ranking needs it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Hospital {
    /// Specialties of this catalog that train there; counted by
    /// [`super::catalog::Catalog::new`].
    pub specialties: u8,
    /// Whether it treats all of medicine. Of a hospital for children, cancer or eyes breadth says
    /// nothing.
    pub is_general: bool,
    /// Staffed beds in the cost report, where it says.
    pub beds: Option<u16>,
}

/// Up to so many specialties a hospital is a community hospital ...
const COMMUNITY: f64 = 8.0;
/// ... and from so many an academic centre.
const ACADEMIC: f64 = 15.0;
/// Beds between which size adds to it.
const BEDS: (f64, f64) = (250.0, 950.0);
/// What breadth counts beside size.
const BREADTH: f64 = 0.85;

impl Hospital {
    /// How much of an academic centre it is: 0, a community hospital with few beds, to 1. Breadth
    /// first, in a smooth passage, beds second.
    #[must_use]
    pub fn academic(&self) -> f64 {
        let breadth = passage(f64::from(self.specialties), COMMUNITY, ACADEMIC);
        match self.beds {
            Some(beds) => {
                BREADTH * breadth + (1.0 - BREADTH) * passage(f64::from(beds), BEDS.0, BEDS.1)
            }
            None => breadth,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn breadth_makes_a_centre_and_beds_come_second() {
        let at = |specialties, beds| {
            Hospital {
                specialties,
                is_general: true,
                beds,
            }
            .academic()
        };
        assert_eq!(at(5, Some(200)), 0.0);
        assert_eq!(at(20, Some(1200)), 1.0);
        assert_eq!(at(8, None), 0.0);
        assert!(at(5, Some(1200)) < at(11, Some(200)));
        assert!(at(11, Some(400)) < at(12, Some(400)));
    }
}
