//! What is made of a text is in proportion to it: a build of one at the limit stays below 600 MiB.

use crate::support::{Archive, limits};

#[test]
fn a_text_of_eight_mebibytes_of_one_sign_is_built_within_bounds() {
    let text = ":".repeat((8 << 20) - 1000);
    let archive = Archive::new()
        .file("content/pages/about.en.md", format!("---\ntitle: About\n---\n{text}\n"))
        .file("content/pages/about.ja.md", "---\ntitle: 概要\n---\n言葉。\n");
    let built = limits::built(&archive).ok();
    assert!(built.page("en/pages/about/").contains(&text));
}
