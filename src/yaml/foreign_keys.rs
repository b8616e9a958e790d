//! Keys that people bring along from other site generators (Hugo, Jekyll, Zola, `MkDocs`), with what says the same here.

use crate::lang::{Date, Message, say};

/// What says the same as a key of another generator.
#[derive(Clone)]
enum Counterpart {
    /// A release, which depends on the value.
    Release(fn(&str) -> Message),
    /// The same in every note.
    Note(Message),
    /// One thing in meetings, another in plain pages.
    Kind { meeting: Message, page: Message },
}

/// The keys, in lower case.
static KEYS: [(&[&str], Counterpart); 11] = [
    (&["draft"], Counterpart::Release(draft)),
    (&["published"], Counterpart::Release(published)),
    (&["publishdate", "pubdate"], Counterpart::Release(embargo)),
    (&["expirydate", "expires", "unpublishdate"], Counterpart::Note(say!("no-expiry"))),
    (&["slug", "permalink", "url", "path", "id"], Counterpart::Note(say!("no-slug"))),
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
        Counterpart::Note(say!("no-last-change")),
    ),
    (
        &["tags", "tag", "categories", "category", "taxonomies", "keywords", "series", "topics"],
        Counterpart::Kind { meeting: say!("no-tags"), page: say!("no-subjects") },
    ),
    (
        &["layout", "template", "type", "theme", "toc", "hide", "cascade", "outputs", "sitemap", "comments"],
        Counterpart::Note(say!("no-layout")),
    ),
    (
        &["author", "authors"],
        Counterpart::Kind { meeting: say!("no-author"), page: say!("no-author-of-page") },
    ),
    (
        &["weight", "nav_order", "order", "sidebar_position", "menu", "nav", "parent", "linktitle"],
        Counterpart::Note(say!("no-weight")),
    ),
    (&["lang", "language", "translationkey"], Counterpart::Note(say!("no-language-key"))),
];

/// What says the same as a key and its value, in the front matter of a note that has these keys.
pub(super) fn counterpart(key: &str, value: &str, known: &[&str]) -> Option<Message> {
    let key = key.to_ascii_lowercase();
    let (_, counterpart) = KEYS.iter().find(|(keys, _)| keys.contains(&key.as_str()))?;
    Some(match counterpart {
        Counterpart::Release(release) => release(value.trim_matches(['"', '\''])),
        Counterpart::Note(said) => said.clone(),
        Counterpart::Kind { meeting, page } => {
            if known.contains(&"delegations") {
                meeting.clone()
            } else {
                page.clone()
            }
        }
    })
}

const DRAFT: Message = say!("write-draft");

const PUBLISHED: Message = say!("published-anyway");

fn draft(value: &str) -> Message {
    if value == "false" { PUBLISHED } else { DRAFT }
}

fn published(value: &str) -> Message {
    if value == "false" { DRAFT } else { PUBLISHED }
}

/// The embargo that ends on the day that a moment is of.
fn embargo(value: &str) -> Message {
    let day = value.get(..10).filter(|day| Date::parse(day).is_ok()).unwrap_or("2026-12-01");
    say!("write-embargo", day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn a_release_goes_by_the_value() {
        let said = |key, value| {
            counterpart(key, value, &["title", "release"]).map(|it| it.text(Lang::En)).unwrap_or_default()
        };
        assert_eq!(said("draft", "true"), "write `release: draft`");
        assert!(said("draft", "false").starts_with("leave it out"));
        assert_eq!(said("published", "'false'"), "write `release: draft`");
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
