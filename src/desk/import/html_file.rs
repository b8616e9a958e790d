//! Reads saved pages: the main text without menus, headers and footers.

use scraper::{ElementRef, Html, Node, Selector};

use super::{document::StatementBlock, plain_text};
use crate::lang::{Lang, is_odd};

/// Where pages have their main text, the most telling first.
const MAIN: [&str; 9] = [
    "main",
    "[role=main]",
    "article",
    "#main",
    "#main-content",
    "#content",
    "#contents",
    ".main",
    ".content",
];

/// Elements that hold no text of the statement.
const LEFT_OUT: [&str; 16] = [
    "nav", "header", "footer", "aside", "script", "style", "noscript", "form", "button", "iframe", "svg",
    "rt", "rp", "template", "select", "head",
];

/// Words in the class or id of what is a part of the site and not of the statement.
const OF_SITE: [&str; 14] = [
    "nav",
    "menu",
    "breadcrumb",
    "topicpath",
    "footer",
    "header",
    "sidebar",
    "share",
    "sns",
    "social",
    "pagetop",
    "page-top",
    "banner",
    "skip",
];

/// Fewer letters than that are no main text.
const LEAST: usize = 80;

/// What is deeper in a page is not read.
const DEEPEST: usize = 200;

/// The parts of a statement on a page, in order.
pub(super) fn blocks(text: &str, lang: Lang) -> Vec<StatementBlock> {
    let page = Html::parse_document(text);
    let mut reader = HtmlReader { lang, text: String::new(), blocks: Vec::new() };
    reader.read_all(main(&page), 0, 0);
    reader.end();
    reader.blocks
}

/// The words of a page, to see in which language it is.
pub(super) fn words(text: &str) -> String {
    let page = Html::parse_document(text);
    main(&page).text().collect()
}

fn main(page: &Html) -> ElementRef<'_> {
    let is_long = |element: &ElementRef<'_>| {
        element.text().map(|text| text.trim().chars().count()).sum::<usize>() >= LEAST
    };
    let found = MAIN
        .iter()
        .filter_map(|selector| Selector::parse(selector).ok())
        .find_map(|selector| page.select(&selector).find(is_long));
    let body = Selector::parse("body").ok().and_then(|body| page.select(&body).next());
    found.or(body).unwrap_or_else(|| page.root_element())
}

struct HtmlReader {
    lang: Lang,
    /// Words that stand in no paragraph of their own yet.
    text: String,
    blocks: Vec<StatementBlock>,
}

impl HtmlReader {
    fn read_all(&mut self, outer: ElementRef<'_>, lists: usize, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        for child in outer.children() {
            match child.value() {
                // Line breaks in the file are blanks.
                Node::Text(text) => self.push_words(text),
                Node::Element(_) => {
                    if let Some(element) = ElementRef::wrap(child) {
                        self.read(element, lists, depth + 1);
                    }
                }
                _ => {}
            }
        }
    }

    fn push_words(&mut self, text: &str) {
        let is_open = text.starts_with(|c: char| c.is_whitespace() && c != '\u{3000}');
        if is_open && !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
        let words: Vec<_> = text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()).collect();
        self.text.push_str(&words.join(" "));
        if !words.is_empty() && text.ends_with([' ', '\t', '\n', '\r']) {
            self.text.push(' ');
        }
    }

    fn read(&mut self, element: ElementRef<'_>, lists: usize, depth: usize) {
        let name = element.value().name();
        if LEFT_OUT.contains(&name) || is_of_site(element) {
            return;
        }
        match name {
            "br" => self.text.push('\n'),
            "pre" => {
                self.end();
                self.text = element.text().collect();
                self.end();
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end();
                let level = name[1..].parse().unwrap_or(2);
                self.read_all(element, lists, depth);
                let text = self.taken().replace('\n', " ");
                if !text.trim().is_empty() {
                    self.blocks.push(StatementBlock::Heading {
                        depth: level,
                        text: text.trim().to_owned(),
                        id: None,
                    });
                }
            }
            "ul" | "ol" => {
                self.end();
                self.read_list(element, lists, depth, name == "ol");
            }
            "table" => {
                self.end();
                self.read_table(element, lists, depth);
            }
            "a" | "span" | "b" | "strong" | "i" | "em" | "u" | "sup" | "sub" | "font" | "small" | "ruby"
            | "rb" | "abbr" | "time" | "code" | "mark" => self.read_all(element, lists, depth),
            _ => {
                self.end();
                self.read_all(element, lists, depth);
                self.end();
            }
        }
    }

    fn read_list(&mut self, list: ElementRef<'_>, lists: usize, depth: usize, is_numbered: bool) {
        for item in list.child_elements().filter(|item| item.value().name() == "li") {
            let before = self.blocks.len();
            self.read_all(item, lists + 1, depth + 1);
            self.end();
            // The first paragraph of an item is the item; lists in it follow.
            if let Some(StatementBlock::Paragraph(text)) = self.blocks.get(before).cloned() {
                self.blocks[before] =
                    StatementBlock::Item { depth: lists, number: is_numbered.then_some(0), text };
            }
        }
    }

    fn read_table(&mut self, table: ElementRef<'_>, lists: usize, depth: usize) {
        let is_cell = |cell: &ElementRef<'_>| ["td", "th"].contains(&cell.value().name());
        let Ok(rows) = Selector::parse("tr") else { return };
        let rows: Vec<Vec<ElementRef<'_>>> =
            table.select(&rows).map(|row| row.child_elements().filter(is_cell).collect()).collect();
        if rows.iter().all(|row| row.len() < 2) {
            // A table of one column is a frame around paragraphs.
            rows.into_iter().flatten().for_each(|cell| {
                self.read_all(cell, lists, depth + 1);
                self.end();
            });
            return;
        }
        let words = |cell: &ElementRef<'_>| {
            let text: String = cell.text().flat_map(str::chars).filter(|c| !is_odd(*c)).collect();
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let rows = rows.iter().map(|row| row.iter().map(words).collect()).collect();
        self.blocks.push(StatementBlock::Table(rows));
    }

    fn taken(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    /// Words that stand together are read as plain text is: their lines may be numbered.
    fn end(&mut self) {
        let text = self.taken();
        if !text.trim().is_empty() {
            self.blocks.extend(plain_text::blocks(&text, self.lang));
        }
    }
}

/// Whether the class or id of an element says that it is a part of the site.
fn is_of_site(element: ElementRef<'_>) -> bool {
    let value = element.value();
    let names = value.classes().chain(value.id()).map(str::to_lowercase);
    let is_hidden = value.attr("hidden").is_some() || value.attr("aria-hidden") == Some("true");
    let parts: Vec<String> = names.collect();
    let is_named = |word: &str| {
        parts.iter().any(|name| {
            name.split(|c: char| !c.is_alphanumeric()).any(|part| part == word) || name.starts_with(word)
        })
    };
    is_hidden || OF_SITE.iter().any(|word| is_named(word))
}
