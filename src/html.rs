//! Texts in HTML and XML.

/// The text with `&`, `<`, `>` and `"` as entities: for the content of elements and for values of attributes, in HTML as
/// in XML.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => continue,
        };
        out.extend([&text[done..at], entity]);
        done = at + 1;
    }
    out.push_str(&text[done..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_markup_is_escaped() {
        assert_eq!(
            escape("<a href=\"?b&c\">それ's</a>"),
            "&lt;a href=&quot;?b&amp;c&quot;&gt;それ's&lt;/a&gt;"
        );
        assert_eq!(escape("総務省"), "総務省");
    }
}
