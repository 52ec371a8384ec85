//! Where a program is: states, Census divisions, points and the distance between them.

use std::f64::consts::{FRAC_PI_2, PI};

use super::vocabulary::vocabulary;

vocabulary! {
    /// A state, the District of Columbia or Puerto Rico, by its postal code.
    UsState {
        /// Alabama.
        Al = "AL", "Alabama";
        /// Alaska.
        Ak = "AK", "Alaska";
        /// Arizona.
        Az = "AZ", "Arizona";
        /// Arkansas.
        Ar = "AR", "Arkansas";
        /// California.
        Ca = "CA", "California";
        /// Colorado.
        Co = "CO", "Colorado";
        /// Connecticut.
        Ct = "CT", "Connecticut";
        /// Delaware.
        De = "DE", "Delaware";
        /// District of Columbia.
        Dc = "DC", "District of Columbia";
        /// Florida.
        Fl = "FL", "Florida";
        /// Georgia.
        Ga = "GA", "Georgia";
        /// Hawaii.
        Hi = "HI", "Hawaii";
        /// Idaho.
        Id = "ID", "Idaho";
        /// Illinois.
        Il = "IL", "Illinois";
        /// Indiana.
        In = "IN", "Indiana";
        /// Iowa.
        Ia = "IA", "Iowa";
        /// Kansas.
        Ks = "KS", "Kansas";
        /// Kentucky.
        Ky = "KY", "Kentucky";
        /// Louisiana.
        La = "LA", "Louisiana";
        /// Maine.
        Me = "ME", "Maine";
        /// Maryland.
        Md = "MD", "Maryland";
        /// Massachusetts.
        Ma = "MA", "Massachusetts";
        /// Michigan.
        Mi = "MI", "Michigan";
        /// Minnesota.
        Mn = "MN", "Minnesota";
        /// Mississippi.
        Ms = "MS", "Mississippi";
        /// Missouri.
        Mo = "MO", "Missouri";
        /// Montana.
        Mt = "MT", "Montana";
        /// Nebraska.
        Ne = "NE", "Nebraska";
        /// Nevada.
        Nv = "NV", "Nevada";
        /// New Hampshire.
        Nh = "NH", "New Hampshire";
        /// New Jersey.
        Nj = "NJ", "New Jersey";
        /// New Mexico.
        Nm = "NM", "New Mexico";
        /// New York.
        Ny = "NY", "New York";
        /// North Carolina.
        Nc = "NC", "North Carolina";
        /// North Dakota.
        Nd = "ND", "North Dakota";
        /// Ohio.
        Oh = "OH", "Ohio";
        /// Oklahoma.
        Ok = "OK", "Oklahoma";
        /// Oregon.
        Or = "OR", "Oregon";
        /// Pennsylvania.
        Pa = "PA", "Pennsylvania";
        /// Puerto Rico.
        Pr = "PR", "Puerto Rico";
        /// Rhode Island.
        Ri = "RI", "Rhode Island";
        /// South Carolina.
        Sc = "SC", "South Carolina";
        /// South Dakota.
        Sd = "SD", "South Dakota";
        /// Tennessee.
        Tn = "TN", "Tennessee";
        /// Texas.
        Tx = "TX", "Texas";
        /// Utah.
        Ut = "UT", "Utah";
        /// Vermont.
        Vt = "VT", "Vermont";
        /// Virginia.
        Va = "VA", "Virginia";
        /// Washington.
        Wa = "WA", "Washington";
        /// West Virginia.
        Wv = "WV", "West Virginia";
        /// Wisconsin.
        Wi = "WI", "Wisconsin";
        /// Wyoming.
        Wy = "WY", "Wyoming";
    }
}

vocabulary! {
    /// A division of the US Census Bureau; ERAS geographic preferences name the first nine.
    Division {
        /// CT, MA, ME, NH, RI, VT.
        NewEngland = "new_england", "New England";
        /// NJ, NY, PA.
        MiddleAtlantic = "middle_atlantic", "Middle Atlantic";
        /// IL, IN, MI, OH, WI.
        EastNorthCentral = "east_north_central", "East North Central";
        /// IA, KS, MN, MO, ND, NE, SD.
        WestNorthCentral = "west_north_central", "West North Central";
        /// DC, DE, FL, GA, MD, NC, SC, VA, WV.
        SouthAtlantic = "south_atlantic", "South Atlantic";
        /// AL, KY, MS, TN.
        EastSouthCentral = "east_south_central", "East South Central";
        /// AR, LA, OK, TX.
        WestSouthCentral = "west_south_central", "West South Central";
        /// AZ, CO, ID, MT, NM, NV, UT, WY.
        Mountain = "mountain", "Mountain";
        /// AK, CA, HI, OR, WA.
        Pacific = "pacific", "Pacific";
        /// Puerto Rico, which the Census divisions leave out.
        Territories = "territories", "Puerto Rico";
    }
}

/// A square on the tile map of states: column and row from the top left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tile {
    /// Column, 0 to 11.
    pub column: u8,
    /// Row, 0 to 7.
    pub row: u8,
}

impl UsState {
    /// The Census division of the state.
    #[must_use]
    pub fn division(self) -> Division {
        match self {
            UsState::Al | UsState::Ky | UsState::Ms | UsState::Tn => Division::EastSouthCentral,
            UsState::Ak | UsState::Ca | UsState::Hi | UsState::Or | UsState::Wa => {
                Division::Pacific
            }
            UsState::Az
            | UsState::Co
            | UsState::Id
            | UsState::Mt
            | UsState::Nv
            | UsState::Nm
            | UsState::Ut
            | UsState::Wy => Division::Mountain,
            UsState::Ar | UsState::La | UsState::Ok | UsState::Tx => Division::WestSouthCentral,
            UsState::Ct | UsState::Me | UsState::Ma | UsState::Nh | UsState::Ri | UsState::Vt => {
                Division::NewEngland
            }
            UsState::De
            | UsState::Dc
            | UsState::Fl
            | UsState::Ga
            | UsState::Md
            | UsState::Nc
            | UsState::Sc
            | UsState::Va
            | UsState::Wv => Division::SouthAtlantic,
            UsState::Il | UsState::In | UsState::Mi | UsState::Oh | UsState::Wi => {
                Division::EastNorthCentral
            }
            UsState::Ia
            | UsState::Ks
            | UsState::Mn
            | UsState::Mo
            | UsState::Ne
            | UsState::Nd
            | UsState::Sd => Division::WestNorthCentral,
            UsState::Nj | UsState::Ny | UsState::Pa => Division::MiddleAtlantic,
            UsState::Pr => Division::Territories,
        }
    }

    /// The square of the state on the tile map. No two states share one.
    #[must_use]
    pub fn tile(self) -> Tile {
        let (column, row) = match self {
            UsState::Al => (7, 6),
            UsState::Ak => (0, 0),
            UsState::Az => (2, 5),
            UsState::Ar => (5, 5),
            UsState::Ca => (1, 4),
            UsState::Co => (3, 4),
            UsState::Ct => (10, 3),
            UsState::De => (10, 4),
            UsState::Dc => (9, 5),
            UsState::Fl => (9, 7),
            UsState::Ga => (8, 6),
            UsState::Hi => (0, 7),
            UsState::Id => (2, 2),
            UsState::Il => (6, 2),
            UsState::In => (6, 3),
            UsState::Ia => (5, 3),
            UsState::Ks => (4, 5),
            UsState::Ky => (6, 4),
            UsState::La => (5, 6),
            UsState::Me => (11, 0),
            UsState::Md => (9, 4),
            UsState::Ma => (10, 2),
            UsState::Mi => (7, 2),
            UsState::Mn => (5, 2),
            UsState::Ms => (6, 6),
            UsState::Mo => (5, 4),
            UsState::Mt => (3, 2),
            UsState::Ne => (4, 4),
            UsState::Nv => (2, 3),
            UsState::Nh => (11, 1),
            UsState::Nj => (9, 3),
            UsState::Nm => (3, 5),
            UsState::Ny => (9, 2),
            UsState::Nc => (7, 5),
            UsState::Nd => (4, 2),
            UsState::Oh => (7, 3),
            UsState::Ok => (4, 6),
            UsState::Or => (1, 3),
            UsState::Pa => (8, 3),
            UsState::Pr => (11, 7),
            UsState::Ri => (11, 3),
            UsState::Sc => (8, 5),
            UsState::Sd => (4, 3),
            UsState::Tn => (6, 5),
            UsState::Tx => (4, 7),
            UsState::Ut => (2, 4),
            UsState::Vt => (10, 1),
            UsState::Va => (8, 4),
            UsState::Wa => (1, 2),
            UsState::Wv => (7, 4),
            UsState::Wi => (6, 1),
            UsState::Wy => (3, 3),
        };
        Tile { column, row }
    }
}

/// A point on the globe, in degrees. City level: programs in one city share it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    latitude: f64,
    longitude: f64,
}

impl Point {
    /// The point, or `None` outside -90..=90 and -180..=180 or not finite.
    #[must_use]
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let fits = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        fits.then_some(Point {
            latitude,
            longitude,
        })
    }

    /// Degrees north.
    #[must_use]
    pub fn latitude(self) -> f64 {
        self.latitude
    }

    /// Degrees east.
    #[must_use]
    pub fn longitude(self) -> f64 {
        self.longitude
    }

    /// Great-circle distance in miles (haversine on a sphere of 3,958.8 miles).
    #[must_use]
    pub fn miles_to(self, other: Point) -> f64 {
        const RADIUS_MILES: f64 = 3958.8;
        let half = |a: f64, b: f64| sine((b - a).to_radians() / 2.0);
        let dlat = half(self.latitude, other.latitude);
        let dlon = half(self.longitude, other.longitude);
        let cosine = |latitude: f64| sine(FRAC_PI_2 - latitude.to_radians());
        let cosines = cosine(self.latitude) * cosine(other.latitude);
        let h = dlat * dlat + cosines * dlon * dlon;
        2.0 * RADIUS_MILES * libm::asin(libm::sqrt(h.clamp(0.0, 1.0)))
    }
}

/// Sine of an angle from -pi to pi, to eleven digits: its series up to the fifteenth power.
///
/// The library's takes angles of any size; the tables for that would be 4 kB of the app.
fn sine(angle: f64) -> f64 {
    let x = if angle > FRAC_PI_2 {
        PI - angle
    } else if angle < -FRAC_PI_2 {
        -PI - angle
    } else {
        angle
    };
    let square = x * x;
    let mut term = x;
    let mut sum = x;
    for step in 1..8 {
        let n = f64::from(2 * step);
        term *= -square / (n * (n + 1.0));
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_is_the_sine() {
        for tenth in -31..=31 {
            let angle = f64::from(tenth) / 10.0;
            assert!((sine(angle) - libm::sin(angle)).abs() < 1e-10, "{angle}");
        }
    }

    #[test]
    fn no_two_states_share_a_tile() {
        let mut tiles: Vec<_> = UsState::ALL
            .iter()
            .map(|s| (s.tile().row, s.tile().column))
            .collect();
        tiles.sort_unstable();
        tiles.dedup();
        assert_eq!(tiles.len(), UsState::ALL.len());
    }

    #[test]
    fn new_york_to_los_angeles_is_about_2446_miles() {
        let new_york = Point::new(40.7128, -74.006).unwrap();
        let los_angeles = Point::new(34.0522, -118.2437).unwrap();
        assert!((new_york.miles_to(los_angeles) - 2446.0).abs() < 5.0);
        assert_eq!(new_york.miles_to(new_york), 0.0);
    }
}
