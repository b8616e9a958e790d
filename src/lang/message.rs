//! What is said to those who write an archive: a message by its name, with what it speaks of. How it is worded in each
//! language stands in Fluent files beside this one.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::{fmt::Display, sync::OnceLock};

use super::{Lang, PerLang};

/// The wordings, read once.
static WORDINGS: OnceLock<PerLang<FluentBundle<FluentResource>>> = OnceLock::new();

/// A bundle of Fluent messages in a language, which has none yet.
#[must_use]
pub fn fluent_bundle(lang: Lang) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(lang.code().parse().into_iter().collect());
    // Without this, values would stand between invisible marks.
    bundle.set_use_isolating(false);
    bundle
}

/// A bundle with the messages of files of the program.
pub(crate) fn fluent_bundle_of(lang: Lang, files: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle = fluent_bundle(lang);
    for file in files {
        let (Ok(file) | Err((file, _))) = FluentResource::try_new((*file).to_owned());
        bundle.add_resource_overriding(file);
    }
    bundle
}

/// The files of a language, each with what an area says.
fn files(lang: Lang) -> [&'static str; 7] {
    macro_rules! files_in {
        ($folder:literal) => {
            [
                include_str!(concat!("messages/", $folder, "/archive.ftl")),
                include_str!(concat!("messages/", $folder, "/commands.ftl")),
                include_str!(concat!("messages/", $folder, "/editor.ftl")),
                include_str!(concat!("messages/", $folder, "/import.ftl")),
                include_str!(concat!("messages/", $folder, "/rename.ftl")),
                include_str!(concat!("messages/", $folder, "/sheet.ftl")),
                include_str!(concat!("messages/", $folder, "/translate.ftl")),
            ]
        };
    }
    match lang {
        Lang::En => files_in!("en"),
        Lang::Ja => files_in!("ja"),
    }
}

/// What is said, in no language yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    name: &'static str,
    args: Vec<(&'static str, Argument)>,
}

/// What a message speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Words that stand as they are: a name, a date, what somebody wrote.
    Text(String),
    /// A message inside of another.
    Message(Message),
    /// Several messages, one after the other.
    List(Vec<Message>),
    /// So many of something, for which a language may have more than one form.
    Count(usize),
}

/// So many of what a message speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Count(pub usize);

/// Several messages that stand in another.
#[derive(Clone, Debug)]
pub struct MessageList(pub Vec<Message>);

/// What can be spoken of.
pub trait ToArgument {
    /// The argument of a message.
    fn to_argument(&self) -> Argument;
}

impl<T: Display + ?Sized> ToArgument for T {
    fn to_argument(&self) -> Argument {
        Argument::Text(self.to_string())
    }
}

impl ToArgument for MessageList {
    fn to_argument(&self) -> Argument {
        Argument::List(self.0.clone())
    }
}

impl ToArgument for Count {
    fn to_argument(&self) -> Argument {
        Argument::Count(self.0)
    }
}

impl ToArgument for Message {
    fn to_argument(&self) -> Argument {
        Argument::Message(self.clone())
    }
}

impl ToArgument for &Message {
    fn to_argument(&self) -> Argument {
        Argument::Message((*self).clone())
    }
}

impl Message {
    /// A message that speaks of nothing. Inside of this crate, `say!` makes one of any kind.
    #[must_use]
    pub const fn new(name: &'static str) -> Self {
        Self { name, args: Vec::new() }
    }

    /// Words of others, which are shown as they are: of the system, or of a library.
    #[must_use]
    pub fn verbatim(text: impl Display) -> Self {
        Self::new("verbatim").with("text", &text)
    }

    /// The same, speaking of one thing more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: &(impl ToArgument + ?Sized)) -> Self {
        self.args.push((name, value.to_argument()));
        self
    }

    /// What it is called.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// The same where what it speaks of under a name is something else; without that, it stays as it is.
    #[must_use]
    pub fn instead(mut self, name: &str, value: &(impl ToArgument + ?Sized)) -> Self {
        self.args
            .iter_mut()
            .filter(|(known, _)| *known == name)
            .for_each(|(_, it)| *it = value.to_argument());
        self
    }

    /// How it is worded in a language. A message that has no wording is its name, to be seen.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        let bundle = &WORDINGS.get_or_init(|| PerLang::of(|lang| fluent_bundle_of(lang, &files(lang))))[lang];
        let args = self.args.iter().map(|(name, value)| (*name, value.worded(lang)));
        let args: FluentArgs<'_> = args.collect();
        match bundle.get_message(self.name).and_then(|message| message.value()) {
            Some(pattern) => bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned(),
            None => self.name.to_owned(),
        }
    }
}

impl From<&Self> for Message {
    fn from(message: &Self) -> Self {
        message.clone()
    }
}

impl Argument {
    fn worded(&self, lang: Lang) -> FluentValue<'_> {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Message(message) => message.text(lang).into(),
            Self::Count(count) => (*count).into(),
            Self::List(messages) => {
                let texts: Vec<_> = messages.iter().map(|message| message.text(lang)).collect();
                texts.join(if lang == Lang::Ja { "、" } else { ", " }).into()
            }
        }
    }
}

/// A message of this name: `say!("no-record", name, what = kind)` speaks of the values of `name` and `kind`.
macro_rules! say {
    ($message:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {
        $crate::lang::Message::new($message)
            $(.with(stringify!($name), &$crate::lang::said!($name $(, $value)?)))*
    };
}

/// The value of an argument: what is given or, if nothing is, the variable of its name.
macro_rules! said {
    ($name:ident) => {
        $name
    };
    ($name:ident, $value:expr) => {
        $value
    };
}

pub(crate) use {said, say};

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use super::*;
    use std::collections::{BTreeMap, BTreeSet};

    /// The messages of a language, each with the arguments that it speaks of.
    fn messages(lang: Lang) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let mut messages: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        let mut name = "";
        for line in files(lang).into_iter().flat_map(str::lines).filter(|line| !line.starts_with('#')) {
            // A form of a number stands on a line of its own, below the message.
            let text = match line.split_once(" = ").filter(|_| line.starts_with(|c: char| c.is_alphabetic()))
            {
                Some((begun, text)) => {
                    name = begun;
                    assert!(messages.insert(name, BTreeSet::new()).is_none(), "{name} stands twice");
                    text
                }
                None => line,
            };
            let args = text.split("{ $").skip(1).map(|rest| rest.split([' ', '}']).next().unwrap());
            messages.entry(name).or_default().extend(args);
        }
        messages.remove("");
        messages
    }

    #[test]
    fn each_message_is_in_both_languages_and_speaks_of_the_same() {
        let (english, japanese) = (messages(Lang::En), messages(Lang::Ja));
        let names = |of: &BTreeMap<&'static str, _>| of.keys().copied().collect::<BTreeSet<_>>();
        assert_eq!(names(&english), names(&japanese));
        for (name, args) in &japanese {
            // English has the name of a month where Japanese has its number.
            if *name != "days-of-month" {
                assert_eq!(args, &english[name], "{name}");
            }
        }
        for lang in Lang::ALL {
            for file in files(lang) {
                assert!(FluentResource::try_new(file.to_owned()).is_ok(), "{lang:?}: {file}");
            }
        }
    }

    #[test]
    fn what_stands_in_a_message_is_in_its_language() {
        let message = say!("no-record", what = say!("kind-track"), name = "clowd");
        assert_eq!(message.text(Lang::En), "no track is called `clowd`");
        assert_eq!(message.text(Lang::Ja), "`clowd` という政策分野はない");
        let names = MessageList(vec![say!("part-title"), say!("part-commitment", id = "a")]);
        let message = say!("changed-since", names);
        assert_eq!(message.text(Lang::En), "changed since: the title, the commitment `a`");
        assert_eq!(message.text(Lang::Ja), "その後に変わった箇所: 名称、事項 `a`");
        let counted = |n| say!("n-pages", n = Count(n));
        assert_eq!([0, 1, 2].map(|n| counted(n).text(Lang::En)), ["0 pages", "1 page", "2 pages"]);
        assert_eq!(counted(1).text(Lang::Ja), "1 ページ");
        assert_eq!(Message::verbatim("ENOENT { $x }").text(Lang::Ja), "ENOENT { $x }");
    }
}
