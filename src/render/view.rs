//! How a view is declared: what a template sees, as a type that can tell of itself.
//!
//! One declaration with [`view!`] gives the value that a template gets and the description that docs/themes.md shows, so
//! that neither can say what the other does not.

use std::{
    borrow::Cow,
    cmp::Ordering,
    collections::BTreeMap,
    hash::{Hash, Hasher},
    marker::PhantomData,
    sync::Arc,
};
use tera::{Context, Value, value::Key};
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

use super::{deck::Once, text};

/// What a value is, in the terms of those who write templates.
#[derive(Clone, Debug)]
pub enum Shape {
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
    pub shape: Shape,
    /// What it says.
    pub text: &'static str,
}

/// A value that templates may see. Values with the same hash show the same.
pub(super) trait Shown: Into<Value> + Hash {
    /// What it is.
    fn shape() -> Shape;
}

/// A value with fields. Declared by [`view!`] alone.
pub(super) trait View: Shown {
    /// What it is and has.
    fn describe() -> Description;

    /// Hands out each field.
    fn give(self, put: impl FnMut(&'static str, Value));
}

/// What a template is given besides what every page gets.
pub(super) trait Page: View {
    /// The template.
    const TEMPLATE: &'static str;
}

/// Makes data into values.
type Give<'v> = Box<dyn FnOnce(&mut Context) + 'v>;

/// A template with its data, which are made into values only for a page that is rendered.
pub(super) struct Given<'v> {
    pub(super) template: &'static str,
    /// Of the template and all data.
    pub(super) hash: u128,
    give: Vec<Give<'v>>,
}

impl<'v> Given<'v> {
    /// Gives something more.
    pub(super) fn add(&mut self, name: &'static str, view: impl View + 'v) {
        self.hash = hash_of(&(self.hash, name, &view));
        self.give.push(Box::new(move |context| context.insert_value(name, view.into())));
    }

    /// What the template gets.
    pub(super) fn context(self) -> Context {
        let mut context = Context::new();
        for give in self.give {
            give(&mut context);
        }
        context
    }
}

/// A page's template with the page's data.
pub(super) fn given<'v, P: Page + 'v>(page: P) -> Given<'v> {
    let hash = hash_of(&(P::TEMPLATE, &page));
    let give = move |context: &mut Context| page.give(|name, value| context.insert_value(name, value));
    Given { template: P::TEMPLATE, hash, give: vec![Box::new(give)] }
}

/// The hash of what is shown.
pub(super) fn hash_of(shown: &impl Hash) -> u128 {
    let mut bytes = Bytes(Vec::with_capacity(BYTES));
    shown.hash(&mut bytes);
    xxh3_128(&bytes.0)
}

/// How many bytes most of what is hashed has at most.
const BYTES: usize = 1 << 10;

/// What is to be hashed: all at once takes less than bit by bit.
struct Bytes(Vec<u8>);

impl Hasher for Bytes {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        xxh3_64(&self.0)
    }
}

/// A view as a map.
pub(super) fn map<V: View>(view: V) -> Value {
    let mut map = BTreeMap::new();
    view.give(|name, value| {
        map.insert(FieldName { place: map.len(), name }, value);
    });
    map.into()
}

/// The name of a field, told apart by its place: on the way into the engine's map, names are hashed only once.
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

        impl $(<$life>)? std::hash::Hash for $view $(<$life>)? {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                $(self.$field.hash(state);)+
            }
        }

        impl $(<$life>)? $crate::render::view::Shown for $view $(<$life>)? {
            fn shape() -> $crate::render::view::Shape {
                $crate::render::view::Shape::View(<Self as $crate::render::view::View>::describe)
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
#[derive(Clone, Hash)]
pub(super) struct Html(String);

impl Html {
    /// Takes HTML for what it is.
    pub(super) fn new(html: impl Into<String>) -> Self {
        Self(html.into())
    }

    /// Makes HTML of plain text.
    pub(super) fn escaped(plain: &str) -> Self {
        Self(text::escape(plain))
    }
}

impl From<Html> for Value {
    fn from(html: Html) -> Self {
        Self::safe_string(&html.0)
    }
}

/// A view that many pages show: made into a value once, when the first of them is rendered.
pub(super) struct Card<V> {
    value: Arc<Once<Value>>,
    hash: u128,
    /// As an argument: it holds none, and may go to any thread.
    view: PhantomData<fn(V)>,
}

impl<V> Card<V> {
    /// Of a view with this hash, which is made again for its value.
    pub(super) fn new(hash: u128, value: impl Fn() -> Value + Send + Sync + 'static) -> Self {
        Self { hash, value: Arc::new(Once::new(value)), view: PhantomData }
    }
}

// Not derived: a card can be cloned whatever its view is.
impl<V> Clone for Card<V> {
    fn clone(&self) -> Self {
        Self { value: self.value.clone(), hash: self.hash, view: PhantomData }
    }
}

impl<V> Hash for Card<V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.hash.hash(state);
    }
}

impl<V> From<Card<V>> for Value {
    fn from(card: Card<V>) -> Self {
        card.value.get().clone()
    }
}

/// A value that is made only for a page that is rendered. In the hash, what it is made from stands for it.
pub(super) struct Later<'v, T>(Box<dyn Make<T> + 'v>);

impl<'v, T> Later<'v, T> {
    /// Whatever else it is made from must be hashed beside it, or be given to every page.
    pub(super) fn new<F: Hash + 'v>(made_from: F, make: impl FnOnce(F) -> T + 'v) -> Self {
        Self(Box::new((made_from, make)))
    }
}

/// What a value is made from, with the way it is made.
trait Make<T> {
    fn hash(&self, state: &mut dyn Hasher);

    fn make(self: Box<Self>) -> T;
}

impl<T, F: Hash, M: FnOnce(F) -> T> Make<T> for (F, M) {
    fn hash(&self, mut state: &mut dyn Hasher) {
        self.0.hash(&mut state);
    }

    fn make(self: Box<Self>) -> T {
        let (made_from, make) = *self;
        make(made_from)
    }
}

impl<T> Hash for Later<'_, T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl<T: Into<Value>> From<Later<'_, T>> for Value {
    fn from(later: Later<'_, T>) -> Self {
        later.0.make().into()
    }
}

/// Says of types that templates know what they are to them.
macro_rules! shown {
    ($($kind:ty: $shape:ident),+ $(,)?) => {
        $(impl Shown for $kind {
            fn shape() -> Shape {
                Shape::$shape
            }
        })+
    };
}

shown! { &str: Text, String: Text, Cow<'_, str>: Text, Html: Html, usize: Number, u64: Number, i64: Number, i32: Number, bool: YesNo }

impl<T: Shown> Shown for Option<T> {
    fn shape() -> Shape {
        Shape::Optional(Box::new(T::shape()))
    }
}

impl<T: Shown> Shown for Vec<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }
}

impl<T: Shown> Shown for BTreeMap<String, T> {
    fn shape() -> Shape {
        Shape::Named(Box::new(T::shape()))
    }
}

impl<T: Shown> Shown for Later<'_, T> {
    fn shape() -> Shape {
        T::shape()
    }
}

impl<V: View> Shown for Card<V> {
    fn shape() -> Shape {
        V::shape()
    }
}
