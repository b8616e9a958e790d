//! Texts in HTML and XML.

/// The text with `&`, `<`, `>` and `"` as entities: for the content of elements and for values of attributes, in HTML as
/// in XML.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Writing to a string cannot fail.
    let _ = pulldown_cmark_escape::escape_html(&mut out, text);
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
    }
}
