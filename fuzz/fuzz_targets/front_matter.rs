//! Any text as front matter.

#![no_main]

#[allow(dead_code)] // Each target uses a part of it.
#[path = "../../tests/suite/support/sound.rs"]
mod sound;

use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|text: &str| -> Corpus {
    if !sound::is_file_text(text) {
        return Corpus::Reject;
    }
    sound::check_front_matter(text);
    Corpus::Keep
});
