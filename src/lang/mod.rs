//! What the program knows about English and Japanese as languages: dates, order, names, and how Markdown reads in each.
//!
//! Everything here is a pure function of its arguments; nothing knows about files, records or pages.

pub mod breaks;
mod chars;
mod date;
mod date_help;
mod date_range;
mod date_text;
pub mod emphasis;
mod era;
pub mod initials;
mod language;
mod lines;
mod locale;
mod message;
pub mod mistyped;
mod months;
pub mod names;
mod normal;
mod one_line;
pub mod order;
mod partial_date;
mod per_lang;
mod phrases;
mod query;
pub mod ruby;
mod search_key;
mod search_tokens;
pub mod terms;
pub mod underscores;
pub mod words;
mod written_date;
mod zone;

pub use chars::{
    begins_word, describe_odd, find_odd, is_east_asian_script, is_escaped, is_forbidden, is_hidden,
    is_ignorable, is_invisible, is_odd, is_reading,
};
pub use date::{Date, DateError};
pub use date_help::{read_day, read_partial_date};
pub use date_range::{DateRange, ReversedRange};
pub use date_text::DateFormat;
pub use language::Lang;
pub use lines::{lines, width};
pub use locale::{LaterMentions, Locale, Region, SortedBy, Words};
pub use message::{Argument, Count, Message, MessageList, ToArgument, fluent_bundle};
pub(crate) use message::{fluent_bundle_of, said, say};
pub use normal::{nfc, nfkc};
pub use one_line::{is_joined, one_line};
pub use partial_date::{PartialDate, Precision, date_prefix};
pub use per_lang::PerLang;
pub use phrases::phrases;
pub use query::{finds, query_words};
pub use search_key::{search_key, width_key};
pub use search_tokens::{PlacedToken, SearchToken, search_tokens};
pub use written_date::{WrittenDate, written_date, written_range};
pub use zone::Zone;
