//! Which decisions a dynamic program took: one bit for each row and state.

/// Rows of bits, all of one width.
#[derive(Clone, Debug)]
pub(super) struct DecisionBits {
    bytes_a_row: usize,
    bytes: Vec<u8>,
}

/// Multiplying eight flags of a byte each by this collects them in the highest byte, the first
/// lowest: flag `i` at bit `8 i` meets the factor's bit `7 (8 - i)` at bit `56 + i`, and no other
/// pair meets there.
const COLLECT: u64 = 0x0102_0408_1020_4080;

impl DecisionBits {
    /// No rows yet, each to be `width` bits wide.
    pub(super) fn new(width: usize, rows: usize) -> DecisionBits {
        let bytes_a_row = width.div_ceil(8);
        DecisionBits {
            bytes_a_row,
            bytes: Vec::with_capacity(bytes_a_row.saturating_mul(rows)),
        }
    }

    /// Appends a row; each flag is 0 or 1.
    pub(super) fn push(&mut self, flags: &[u8]) {
        let (eights, rest) = flags.as_chunks();
        self.bytes.extend(eights.iter().copied().map(collect));
        if !rest.is_empty() {
            let mut last = [0; 8];
            for (last, flag) in last.iter_mut().zip(rest) {
                *last = *flag;
            }
            self.bytes.push(collect(last));
        }
    }

    /// Whether the decision of a row was taken at a state.
    pub(super) fn is(&self, row: usize, state: usize) -> bool {
        self.bytes
            .get(row * self.bytes_a_row + state / 8)
            .is_some_and(|byte| byte >> (state % 8) & 1 == 1)
    }
}

fn collect(flags: [u8; 8]) -> u8 {
    let [.., highest] = u64::from_le_bytes(flags)
        .wrapping_mul(COLLECT)
        .to_le_bytes();
    highest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flag_keeps_its_place() {
        for width in [1usize, 7, 8, 9, 64, 131] {
            let mut decisions = DecisionBits::new(width, width);
            let flag = |row: usize, state: usize| (row * 31 + state * 17) % 5 < 2;
            for row in 0..width {
                let flags: Vec<u8> = (0..width).map(|s| u8::from(flag(row, s))).collect();
                decisions.push(&flags);
            }
            for row in 0..width {
                for state in 0..width {
                    assert_eq!(decisions.is(row, state), flag(row, state), "{row} {state}");
                }
            }
        }
    }
}
