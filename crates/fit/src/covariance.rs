//! What is doubtful about four numbers together, and how it goes through a move.

/// Derivatives by c, ln tau, d and rho.
pub type Gradient = [f64; 4];

/// Covariance of c (or level), ln tau, d and rho.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Covariance([[f64; 4]; 4]);

impl Covariance {
    /// From the rows of a symmetric matrix; `None` unless it is 4 by 4 with variances above 0.
    #[must_use]
    pub fn of(rows: &[Vec<f64>]) -> Option<Covariance> {
        let mut matrix = [[0.0; 4]; 4];
        if rows.len() != 4 || rows.iter().any(|row| row.len() != 4) {
            return None;
        }
        for (i, row) in matrix.iter_mut().enumerate() {
            for (j, cell) in row.iter_mut().enumerate() {
                *cell = 0.5 * (rows[i][j] + rows[j][i]);
            }
            if row[i] <= 0.0 {
                return None;
            }
        }
        Some(Covariance(matrix))
    }

    /// Standard deviation of one of the four.
    #[must_use]
    pub fn sd(&self, axis: usize) -> f64 {
        self.0[axis][axis].sqrt()
    }

    /// After a linear move: row `i` of `map` says what becomes of number `i`.
    #[must_use]
    pub fn through(&self, map: &[[f64; 4]; 4]) -> Covariance {
        let image: [[f64; 4]; 4] = std::array::from_fn(|i| {
            std::array::from_fn(|j| (0..4).map(|k| map[i][k] * self.0[k][j]).sum())
        });
        Covariance(std::array::from_fn(|i| {
            std::array::from_fn(|j| (0..4).map(|k| image[i][k] * map[j][k]).sum())
        }))
    }

    /// With an error that does not depend on these, and moves all four in this proportion.
    #[must_use]
    pub fn with(&self, direction: &Gradient, sd: f64) -> Covariance {
        Covariance(std::array::from_fn(|i| {
            std::array::from_fn(|j| self.0[i][j] + direction[i] * direction[j] * sd * sd)
        }))
    }

    /// After a move along `direction` that holds a figure where it was published, with `sd` its
    /// error; `gradient` is the figure's.
    #[must_use]
    pub fn held(&self, gradient: &Gradient, direction: &Gradient, sd: f64) -> Covariance {
        let response: f64 = gradient.iter().zip(direction).map(|(g, d)| g * d).sum();
        let map = std::array::from_fn(|i| {
            std::array::from_fn(|j| {
                let same = if i == j { 1.0 } else { 0.0 };
                same - direction[i] * gradient[j] / response
            })
        });
        self.through(&map).with(direction, sd / response)
    }

    /// The lower triangle of the root, row by row: what makes four independent standard scores
    /// into errors with this covariance. A direction without error has no column.
    #[must_use]
    pub fn root(&self) -> [f64; 10] {
        /// Below this a variance is what rounding left of none.
        const NONE: f64 = 1e-12;
        let mut lower = [[0.0; 4]; 4];
        for i in 0..4 {
            for j in 0..=i {
                let known: f64 = (0..j).map(|k| lower[i][k] * lower[j][k]).sum();
                let left = self.0[i][j] - known;
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
        Covariance::of(&[
            vec![4.0, 1.0, -1.0, 0.2],
            vec![1.0, 3.0, 0.5, 0.1],
            vec![-1.0, 0.5, 2.0, -0.3],
            vec![0.2, 0.1, -0.3, 1.0],
        ])
        .unwrap()
    }

    #[test]
    fn a_root_times_itself_is_the_covariance() {
        let r = one().root();
        let rows = [
            [r[0], 0.0, 0.0, 0.0],
            [r[1], r[2], 0.0, 0.0],
            [r[3], r[4], r[5], 0.0],
            [r[6], r[7], r[8], r[9]],
        ];
        for i in 0..4 {
            for j in 0..4 {
                let product: f64 = (0..4).map(|k| rows[i][k] * rows[j][k]).sum();
                assert!((product - one().0[i][j]).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn a_held_figure_has_its_own_error_and_no_other() {
        let gradient = [1.3, 0.4, 0.9, -0.2];
        for direction in [[0.0, 0.0, 1.0, 0.0], [1.0, 0.0, 1.0, 0.0]] {
            let held = one().held(&gradient, &direction, 0.1);
            let figure = held.through(&[gradient, [0.0; 4], [0.0; 4], [0.0; 4]]);
            assert!((figure.sd(0) - 0.1).abs() < 1e-12);
        }
    }

    #[test]
    fn what_has_no_error_has_no_column() {
        let still = one().held(&[0.0, 0.0, 1.0, 0.0], &[0.0, 0.0, 1.0, 0.0], 0.0);
        assert_eq!(still.root()[5], 0.0);
        assert!(still.root().iter().all(|x| x.is_finite()));
    }
}
