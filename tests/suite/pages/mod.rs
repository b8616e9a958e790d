//! What a reader of the built site meets.

mod base_address;
mod bilingual;
mod contact;
mod dialogues;
mod events;
mod long_lists;
mod meeting;
mod outcomes;
mod parallel;
mod search;
mod second_theme;
mod share_image;
mod site_rules;
mod snapshots;
mod structured;
mod themes;
mod threads;
