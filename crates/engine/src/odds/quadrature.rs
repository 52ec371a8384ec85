//! Gauss-Hermite rules: where to look at a normally distributed strength, and with what weight.
//!
//! The rules are for the standard normal density (the probabilists' form), so that
//! `E[f(theta)]` for `theta ~ Normal(m, s^2)` is the sum of `weight * f(m + s * at)`.
//! A rule with n nodes is exact for polynomials up to degree 2n - 1.

/// One point of a rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Node {
    /// Position on the standard normal axis.
    pub at: f64,
    /// Weight; the weights of a rule sum to one.
    pub weight: f64,
}

const fn node(at: f64, weight: f64) -> Node {
    Node { at, weight }
}

/// Nine nodes, ascending: what a ranking uses.
///
/// Roots of the Hermite polynomial He9 and `9! / (9 He8(x))^2`, computed with 60 digits.
pub const NINE: [Node; 9] = [
    node(-4.512_745_863_399_783, 2.234_584_400_774_658_3e-5),
    node(-3.205_429_002_856_47, 0.002_789_141_321_231_769),
    node(-2.076_847_978_677_83, 0.049_916_406_765_217_87),
    node(-1.023_255_663_789_132_6, 0.244_097_502_894_939_45),
    node(0.0, 0.406_349_206_349_206_35),
    node(1.023_255_663_789_132_6, 0.244_097_502_894_939_45),
    node(2.076_847_978_677_83, 0.049_916_406_765_217_87),
    node(3.205_429_002_856_47, 0.002_789_141_321_231_769),
    node(4.512_745_863_399_783, 2.234_584_400_774_658_3e-5),
];

/// Twenty-one nodes, ascending: what the fit and the back-test use.
///
/// Roots of He21 and `21! / (21 He20(x))^2`, computed with 60 digits.
pub const TWENTY_ONE: [Node; 21] = [
    node(-7.849_382_895_113_822, 2.098_991_219_565_676_6e-14),
    node(-6.751_444_718_717_461, 4.975_368_604_121_724e-11),
    node(-5.829_382_007_304_471_5, 1.450_661_284_493_086_5e-8),
    node(-4.994_963_944_782_025, 1.225_354_836_148_253_4e-6),
    node(-4.214_343_981_688_422, 4.219_234_742_551_676e-5),
    node(-3.469_846_690_475_376_4, 0.000_708_047_795_481_536_5),
    node(-2.750_592_981_052_373_3, 0.006_439_697_051_408_777),
    node(-2.049_102_468_257_163, 0.033_952_729_786_542_83),
    node(-1.359_765_823_211_230_2, 0.108_392_285_626_419_45),
    node(-0.678_045_692_440_644, 0.215_333_715_695_059_69),
    node(0.0, 0.270_260_183_572_877_07),
    node(0.678_045_692_440_644, 0.215_333_715_695_059_69),
    node(1.359_765_823_211_230_2, 0.108_392_285_626_419_45),
    node(2.049_102_468_257_163, 0.033_952_729_786_542_83),
    node(2.750_592_981_052_373_3, 0.006_439_697_051_408_777),
    node(3.469_846_690_475_376_4, 0.000_708_047_795_481_536_5),
    node(4.214_343_981_688_422, 4.219_234_742_551_676e-5),
    node(4.994_963_944_782_025, 1.225_354_836_148_253_4e-6),
    node(5.829_382_007_304_471_5, 1.450_661_284_493_086_5e-8),
    node(6.751_444_718_717_461, 4.975_368_604_121_724e-11),
    node(7.849_382_895_113_822, 2.098_991_219_565_676_6e-14),
];

/// The mean of `f` over `Normal(mean, sd^2)` by a rule.
#[must_use]
pub fn expectation(rule: &[Node], mean: f64, sd: f64, f: impl Fn(f64) -> f64) -> f64 {
    rule.iter().map(|n| n.weight * f(mean + sd * n.at)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Moment of even order of the standard normal: (k - 1)!!
    fn double_factorial(k: u32) -> f64 {
        (1..k).step_by(2).map(f64::from).product()
    }

    fn power(x: f64, k: u32) -> f64 {
        (0..k).fold(1.0, |acc, _| acc * x)
    }

    fn check(rule: &[Node], top: u32) {
        for k in 0..=top {
            let got = expectation(rule, 0.0, 1.0, |x| power(x, k));
            let want = if k % 2 == 1 { 0.0 } else { double_factorial(k) };
            let scale = double_factorial(k + k % 2).max(1.0);
            assert!(
                (got - want).abs() < 1e-12 * scale,
                "moment {k}: {got} {want}"
            );
        }
    }

    #[test]
    fn nine_nodes_give_the_moments_to_degree_17() {
        check(&NINE, 17);
    }

    #[test]
    fn twenty_one_nodes_give_the_moments_to_degree_41() {
        check(&TWENTY_ONE, 41);
    }

    #[test]
    fn a_shifted_normal_keeps_its_mean_and_variance() {
        let mean = expectation(&NINE, -3.0, 0.9, |x| x);
        let second = expectation(&NINE, -3.0, 0.9, |x| (x + 3.0) * (x + 3.0));
        assert!((mean + 3.0).abs() < 1e-12);
        assert!((second - 0.81).abs() < 1e-12);
    }

    #[test]
    fn the_rules_agree_on_a_logistic_mean() {
        let f = |x: f64| 1.0 / (1.0 + libm::exp(-x));
        let nine = expectation(&NINE, -3.2, 1.2, f);
        let more = expectation(&TWENTY_ONE, -3.2, 1.2, f);
        assert!((nine - more).abs() < 1e-5, "{nine} {more}");
    }
}
