//! Any text as the body of a note; its first byte chooses the language.

#![no_main]

#[allow(dead_code)] // Each target uses a part of it.
#[path = "../../tests/suite/support/sound.rs"]
mod sound;

use libfuzzer_sys::{Corpus, fuzz_target};
use taiwa::lang::Lang;

fuzz_target!(|data: (bool, &str)| -> Corpus {
    let (is_japanese, text) = data;
    if !sound::is_file_text(text) {
        return Corpus::Reject;
    }
    sound::check_body(if is_japanese { Lang::Ja } else { Lang::En }, text);
    Corpus::Keep
});
