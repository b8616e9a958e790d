//! How a view is declared: what a template sees, as a type that can tell of itself.
//!
//! One declaration with [`view!`] gives the value that a template gets and the description that docs/themes.md shows, so
//! that neither can say what the other does not.

use std::{borrow::Cow, cmp::Ordering, collections::BTreeMap, marker::PhantomData};
use tera::{Context, Value, value::Key};

use super::string_keys::StringKeys;
use crate::html::escape;

/// What a value is, in the terms of those who write templates.
#[derive(Clone, Debug)]
pub enum ValueShape {
    /// Plain text, which is escaped where it is written out.
    Text,
    /// HTML, which is written out as it is.
    Html,
    /// A whole number.
    Number,
    /// `true` or `false`.
    YesNo,
    /// A list of such values.
    List(Box<Self>),
    /// Such a value, or nothing.
    Optional(Box<Self>),
    /// Such values by name, as in `assets["style.css"]`.
    Named(Box<Self>),
    /// Something with fields of its own.
    View(fn() -> Description),
}

/// What a view tells of itself.
#[derive(Clone, Debug)]
pub struct Description {
    /// The name of its type.
    pub name: &'static str,
    /// What it is.
    pub text: &'static str,
    /// Its fields, in the order in which it declares them.
    pub fields: Vec<Field>,
}

/// A field of a view.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name by which templates call it.
    pub name: &'static str,
    /// What its value is.
    pub shape: ValueShape,
    /// What it says.
    pub text: &'static str,
}

/// A value that templates may see.
pub(super) trait Shown: Into<Value> {
    /// What it is.
    fn shape() -> ValueShape;
}

/// A value with fields. Declared by [`view!`] alone.
pub(super) trait View: Shown {
    /// What it is and has.
    fn describe() -> Description;

    /// Hands out each field.
    fn give(self, put: impl FnMut(&'static str, Value));
}

/// What a template is given besides what every page gets.
pub(super) trait PageTemplate: View {
    /// The template.
    const TEMPLATE: &'static str;

    /// The strings that its code asks for, beside those of what it has in common with other pages.
    const STRINGS: &'static [StringKeys] = &[];
}

/// A template with its data.
pub(super) struct PageData {
    pub(super) template: &'static str,
    pub(super) context: Context,
}

/// A page's template with the page's data.
pub(super) fn page_data<P: PageTemplate>(page: P) -> PageData {
    let mut context = Context::new();
    page.give(|name, value| context.insert_value(name, value));
    PageData { template: P::TEMPLATE, context }
}

/// A view as a map.
pub(super) fn map<V: View>(view: V) -> Value {
    let mut map = BTreeMap::new();
    view.give(|name, value| {
        map.insert(FieldName { place: map.len(), name }, value);
    });
    map.into()
}

/// The name of a field, distinguished by its place: on the way into the engine's map, names are hashed only once.
struct FieldName {
    place: usize,
    name: &'static str,
}

impl PartialEq for FieldName {
    fn eq(&self, other: &Self) -> bool {
        self.place == other.place
    }
}

impl Eq for FieldName {}

impl PartialOrd for FieldName {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FieldName {
    fn cmp(&self, other: &Self) -> Ordering {
        self.place.cmp(&other.place)
    }
}

impl From<FieldName> for Key<'static> {
    fn from(field: FieldName) -> Self {
        field.name.into()
    }
}

/// Declares a view: a struct whose fields templates see, with a sentence for each that tells them what it is.
macro_rules! view {
    (
        $(#[doc = $text:literal])+
        struct $view:ident $(<$life:lifetime>)? {
            $($(#[doc = $about:literal])+ $field:ident: $kind:ty,)+
        }
    ) => {
        $(#[doc = $text])+
        pub(in crate::render) struct $view $(<$life>)? {
            $($(#[doc = $about])+ pub(in crate::render) $field: $kind,)+
        }

        impl $(<$life>)? $crate::render::view::View for $view $(<$life>)? {
            fn describe() -> $crate::render::view::Description {
                $crate::render::view::Description {
                    name: stringify!($view),
                    text: concat!($($text),+).trim_ascii(),
                    fields: vec![$($crate::render::view::Field {
                        name: stringify!($field),
                        shape: <$kind as $crate::render::view::Shown>::shape(),
                        text: concat!($($about),+).trim_ascii(),
                    }),+],
                }
            }

            fn give(self, mut put: impl FnMut(&'static str, tera::Value)) {
                $(put(stringify!($field), self.$field.into());)+
            }
        }

        impl $(<$life>)? $crate::render::view::Shown for $view $(<$life>)? {
            fn shape() -> $crate::render::view::ValueShape {
                $crate::render::view::ValueShape::View(<Self as $crate::render::view::View>::describe)
            }
        }

        impl $(<$life>)? From<$view $(<$life>)?> for tera::Value {
            fn from(view: $view $(<$life>)?) -> Self {
                $crate::render::view::map(view)
            }
        }
    };
}
pub(super) use view;

/// Text that is HTML already: it is written out as it is.
#[derive(Clone)]
pub(super) struct Html(String);

impl Html {
    /// Takes HTML for what it is.
    pub(super) fn new(html: impl Into<String>) -> Self {
        Self(html.into())
    }

    /// Makes HTML of plain text.
    pub(super) fn escaped(plain: &str) -> Self {
        Self(escape(plain))
    }
}

impl From<Html> for Value {
    fn from(html: Html) -> Self {
        Self::safe_string(&html.0)
    }
}

/// A view that many pages show, as a value that costs nothing to clone.
pub(super) struct Card<V> {
    value: Value,
    /// As an argument: it holds none, and may go to any thread.
    view: PhantomData<fn(V)>,
}

impl<V> Card<V> {
    /// The value of a view.
    pub(super) fn new(value: Value) -> Self {
        Self { value, view: PhantomData }
    }
}

// Not derived: a card can be cloned whatever its view is.
impl<V> Clone for Card<V> {
    fn clone(&self) -> Self {
        Self::new(self.value.clone())
    }
}

impl<V> From<Card<V>> for Value {
    fn from(card: Card<V>) -> Self {
        card.value
    }
}

/// Says of types that templates know what they are to them.
macro_rules! shown {
    ($($kind:ty: $shape:ident),+ $(,)?) => {
        $(impl Shown for $kind {
            fn shape() -> ValueShape {
                ValueShape::$shape
            }
        })+
    };
}

shown! { &str: Text, String: Text, Cow<'_, str>: Text, Html: Html, usize: Number, u64: Number, i64: Number, i32: Number, bool: YesNo }

impl<T: Shown> Shown for Option<T> {
    fn shape() -> ValueShape {
        ValueShape::Optional(Box::new(T::shape()))
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn shape() -> ValueShape {
        ValueShape::List(Box::new(T::shape()))
    }
}

impl<T: Shown> Shown for BTreeMap<String, T> {
    fn shape() -> ValueShape {
        ValueShape::Named(Box::new(T::shape()))
    }
}

impl<V: View> Shown for Card<V> {
    fn shape() -> ValueShape {
        V::shape()
    }
}
