//! From none to all in a straight line, where nature has no step.

/// From 0 at `from` to 1 at `to`, and level beyond.
pub(super) fn passage(value: f64, from: f64, to: f64) -> f64 {
    ((value - from) / (to - from)).clamp(0.0, 1.0)
}
