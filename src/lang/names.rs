//! How a person's name stands in a list.

use super::{Lang, locale::ListNames};

/// The name for a list: `YAMADA Taro` in English, `山田太郎` in Japanese.
///
/// `full` is the name as published; it is what stands when a part is missing, and in Japanese for a name that is not
/// written family first without a space: one joined by ・, or with a part in Latin letters, or all in katakana.
#[must_use]
pub fn list_form(lang: Lang, family: Option<&str>, given: Option<&str>, full: &str) -> String {
    match (lang.locale().list_names, family, given) {
        (ListNames::FamilyInCapitals, Some(family), Some(given)) => {
            format!("{} {given}", family.to_uppercase())
        }
        (ListNames::Joined, Some(family), Some(given)) if !full.contains('・') && joins(family, given) => {
            format!("{family}{given}")
        }
        _ => full.to_owned(),
    }
}

/// Whether two Japanese parts of a name are written together.
fn joins(family: &str, given: &str) -> bool {
    let mut parts = family.chars().chain(given.chars());
    let latin = parts.clone().any(|c| c.is_ascii_alphabetic());
    let katakana = parts.all(|c| matches!(c, '\u{30A0}'..='\u{30FF}' | '\u{FF66}'..='\u{FF9F}'));
    !latin && !katakana
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang::{En, Ja};

    #[test]
    fn english_lists_put_the_family_name_first_in_capitals() {
        assert_eq!(list_form(En, Some("Yamada"), Some("Taro"), "Taro Yamada"), "YAMADA Taro");
        assert_eq!(
            list_form(En, Some("Crowley"), Some("Philip J."), "Philip J. Crowley"),
            "CROWLEY Philip J."
        );
    }

    #[test]
    fn japanese_lists_join_the_parts() {
        assert_eq!(list_form(Ja, Some("山田"), Some("太郎"), "山田 太郎"), "山田太郎");
        assert_eq!(list_form(Ja, Some("安藤"), Some("サクラ"), "安藤サクラ"), "安藤サクラ");
    }

    #[test]
    fn a_foreign_name_stays_as_published_in_japanese() {
        let full = "フィリップ・クローリー";
        assert_eq!(list_form(Ja, Some("クローリー"), Some("フィリップ"), full), full);
        assert_eq!(
            list_form(Ja, Some("クローリー"), Some("フィリップ"), "フィリップ クローリー"),
            "フィリップ クローリー"
        );
        assert_eq!(list_form(Ja, Some("Crowley"), Some("Philip"), "Philip Crowley"), "Philip Crowley");
    }

    #[test]
    fn a_name_without_parts_stays_as_published() {
        assert_eq!(list_form(En, None, Some("Taro"), "Taro Yamada"), "Taro Yamada");
        assert_eq!(list_form(Ja, Some("山田"), None, "山田氏"), "山田氏");
    }
}
