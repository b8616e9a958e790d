//! Reads templates against the data that they are given: which `name.field` is not there, and what is called safe and is
//! no HTML.

use std::{collections::BTreeMap, iter::once};
use taiwa::render::{Description, Field, ValueShape};

/// The templates of a theme, by name.
pub(crate) type Templates = BTreeMap<String, String>;

/// Names with what is known of their values; of those that a template makes itself, such as numbers, nothing.
type Scope = BTreeMap<String, Option<ValueShape>>;

/// What is wrong in a template that is given these fields, and in those it builds on and calls; each as `template: what`.
pub(crate) fn mistakes(templates: &Templates, name: &str, given: &[Field]) -> Vec<String> {
    let scope = given.iter().map(|field| (field.name.to_owned(), Some(field.shape.clone())));
    let page: Scope = scope.chain(once(("s".to_owned(), None))).collect();
    let (replaced, own): (Vec<_>, Vec<_>) =
        templates.iter().partition(|(file, _)| file.starts_with("default/"));
    let components =
        replaced.into_iter().chain(own).flat_map(|(file, text)| components(file, text)).collect();
    let mut reader = Reader { components, page: page.clone(), mistakes: Vec::new() };
    let mut next = Some(name.to_owned());
    while let Some(name) = next {
        let tags = tags(&templates[&name]);
        reader.walk(&name, outside_components(&tags), vec![page.clone()]);
        next = tags
            .iter()
            .find_map(|tag| tag.code.strip_prefix("extends "))
            .map(|it| it.trim_matches('"').to_owned());
    }
    reader.mistakes.sort();
    reader.mistakes.dedup();
    reader.mistakes
}

/// What stands between `{{ }}` or `{% %}`.
#[derive(Clone, Copy)]
struct Tag<'t> {
    code: &'t str,
    is_statement: bool,
}

fn tags(text: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min() {
        let close = match &rest[open..open + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let end = open + rest[open..].find(close).unwrap();
        let code = rest[open + 2..end].trim_start_matches('-').trim_end_matches('-').trim();
        if close != "#}" {
            tags.push(Tag { code, is_statement: close == "%}" });
        }
        rest = &rest[end + 2..];
    }
    tags
}

/// A component: the names that it takes, those that it has from the page, and its tags.
struct Component<'t> {
    file: &'t str,
    takes: Vec<&'t str>,
    from_page: Vec<&'t str>,
    tags: Vec<Tag<'t>>,
}

fn components<'t>(file: &'t str, text: &'t str) -> Vec<(&'t str, Component<'t>)> {
    let all = tags(text);
    let parts = all.split(|tag| tag.code.starts_with("endcomponent"));
    let parts = parts.filter_map(|part| {
        let at = part.iter().position(|tag| tag.code.starts_with("component "))?;
        let (name, takes) =
            part[at].code["component ".len()..].trim_end_matches(')').split_once('(').unwrap();
        let (from_page, takes): (Vec<_>, Vec<_>) = takes.split(", ").partition(|it| it.starts_with('@'));
        let takes = takes.into_iter().map(|it| it.split(" = ").next().unwrap()).collect();
        let from_page = from_page.into_iter().map(|it| &it[1..]).collect();
        Some((name, Component { file, takes, from_page, tags: part[at + 1..].to_vec() }))
    });
    parts.collect()
}

fn outside_components<'t>(tags: &[Tag<'t>]) -> Vec<Tag<'t>> {
    let mut is_inside = false;
    let mut outside = tags.to_vec();
    outside.retain(|tag| {
        is_inside |= tag.code.starts_with("component ");
        let is_outside = !is_inside;
        is_inside &= !tag.code.starts_with("endcomponent");
        is_outside
    });
    outside
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Token<'t> {
    Name(&'t str),
    Literal,
    Sign(char),
}

fn tokens(code: &str) -> Vec<Token<'_>> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut tokens = Vec::new();
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' | '\'' => rest[1..].find(first).unwrap() + 2,
            c if is_word(c) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        match first {
            '"' | '\'' | '0'..='9' => tokens.push(Token::Literal),
            c if is_word(c) => tokens.push(Token::Name(&rest[..length])),
            ' ' | '\n' => {}
            c => tokens.push(Token::Sign(c)),
        }
        rest = &rest[length..];
    }
    tokens
}

struct Reader<'t> {
    components: BTreeMap<&'t str, Component<'t>>,
    page: Scope,
    mistakes: Vec<String>,
}

impl Reader<'_> {
    fn walk(&mut self, file: &str, tags: Vec<Tag<'_>>, mut scopes: Vec<Scope>) {
        for Tag { code, is_statement } in tags {
            let (word, rest) = code.split_once(' ').unwrap_or((code, ""));
            match word {
                _ if !is_statement && code.starts_with('<') => self.call(file, code, &scopes),
                _ if !is_statement => {
                    self.value(file, &tokens(code), &scopes);
                }
                "if" | "elif" => {
                    self.value(file, &tokens(rest), &scopes);
                }
                "for" => {
                    let (name, list) = rest.split_once(" in ").unwrap();
                    let item = match self.value(file, &tokens(list), &scopes).map(bare) {
                        Some(ValueShape::List(item)) => Some(*item),
                        Some(_) => {
                            self.mistakes.push(format!("{file}: `{list}` is no list"));
                            None
                        }
                        None => None,
                    };
                    scopes.push(Scope::from([(name.to_owned(), item), ("loop".to_owned(), None)]));
                }
                "endfor" => {
                    scopes.pop();
                }
                "else" | "endif" | "extends" | "block" | "endblock" => {}
                other => panic!("{file}: this reader does not know `{other}`"),
            }
        }
    }

    /// Walks through a component with what it is called with.
    fn call(&mut self, file: &str, code: &str, scopes: &[Scope]) {
        let code = code.trim_start_matches('<').trim_end_matches("/>");
        let (name, mut rest) = code.split_once(' ').unwrap();
        let mut given = Scope::new();
        while let Some((argument, after)) = rest.trim_start().split_once('=') {
            let (open, close) = if after.starts_with('{') { ('{', '}') } else { ('"', '"') };
            let end = after[1..].find(close).unwrap() + 1;
            let value = if open == '{' { self.value(file, &tokens(&after[1..end]), scopes) } else { None };
            given.insert(argument.to_owned(), value);
            rest = &after[end + 1..];
        }
        let component = &self.components[name];
        let takes = component.takes.iter().map(|name| (*name, given.remove(*name).flatten()));
        let from_page = component.from_page.iter().map(|name| (*name, self.page[*name].clone()));
        let scope = takes.chain(from_page).map(|(name, shape)| (name.to_owned(), shape)).collect();
        let (file, tags) = (component.file.to_owned(), component.tags.clone());
        self.walk(&file, tags, vec![scope]);
    }

    /// What an expression is, where that is known. Looks at every path in it.
    fn value(&mut self, file: &str, tokens: &[Token<'_>], scopes: &[Scope]) -> Option<ValueShape> {
        if let [Token::Sign('['), inner @ .., Token::Sign(']')] = tokens {
            return self.value(file, inner, scopes).map(|item| ValueShape::List(Box::new(item)));
        }
        let mut last = None;
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let next = tokens.get(at + 1);
            match (token, next) {
                (Token::Sign('|'), Some(Token::Name("safe"))) => {
                    if last.clone().is_some_and(|shape| !matches!(bare(shape), ValueShape::Html)) {
                        self.mistakes
                            .push(format!("{file}: what is no HTML is called safe in `{}`", written(tokens)));
                    }
                    at += 2;
                }
                (Token::Sign('|') | Token::Name("is"), _) => {
                    last = None;
                    at += if next == Some(&Token::Name("not")) { 3 } else { 2 };
                }
                (Token::Name("and" | "or" | "not" | "in" | "if" | "else" | "true" | "false"), _)
                | (Token::Name(_), Some(Token::Sign('('))) => at += 1,
                (Token::Name(_), Some(Token::Sign('='))) if tokens.get(at + 2) != Some(&Token::Sign('=')) => {
                    at += 2;
                }
                (Token::Name(name), _) => (last, at) = self.path(file, name, tokens, at + 1, scopes),
                _ => at += 1,
            }
        }
        let is_path = tokens.iter().all(|it| matches!(it, Token::Name(_) | Token::Sign('.')));
        last.filter(|_| is_path && !tokens.contains(&Token::Name("if")))
    }

    /// What a path is that begins with a name, and where it ends.
    fn path(
        &mut self,
        file: &str,
        name: &str,
        tokens: &[Token<'_>],
        mut at: usize,
        scopes: &[Scope],
    ) -> (Option<ValueShape>, usize) {
        let known = scopes.iter().rev().find_map(|scope| scope.get(name));
        if known.is_none() {
            self.mistakes.push(format!("{file}: `{name}` is not given"));
        }
        let mut shape = known.cloned().flatten();
        let mut way = name.to_owned();
        loop {
            match (tokens.get(at), tokens.get(at + 1)) {
                (Some(Token::Sign('.')), Some(Token::Name(field))) => {
                    way.extend([".", field]);
                    shape = self.field(file, &way, field, shape);
                    at += 2;
                }
                (Some(Token::Sign('[')), _) => {
                    let end = at + tokens[at..].iter().position(|it| *it == Token::Sign(']')).unwrap();
                    self.value(file, &tokens[at + 1..end], scopes);
                    shape = shape.and_then(|shape| match bare(shape) {
                        ValueShape::List(item) | ValueShape::Named(item) => Some(*item),
                        _ => None,
                    });
                    at = end + 1;
                }
                _ => return (shape, at),
            }
        }
    }

    fn field(&mut self, file: &str, way: &str, field: &str, of: Option<ValueShape>) -> Option<ValueShape> {
        match bare(of?) {
            ValueShape::View(describe) => {
                let found = describe().fields.into_iter().find(|it| it.name == field);
                if found.is_none() {
                    self.mistakes.push(format!("{file}: `{way}`: a {} has no such field", describe().name));
                }
                found.map(|field| field.shape)
            }
            ValueShape::Named(value) => Some(*value),
            _ => {
                self.mistakes.push(format!("{file}: `{way}`: it has no fields"));
                None
            }
        }
    }
}

/// The shape of a value that is there.
fn bare(shape: ValueShape) -> ValueShape {
    match shape {
        ValueShape::Optional(inner) => bare(*inner),
        shape => shape,
    }
}

fn written(tokens: &[Token<'_>]) -> String {
    let written = tokens.iter().map(|token| match token {
        Token::Name(name) => (*name).to_owned(),
        Token::Literal => "…".to_owned(),
        Token::Sign(sign) => sign.to_string(),
    });
    written.collect()
}

/// Every view that these fields hold, near or far, by the name of its type.
pub(crate) fn views(fields: &[Field], found: &mut BTreeMap<&'static str, Description>) {
    for field in fields {
        let mut shape = field.shape.clone();
        while let ValueShape::List(inner) | ValueShape::Optional(inner) | ValueShape::Named(inner) = shape {
            shape = *inner;
        }
        if let ValueShape::View(describe) = shape {
            let view = describe();
            if found.insert(view.name, view.clone()).is_none() {
                views(&view.fields, found);
            }
        }
    }
}
