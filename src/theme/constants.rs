//! What templates name and all pages of a language have alike, written into them when the theme is loaded: the engine looks
//! each name up on each page.

use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

use super::tags::tags;

/// The ending of the templates of pages: their values are escaped, and each is given what pages are.
const OF_PAGES: &str = ".html";

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
        let is_written = is_inert && tera::escape_html(text, &mut html).is_ok();
        // Of two texts of one name, the second counts, whatever it is.
        match String::from_utf8(html) {
            Ok(html) if is_written => self.texts.insert(expression, html),
            _ => self.texts.remove(&expression),
        };
    }

    /// The templates with these texts in the place of the tags that would write them out.
    pub(super) fn fill<'t>(&self, templates: &'t TemplateSources) -> Vec<(&'t str, String)> {
        let names: HashSet<&str> = self.texts.keys().map(|expression| name_of(expression)).collect();
        let is_free = |name: &&str| templates.bound.as_ref().is_some_and(|bound| !bound.contains(*name));
        let free = names.into_iter().filter(is_free).collect();
        templates.all.iter().map(|it| (it.name.as_str(), self.filled(it, &free))).collect()
    }

    fn filled(&self, template: &TemplateSource, names: &HashSet<&str>) -> String {
        let text = template.text.as_str();
        if !template.name.ends_with(OF_PAGES) {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        // What the component around a tag takes: it knows no other names.
        let mut component = None;
        for tag in &template.tags {
            let written = &text[tag.clone()];
            if opens(written, "component") {
                component = Some(written);
            } else if opens(written, "endcomponent") {
                component = None;
            }
            let code = written.strip_prefix("{{").and_then(|code| code.strip_suffix("}}"));
            let expression = code.map(str::trim_ascii).filter(|it| {
                let name = name_of(it);
                names.contains(name) && component.is_none_or(|declared| takes(declared, name))
            });
            if let Some(html) = expression.and_then(|expression| self.texts.get(expression)) {
                out.extend([&text[done..tag.start], html]);
                done = tag.end;
            }
        }
        out + &text[done..]
    }
}

/// Whether a tag opens a block, or ends one, of this kind.
fn opens(tag: &str, kind: &str) -> bool {
    let code = tag.strip_prefix("{%").map(|code| code.strip_prefix('-').unwrap_or(code).trim_ascii_start());
    code.and_then(|code| code.strip_prefix(kind)).is_some_and(|rest| !rest.starts_with(is_in_name))
}

/// Whether a component takes a name from where it is called, as `@name`.
fn takes(declaration: &str, name: &str) -> bool {
    declaration
        .split('@')
        .skip(1)
        .any(|taken| taken.strip_prefix(name).is_some_and(|rest| !rest.starts_with(is_in_name)))
}

fn is_in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// The templates of a theme.
pub(super) struct TemplateSources {
    pub(super) all: Vec<TemplateSource>,
    /// The names that one of them gives to values of its own; none is known where that may be any.
    bound: Option<HashSet<String>>,
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
        let (mut names, mut is_any_bound) = (HashSet::new(), false);
        for tag in tags {
            names.extend(bound(tag).map(str::to_owned));
            // What is spread over arguments, or taken as the rest of them, may have any name.
            is_any_bound |= tag.contains("...");
        }
        Self { bound: (!is_any_bound).then_some(names), all }
    }
}

/// The name with which an expression begins.
fn name_of(expression: &str) -> &str {
    expression.split(['.', '[']).next().unwrap_or_default()
}

/// The names that a tag may give to values: as variables, parameters or arguments.
fn bound(tag: &str) -> impl Iterator<Item = &str> {
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
            "{{ 'x }}{{ lang }}' }}",
            "{{ '\"' }}{% raw %}\"}}{{ lang }}{% endraw %}",
            "{%\nraw\n%}{{ lang }}{% endraw %}",
            "{{\u{3000}lang\u{3000}}}",
            "{% component c(...lang) %}{{ lang }}{% endcomponent c %}",
            "{% component c(@lang) %}{{ lang }}{% endcomponent c %}{{ <c {...side} /> }}",
            "{% component c(a) %}{{ lang }}{% endcomponent c %}",
            "{%- component c(@language) %}{{ lang }}{% endcomponent c %}",
        ] {
            assert_eq!(filled(text), text);
        }
    }

    #[test]
    fn a_component_knows_what_it_takes() {
        assert_eq!(
            filled("{%- component c(a, @lang) %}{{ lang }}{{ s.a }}{% endcomponent c %}{{ s.a }}"),
            "{%- component c(a, @lang) %}en{{ s.a }}{% endcomponent c %}A &amp; B"
        );
    }

    #[test]
    fn of_two_texts_of_one_name_the_second_counts() {
        let mut constants = constants();
        constants.add("s.a".into(), " ");
        let sources = TemplateSources::new([("a.html", "{{ s.a }}")].into_iter());
        assert_eq!(constants.fill(&sources), [("a.html", "{{ s.a }}".to_owned())]);
    }

    #[test]
    fn a_name_that_one_template_binds_stays_in_all() {
        let binding = "{% component c(lang) %}{{ lang }}{% endcomponent c %}";
        let filled = filled_all([("a.html", "{{ lang }}{{ s.a }}"), ("b.html", binding)]);
        assert_eq!(filled, ["{{ lang }}A &amp; B", binding]);
    }

    #[test]
    fn what_is_no_page_stays() {
        assert_eq!(
            filled_all([("a.txt", "{{ s.a }}"), ("a.svg", "{{ lang }}")]),
            ["{{ s.a }}", "{{ lang }}"]
        );
    }
}
