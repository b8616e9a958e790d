//! Keys that people bring along from other site generators (Hugo, Jekyll, Zola, `MkDocs`), with what says the same here.

use crate::lang::Date;

/// What says the same as a key of another generator.
#[derive(Clone, Copy)]
enum Counterpart {
    /// A release, which depends on the value.
    Release(fn(&str) -> String),
    /// The same in every note.
    Note(&'static str),
    /// One thing in meetings, another in plain pages.
    Kind { meeting: &'static str, page: &'static str },
}

/// The keys, in lower case.
const KEYS: [(&[&str], Counterpart); 11] = [
    (&["draft"], Counterpart::Release(draft)),
    (&["published"], Counterpart::Release(published)),
    (&["publishdate", "pubdate"], Counterpart::Release(embargo)),
    (
        &["expirydate", "expires", "unpublishdate"],
        Counterpart::Note("leave it out: nothing expires; `release: withdrawn` takes a record back"),
    ),
    (
        &["slug", "permalink", "url", "path", "id"],
        Counterpart::Note(
            "leave it out: the name of the file is the id, which makes the address; earlier addresses go into `aliases`",
        ),
    ),
    (
        &[
            "lastmod",
            "last_modified_at",
            "lastmodified",
            "last_update",
            "updated",
            "modified",
            "revision_date",
        ],
        Counterpart::Note(
            "leave it out; tell what was changed after publication in `corrections: [{date: …, note: …}]`",
        ),
    ),
    (
        &["tags", "tag", "categories", "category", "taxonomies", "keywords", "series", "topics"],
        Counterpart::Kind {
            meeting: "the subjects are in tracks.yaml: name them by `track` in each commitment, and by `discussed: [ID]` where nothing was recorded",
            page: "leave it out: only meetings have subjects",
        },
    ),
    (
        &["layout", "template", "type", "theme", "toc", "hide", "cascade", "outputs", "sitemap", "comments"],
        Counterpart::Note("leave it out: what a page looks like is a matter of the theme"),
    ),
    (
        &["author", "authors"],
        Counterpart::Kind {
            meeting: "leave it out: who took part is in `delegations`, and who publishes the archive is `publisher` in site.yaml",
            page: "leave it out: who publishes the archive is `publisher` in site.yaml",
        },
    ),
    (
        &["weight", "nav_order", "order", "sidebar_position", "menu", "nav", "parent", "linktitle"],
        Counterpart::Note(
            "leave it out: records are in the order of their days, registries in that of their file",
        ),
    ),
    (
        &["lang", "language", "translationkey"],
        Counterpart::Note(
            "leave it out: the name of the file tells the language, as in `ID.en.md` and `ID.ja.md`",
        ),
    ),
];

/// What says the same as a key and its value, in the front matter of a note that has these keys.
pub(super) fn counterpart(key: &str, value: &str, known: &[&str]) -> Option<String> {
    let key = key.to_ascii_lowercase();
    let (_, counterpart) = KEYS.iter().find(|(keys, _)| keys.contains(&key.as_str()))?;
    Some(match counterpart {
        Counterpart::Release(release) => release(value.trim_matches(['"', '\''])),
        Counterpart::Note(said) => (*said).to_owned(),
        Counterpart::Kind { meeting, page } => {
            (if known.contains(&"delegations") { *meeting } else { *page }).to_owned()
        }
    })
}

const DRAFT: &str = "write `release: draft`";

const PUBLISHED: &str = "leave it out: a record is published unless `release` says otherwise";

fn draft(value: &str) -> String {
    (if value == "false" { PUBLISHED } else { DRAFT }).to_owned()
}

fn published(value: &str) -> String {
    (if value == "false" { DRAFT } else { PUBLISHED }).to_owned()
}

/// The embargo that ends on the day that a moment is of.
fn embargo(value: &str) -> String {
    let day = value.get(..10).filter(|day| Date::parse(day).is_ok()).unwrap_or("2026-12-01");
    format!("write `release: {{embargoed-until: {day}}}`, or leave it out if that day has passed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_release_goes_by_the_value() {
        let said = |key, value| counterpart(key, value, &["title", "release"]).unwrap_or_default();
        assert_eq!(said("draft", "true"), DRAFT);
        assert_eq!(said("draft", "false"), PUBLISHED);
        assert_eq!(said("published", "'false'"), DRAFT);
        assert!(said("publishDate", "2027-01-15T09:00:00+09:00").contains("{embargoed-until: 2027-01-15}"));
        assert!(said("publishDate", "next week").contains("{embargoed-until: 2026-12-01}"));
    }

    #[test]
    fn each_key_is_in_lower_case_and_stands_once() {
        let mut keys: Vec<&str> = KEYS.iter().flat_map(|(keys, _)| keys.iter().copied()).collect();
        assert!(keys.iter().all(|key| *key == key.to_ascii_lowercase()));
        let all = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all);
    }
}
