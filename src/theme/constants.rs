//! What templates name and all pages of a language have alike, written into them when the theme is loaded: the engine looks
//! each name up on each page.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::tags::tags;

/// The endings of the templates whose values are escaped.
pub(super) const ESCAPED: [&str; 2] = [".html", ".svg"];

/// Texts by the expression that they stand for, such as `s.nav_home`.
#[derive(Debug, Default)]
pub(super) struct Constants {
    /// As HTML.
    texts: HashMap<String, String>,
}

impl Constants {
    /// Takes a text, unless what is around it would become another with it: a tag beside it may trim blanks, and braces are a
    /// tag's.
    pub(super) fn add(&mut self, expression: String, text: &str) {
        let is_inert = !text.is_empty() && text.trim().len() == text.len() && !text.contains('{');
        let mut html = Vec::new();
        if is_inert
            && tera::escape_html(text, &mut html).is_ok()
            && let Ok(html) = String::from_utf8(html)
        {
            self.texts.insert(expression, html);
        }
    }

    /// The templates with these texts in the place of the tags that would write them out.
    pub(super) fn fill<'t>(&self, templates: &'t TemplateSources) -> Vec<(&'t str, String)> {
        let names: HashSet<&str> = self.texts.keys().map(|expression| name_of(expression)).collect();
        let free = names.into_iter().filter(|name| !templates.bound.contains(*name)).collect();
        templates.all.iter().map(|it| (it.name.as_str(), self.filled(it, &free))).collect()
    }

    fn filled(&self, template: &TemplateSource, names: &HashSet<&str>) -> String {
        let text = template.text.as_str();
        if !ESCAPED.iter().any(|ending| template.name.ends_with(ending)) {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for tag in &template.tags {
            let code = text[tag.clone()].strip_prefix("{{").and_then(|code| code.strip_suffix("}}"));
            let expression = code.map(str::trim).filter(|it| names.contains(name_of(it)));
            if let Some(html) = expression.and_then(|expression| self.texts.get(expression)) {
                out.extend([&text[done..tag.start], html]);
                done = tag.end;
            }
        }
        out + &text[done..]
    }
}

/// The templates of a theme.
pub(super) struct TemplateSources {
    pub(super) all: Vec<TemplateSource>,
    /// The names that one of them gives to values of its own.
    bound: HashSet<String>,
}

/// A template.
pub(super) struct TemplateSource {
    pub(super) name: String,
    pub(super) text: String,
    /// Where its tags stand.
    pub(super) tags: Vec<Range<usize>>,
}

impl TemplateSources {
    pub(super) fn new<'t>(templates: impl Iterator<Item = (&'t str, &'t str)>) -> Self {
        let source = |(name, text): (&str, &str)| TemplateSource {
            name: name.to_owned(),
            text: text.to_owned(),
            tags: tags(text).collect(),
        };
        let all: Vec<_> = templates.map(source).collect();
        let tags = all.iter().flat_map(|it| it.tags.iter().map(|tag| &it.text[tag.clone()]));
        let bound = tags.flat_map(bound).map(str::to_owned).collect();
        Self { all, bound }
    }
}

/// The name with which an expression begins.
fn name_of(expression: &str) -> &str {
    expression.split(['.', '[']).next().unwrap_or_default()
}

/// The names that a tag may give to values: as variables, parameters or arguments.
fn bound(tag: &str) -> impl Iterator<Item = &str> {
    let is_in_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut before = "";
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + tag.get(at..)?.find(is_in_name)?;
            let end = tag[start..].find(|c| !is_in_name(c)).map_or(tag.len(), |length| start + length);
            let (name, sign, after) = (&tag[start..end], tag[at..start].trim_end(), tag[end..].trim_start());
            let is_declared = match sign.chars().next_back() {
                None => ["for", "set", "set_global"].contains(&before),
                Some(sign) => matches!(sign, ',' | '('),
            };
            let is_argument = after.starts_with('=') && !after.starts_with("==");
            (before, at) = (name, end);
            if (is_declared && !after.starts_with(['.', '['])) || is_argument {
                return Some(name);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn constants() -> Constants {
        let mut constants = Constants::default();
        for (expression, text) in
            [("s.a", "A & B"), ("s.blank", " x"), ("s.none", ""), ("s.brace", "{{ x }}"), ("lang", "en")]
        {
            constants.add(expression.into(), text);
        }
        constants.add("assets[\"x.css\"]".into(), "assets/x.1.css");
        constants
    }

    fn filled_all<const N: usize>(templates: [(&str, &str); N]) -> [String; N] {
        let sources = TemplateSources::new(templates.into_iter());
        let mut filled = constants().fill(&sources).into_iter().map(|(_, text)| text);
        templates.map(|_| filled.next().unwrap_or_default())
    }

    fn filled(text: &str) -> String {
        let [filled] = filled_all([("a.html", text)]);
        filled
    }

    #[test]
    fn what_is_the_same_everywhere_is_written_out() {
        assert_eq!(
            filled("{{ s.a }}{{lang}} {{ assets[\"x.css\"] }}{% if lang == \"en\" %}"),
            "A &amp; Ben assets/x.1.css{% if lang == \"en\" %}"
        );
    }

    #[test]
    fn what_would_mean_another_thing_stays() {
        for text in [
            "{{- s.a }}",
            "{{ s.a -}}",
            "{{ s.a | upper }}",
            "{{ s.blank }}{{ s.none }}{{ s.brace }}{{ s.other }}",
            "{{ x.lang }}",
            "{# {{ lang }} #}{% raw %}{{ lang }}{% endraw %}",
            "{% for lang in langs %}{{ lang }}{% endfor %}",
            "{% for key, lang in langs %}{{ lang }}{% endfor %}",
            "{% set lang = \"x\" %}{{ lang }}",
            "{%- component c(a, lang = \"x\") %}{{ lang }}{% endcomponent c %}",
            "{{ <c lang={x} /> }}{{ lang }}",
            "{% for s in all %}{{ s.a }}{% endfor %}",
        ] {
            assert_eq!(filled(text), text);
        }
    }

    #[test]
    fn a_name_that_one_template_binds_stays_in_all() {
        let binding = "{% component c(lang) %}{{ lang }}{% endcomponent c %}";
        let filled = filled_all([("a.html", "{{ lang }}{{ s.a }}"), ("b.html", binding)]);
        assert_eq!(filled, ["{{ lang }}A &amp; B", binding]);
    }

    #[test]
    fn a_text_that_is_not_escaped_stays() {
        assert_eq!(filled_all([("a.txt", "{{ s.a }}")]), ["{{ s.a }}"]);
    }
}
