//! The text in bytes of any encoding that Japanese texts are in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// How far into a page its own word on its encoding is looked for.
const HEAD: usize = 2048;

/// The text in the bytes of a file, and the name of its encoding; nothing if it is no text.
pub(super) fn decoded(bytes: &[u8], is_page: bool) -> Option<(String, &'static str)> {
    let encoding = encoding(bytes, is_page);
    let (text, encoding, is_broken) = encoding.decode(bytes);
    let is_text = |c: char| !c.is_control() || "\n\r\t\u{c}".contains(c);
    let odd = text.chars().filter(|c| !is_text(*c)).count();
    // Some old files end with a sign for it.
    let is_text = !is_broken && odd <= 1 && !text.contains('\0');
    is_text.then(|| (text.trim_end_matches('\u{1a}').to_owned(), encoding.name()))
}

fn encoding(bytes: &[u8], is_page: bool) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0x1b) {
        return UTF_8;
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    if let Some(encoding) = declared(head).filter(|_| is_page) {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(Some(b"jp"), Utf8Detection::Allow)
}

/// The encoding that a page says it is in.
fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let label = rest.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{EUC_JP, ISO_2022_JP, SHIFT_JIS};

    #[test]
    fn japanese_texts_are_read_in_every_encoding() {
        let text = "水に関する対話の第1回会合は、令和2年3月2日、リバートンにおいて開催された。";
        for encoding in [SHIFT_JIS, EUC_JP, ISO_2022_JP, UTF_8] {
            let (bytes, _, _) = encoding.encode(text);
            assert_eq!(decoded(&bytes, false), Some((text.to_owned(), encoding.name())));
        }
        let marked = [b"\xef\xbb\xbf".as_slice(), text.as_bytes()].concat();
        assert_eq!(decoded(&marked, false), Some((text.to_owned(), "UTF-8")));
        let page = format!("<meta charset=Shift_JIS><p>{text}");
        let (bytes, _, _) = SHIFT_JIS.encode(&page);
        assert_eq!(decoded(&bytes, true), Some((page, "Shift_JIS")));
    }

    #[test]
    fn what_is_no_text_is_none() {
        assert_eq!(decoded(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", false), None);
        assert_eq!(decoded(&[0, 1, 2, 3, 4, 5], false), None);
    }
}
