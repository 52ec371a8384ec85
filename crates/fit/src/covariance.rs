//! What is doubtful about four numbers together, and how it goes through a move.

use nalgebra::{Matrix4, Vector4};

/// Derivatives by c, ln tau, d and rho; or a move of the four.
pub type Gradient = Vector4<f64>;

/// Covariance of c (or level), ln tau, d and rho.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Covariance(Matrix4<f64>);

impl Covariance {
    /// Of estimates with this information (the Gauss-Newton matrix, symmetric); `None` unless it
    /// is positive definite.
    #[must_use]
    pub fn of_information(information: Matrix4<f64>) -> Option<Covariance> {
        Some(Covariance(information.cholesky()?.inverse()))
    }

    /// Standard deviation of one of the four.
    #[must_use]
    pub fn sd(&self, axis: usize) -> f64 {
        self.0[(axis, axis)].sqrt()
    }

    /// Standard deviation of what has this gradient.
    #[must_use]
    pub fn sd_of(&self, gradient: &Gradient) -> f64 {
        gradient.dot(&(self.0 * gradient)).sqrt()
    }

    /// After a linear move: row `i` of `map` says what becomes of number `i`.
    #[must_use]
    pub fn through(&self, map: &Matrix4<f64>) -> Covariance {
        Covariance(map * self.0 * map.transpose())
    }

    /// With an error that does not depend on these, and moves all four in this proportion.
    #[must_use]
    pub fn with(&self, direction: &Gradient, sd: f64) -> Covariance {
        Covariance(self.0 + direction * direction.transpose() * (sd * sd))
    }

    /// After a move along `direction` that holds a figure where it was published, with `sd` its
    /// error; `gradient` is the figure's.
    #[must_use]
    pub fn held(&self, gradient: &Gradient, direction: &Gradient, sd: f64) -> Covariance {
        let response = gradient.dot(direction);
        let map = Matrix4::identity() - direction * gradient.transpose() / response;
        self.through(&map).with(direction, sd / response)
    }

    /// The lower triangle of the root, row by row: what makes four independent standard scores
    /// into errors with this covariance. A direction without error has no column.
    #[must_use]
    pub fn root(&self) -> [f64; 10] {
        /// Below this a variance is what rounding left of none.
        const NONE: f64 = 1e-12;
        // By hand, since the library's refuses a matrix with a direction without error.
        let mut lower = [[0.0; 4]; 4];
        for i in 0..4 {
            for j in 0..=i {
                let known: f64 = (0..j).map(|k| lower[i][k] * lower[j][k]).sum();
                let left = self.0[(i, j)] - known;
                lower[i][j] = match (i == j, lower[j][j] > 0.0) {
                    (true, _) if left > NONE => left.sqrt(),
                    (false, true) => left / lower[j][j],
                    _ => 0.0,
                };
            }
        }
        let [a, b, c, d] = lower;
        [a[0], b[0], b[1], c[0], c[1], c[2], d[0], d[1], d[2], d[3]]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one() -> Covariance {
        Covariance(Matrix4::new(
            4.0, 1.0, -1.0, 0.2, //
            1.0, 3.0, 0.5, 0.1, //
            -1.0, 0.5, 2.0, -0.3, //
            0.2, 0.1, -0.3, 1.0,
        ))
    }

    #[test]
    fn a_root_times_itself_is_the_covariance() {
        let r = one().root();
        let root = Matrix4::new(
            r[0], 0.0, 0.0, 0.0, //
            r[1], r[2], 0.0, 0.0, //
            r[3], r[4], r[5], 0.0, //
            r[6], r[7], r[8], r[9],
        );
        let back = root * root.transpose();
        assert!((back - one().0).amax() < 1e-12);
    }

    #[test]
    fn information_times_covariance_is_one() {
        let covariance = Covariance::of_information(one().0).unwrap();
        assert!((covariance.0 * one().0 - Matrix4::identity()).amax() < 1e-12);
        assert_eq!(Covariance::of_information(Matrix4::zeros()), None);
    }

    #[test]
    fn a_held_figure_has_its_own_error_and_no_other() {
        let gradient = Gradient::new(1.3, 0.4, 0.9, -0.2);
        for direction in [Gradient::z(), Gradient::x() + Gradient::z()] {
            let held = one().held(&gradient, &direction, 0.1);
            assert!((held.sd_of(&gradient) - 0.1).abs() < 1e-12);
        }
    }

    #[test]
    fn what_has_no_error_has_no_column() {
        let still = one().held(&Gradient::z(), &Gradient::z(), 0.0);
        assert_eq!(still.root()[5], 0.0);
        assert!(still.root().iter().all(|x| x.is_finite()));
    }
}
