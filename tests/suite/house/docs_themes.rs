//! docs/themes.md tells what templates get, from the types that they get it from, and the templates use nothing else.
//!
//! `UPDATE_EXPECT=1 cargo test --test suite docs_themes` writes the part that is made from the types.

use crate::support::{
    Archive, examples, files, site,
    templates::{Templates, mistakes, views},
};
use std::{collections::BTreeMap, env, fs, path::Path};
use taiwa::render::{Description, Field, ValueShape, shared, templates};

const PAGE: &str = "docs/themes.md";
const START: &str =
    "<!-- From here on, written from the types: UPDATE_EXPECT=1 cargo test --test suite docs_themes -->\n";
const END: &str = "<!-- To here. -->\n";

#[test]
fn the_page_tells_what_the_types_say() {
    let page = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(START).unwrap();
    let (_, after) = rest.split_once(END).unwrap();
    let expected = [before, START, &described(), END, after].concat();
    if env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(PAGE, &expected).unwrap();
    }
    assert!(fs::read_to_string(PAGE).unwrap() == expected, "{PAGE} is not what the types say");
}

#[test]
fn no_two_headings_of_the_page_have_one_anchor() {
    let page = fs::read_to_string(PAGE).unwrap();
    let mut anchors: Vec<_> = page.lines().filter(|line| line.starts_with("##")).map(anchor).collect();
    let all = anchors.len();
    assert!(all > 80, "{all}");
    anchors.sort();
    anchors.dedup();
    assert_eq!(anchors.len(), all);
    let links = page.split("](#").skip(1).map(|rest| rest.split(')').next().unwrap().to_owned());
    let broken: Vec<_> = links.filter(|link| !anchors.contains(link)).collect();
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn the_theme_of_the_page_is_one() {
    let archive = Archive::new().promise("a", "2020-03-02", "");
    let archive = examples::with(archive, &fs::read_to_string(PAGE).unwrap());
    let built = archive.build_with(&["--theme", "mine", "--strict"]).ok();
    let (english, japanese) = (built.page("en/tracks/"), built.page("ja/tracks/"));
    assert!(english.contains("<p>1 undertaking</p>"), "{english}");
    assert!(english.contains("> Printed by the Secretariat.</p>\n</body>"), "{english}");
    assert!(english.contains(">Sessions</a>") && !english.contains(">Meetings</a>"), "{english}");
    assert!(japanese.contains("> 事務局が作成しました。</p>\n</body>"), "{japanese}");
    assert!(
        built
            .resolved("en/meetings/")
            .contains("<ul>\n<li><a href=\"/en/meetings/a/\">Meeting a</a> March 2, 2020</li>")
    );
}

#[test]
fn the_mistake_of_the_page_is_reported_so() {
    let page = fs::read_to_string(PAGE).unwrap();
    let tracks = "{% extends \"base.html\" %}\n{%- block content %}\n{%- for track in tracks %}\n{{ track.colour }}\n\
                  {%- endfor %}\n{%- endblock content %}\n";
    let archive = Archive::new().file("themes/mine/templates/tracks.html", tracks);
    let reported = archive.build_with(&["--theme", "mine", "--color", "never"]).stderr;
    let reported: Vec<_> = reported.lines().take(5).map(|line| format!("    {line}\n")).collect();
    assert!(
        reported[0].contains("error[template-error]") && page.contains(&reported.concat()),
        "{}",
        reported.concat()
    );
}

/// That what the page says of the default theme's templates is the whole of it.
#[test]
fn every_block_piece_and_colour_is_explained() {
    let page = fs::read_to_string(PAGE).unwrap();
    let theme = default_templates();
    let after = |text: &str, mark: &str| -> Vec<String> {
        let is_name = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
        let parts = text.split(mark).skip(1);
        parts.map(|rest| rest[..rest.find(|c| !is_name(c)).unwrap()].to_owned()).collect()
    };
    let style = fs::read_to_string("themes/default/static/style.css").unwrap();
    let colours = style.split('}').next().unwrap();
    let mut names: Vec<_> = after(colours, "\n  --").into_iter().map(|name| format!("--{name}")).collect();
    names.extend(after(&theme["base.html"], "{% block "));
    names.extend(after(&theme["base.html"], "{%- block "));
    names.extend(after(&theme["parts.html"], "{%- component "));
    assert!(names.len() > 40, "{names:?}");
    let is_reported = |name: &String| page.contains(&format!("`{name}`"));
    let missing: Vec<_> =
        names.iter().filter(|name| !is_reported(name) && !name.ends_with("-ground")).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

/// The part that is made from the types.
fn described() -> String {
    let mut things = BTreeMap::new();
    views(&shared(), &mut things);
    let every = table(&shared());
    let words = "The words are in `s`, and those with variables come from `t(key=…)`: see [Words](#words).";
    let each = templates().into_iter().map(|template| {
        let Description { text, fields, .. } = template.data;
        views(&fields, &mut things);
        format!("\n### `{}`\n\n{text}\n\n{}", template.name, table(&fields))
    });
    let each: String = each.collect();
    let things: BTreeMap<_, _> = things.into_values().map(|thing| (called(thing.name), thing)).collect();
    let things = things.iter().map(|(name, Description { text, fields, .. })| {
        format!("\n### {}\n\n{text}\n\n{}", capital(name), table(fields))
    });
    let things: String = things.collect();
    format!(
        "\n## What every template gets\n\n{every}\n{words}\n\n## What each template gets besides\n{each}\n\
         ## What things are made of\n{things}\n"
    )
}

fn table(fields: &[Field]) -> String {
    let rows = fields
        .iter()
        .map(|field| format!("| `{}` | {} | {} |\n", field.name, kind(&field.shape), field.text));
    let head = "| name | what it is | what it says |\n| --- | --- | --- |\n".to_owned();
    head + &rows.collect::<String>()
}

fn kind(shape: &ValueShape) -> String {
    match shape {
        ValueShape::Text => "text".to_owned(),
        ValueShape::Html => "HTML".to_owned(),
        ValueShape::Number => "number".to_owned(),
        ValueShape::YesNo => "yes or no".to_owned(),
        ValueShape::List(item) => format!("list of {}", kind(item)),
        ValueShape::Optional(value) => format!("{} or nothing", kind(value)),
        ValueShape::Named(value) => format!("{} by name", kind(value)),
        ValueShape::View(describe) => {
            let name = called(describe().name);
            format!("[{name}](#{})", name.replace(' ', "-"))
        }
    }
}

/// `MatrixRowView` as `matrix row`.
fn called(view: &str) -> String {
    let mut words = String::new();
    for c in view.strip_suffix("View").unwrap().chars() {
        if c.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.push(c.to_ascii_lowercase());
    }
    words
}

fn capital(words: &str) -> String {
    words[..1].to_ascii_uppercase() + &words[1..]
}

/// The anchor that GitHub gives a heading.
fn anchor(heading: &str) -> String {
    let text = heading.trim_start_matches('#').trim().to_lowercase().replace(' ', "-");
    text.chars().filter(|c| c.is_alphanumeric() || "-_".contains(*c)).collect()
}

/// The templates of a folder of templates.
fn read(folder: &Path) -> Templates {
    files(folder).into_iter().map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap())).collect()
}

fn default_templates() -> Templates {
    read(Path::new("themes/default/templates"))
}

/// What is wrong in the templates that pages are made with: in all, or in the one of a name.
fn mistakes_of(theme: &Templates, only: Option<&str>) -> Vec<String> {
    let asked = templates().into_iter().filter(|template| only.is_none_or(|name| name == template.name));
    let all = asked.flat_map(|template| {
        let given = [shared(), template.data.fields].concat();
        mistakes(theme, template.name, &given)
    });
    all.collect()
}

#[test]
fn every_template_of_the_default_theme_is_described() {
    let named = templates().into_iter().map(|template| template.name).chain(["base.html", "parts.html"]);
    let mut named: Vec<_> = named.collect();
    named.sort_unstable();
    assert_eq!(default_templates().into_keys().collect::<Vec<_>>(), named);
}

#[test]
fn the_templates_use_nothing_but_what_is_described() {
    assert_eq!(mistakes_of(&default_templates(), None), Vec::<String>::new());
}

#[test]
fn the_templates_of_the_second_theme_do_so_too() {
    let mut theme = default_templates();
    for (name, text) in read(&site("good/full/themes/paper/templates")) {
        if let Some(replaced) = theme.insert(name.clone(), text) {
            theme.insert(format!("default/{name}"), replaced);
        }
    }
    assert_eq!(mistakes_of(&theme, None), Vec::<String>::new());
}

/// HTML is HTML by its value: where no template calls a text safe, no text becomes markup.
#[test]
fn no_template_of_the_default_theme_calls_anything_safe() {
    for (name, text) in default_templates() {
        assert!(!text.contains("safe"), "{name}");
    }
}

/// That the reader of templates sees what it is there to see.
#[test]
fn what_is_not_there_is_found_wherever_it_stands() {
    let found = |tracks: &str| {
        let mut theme = default_templates();
        theme.insert("tracks.html".to_owned(), tracks.to_owned());
        mistakes_of(&theme, Some("tracks.html"))
    };
    let inside = |code: &str| found(&format!("{{% for t in tracks %}}{code}{{% endfor %}}"));
    let field = |way: &str, of: &str| [format!("tracks.html: `{way}`: a {of} has no such field")];
    assert_eq!(
        inside("{{ t.title | safe }} {% if t.summary and t.id == \"a\" %}{{ t.id }}{% endif %}"),
        [""; 0]
    );
    assert_eq!(found("{{ colour }}"), ["tracks.html: `colour` is not given"]);
    assert_eq!(inside("{{ t.colour }}"), field("t.colour", "TrackView"));
    assert_eq!(inside("{% if t.id == \"a\" or t.colour %}{% endif %}"), field("t.colour", "TrackView"));
    assert_eq!(inside("{{ s.colon }}{{ t(key=\"x\", n=t.colour) }}"), field("t.colour", "TrackView"));
    assert_eq!(inside("{{ t.id.length }}"), ["tracks.html: `t.id.length`: it has no fields"]);
    assert_eq!(
        inside("{{ t.title_plain | safe }}"),
        ["tracks.html: what is no HTML is called safe in `t.title_plain|safe`"]
    );
    assert_eq!(found("{% for t in site %}{{ t.x }}{% endfor %}"), ["tracks.html: `site` is no list"]);
    assert_eq!(found("{{ tracks[0].colour }}"), field("tracks.colour", "TrackView"));
    let called = found("{{ <meeting_list items={tracks} /> }}");
    assert!(called.contains(&"parts.html: `m.iso`: a TrackView has no such field".to_owned()), "{called:?}");
}
