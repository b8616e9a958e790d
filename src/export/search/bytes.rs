//! Numbers and texts as bytes.

/// Adds a number in as few bytes as it needs: seven bits a byte, the lowest first, the eighth set where more follow
/// (LEB128).
pub(super) fn push_number(bytes: &mut Vec<u8>, mut number: u32) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

/// Adds bytes after their number.
pub(super) fn push_block(bytes: &mut Vec<u8>, block: &[u8]) {
    // A part stays far below four billion bytes.
    push_number(bytes, u32::try_from(block.len()).unwrap_or(u32::MAX));
    bytes.extend_from_slice(block);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_take_as_few_bytes_as_they_need() {
        for (number, expected) in [
            (0, &[0][..]),
            (127, &[127]),
            (128, &[0x80, 1]),
            (300, &[0xac, 2]),
            (u32::MAX, &[255, 255, 255, 255, 15]),
        ] {
            let mut bytes = Vec::new();
            push_number(&mut bytes, number);
            assert_eq!(bytes, expected);
        }
    }
}
