//! The navigations of a language, made once for all pages on which they are the same.

use foldhash::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tera::{Context, Value};

use super::{
    frame::FrameView,
    root::ROOT,
    view::{Html, PageData, PageTemplate, page_data, view},
};
use crate::theme::ThemeError;

view! {
    /// An entry of a navigation.
    struct NavView {
        /// What it is called in `page.section`; of a plain page, its id.
        key: String,
        /// What it says.
        label: Html,
        /// Where it leads.
        url: String,
    }
}

view! {
    /// The navigations, finished.
    struct MenusView {
        /// The main navigation, made by `menu.html`.
        menu: Html,
        /// The navigation of the foot of the page, made by `footer_menu.html`.
        footer_menu: Html,
    }
}

view! {
    /// The main navigation. It is made once for all pages that have it alike, so it gets less of them than others do.
    struct MenuPage<'a> {
        /// The place of the pages.
        page: PlaceView<'a>,
    }
}

impl PageTemplate for MenuPage<'_> {
    const TEMPLATE: &'static str = "menu.html";
}

view! {
    /// The navigation of the foot of the page. It is made once for all pages that have it alike, too.
    struct FooterMenuPage<'a> {
        /// The place of the pages.
        page: PlaceView<'a>,
    }
}

impl PageTemplate for FooterMenuPage<'_> {
    const TEMPLATE: &'static str = "footer_menu.html";
}

view! {
    /// Where pages stand, as far as their navigations show it.
    struct PlaceView<'a> {
        /// What goes before every address of the site.
        root: &'static str,
        /// The `key` of the entry of `nav` they belong to; an empty text where there is none.
        section: &'static str,
        /// The address of the page, if a navigation leads to it; else an empty text.
        url: &'a str,
    }
}

/// What tells the navigations of two pages apart.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(super) struct MenuPlace {
    section: &'static str,
    /// Of a page that a navigation leads to.
    url: Option<String>,
}

/// The navigations as far as they were made.
pub(super) struct Menus {
    /// Where they lead.
    addresses: Vec<String>,
    made: Mutex<HashMap<MenuPlace, [Value; 2]>>,
}

impl Menus {
    /// Those that lead to these entries.
    pub(super) fn new<'n>(entries: impl Iterator<Item = &'n NavView>) -> Self {
        Self { addresses: entries.map(|entry| entry.url.clone()).collect(), made: Mutex::default() }
    }

    /// The place of a page.
    pub(super) fn place(&self, frame: &FrameView<'_>) -> MenuPlace {
        let is_led_to = self.addresses.iter().any(|address| *address == frame.url);
        MenuPlace { section: frame.section, url: is_led_to.then(|| frame.url.clone().into_owned()) }
    }

    /// The main navigation and that of the foot at a place, under the names by which templates call them.
    pub(super) fn at(
        &self,
        place: &MenuPlace,
        render: impl Fn(&'static str, Context) -> Result<Vec<u8>, ThemeError>,
    ) -> Result<[(&'static str, Value); 2], ThemeError> {
        let known = self.lock().get(place).cloned();
        let [menu, footer] = match known {
            Some(known) => known,
            None => self.make(place, render)?,
        };
        Ok([("menu", menu), ("footer_menu", footer)])
    }

    fn make(
        &self,
        place: &MenuPlace,
        render: impl Fn(&'static str, Context) -> Result<Vec<u8>, ThemeError>,
    ) -> Result<[Value; 2], ThemeError> {
        let url = place.url.as_deref().unwrap_or_default();
        let page = || PlaceView { root: ROOT, section: place.section, url };
        let made = [
            rendered(MenuPage { page: page() }, &render)?,
            rendered(FooterMenuPage { page: page() }, &render)?,
        ];
        self.lock().insert(place.clone(), made.clone());
        Ok(made)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<MenuPlace, [Value; 2]>> {
        // Nothing is ever left half done in it.
        self.made.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn rendered<P: PageTemplate>(
    page: P,
    render: impl Fn(&'static str, Context) -> Result<Vec<u8>, ThemeError>,
) -> Result<Value, ThemeError> {
    let PageData { template, context } = page_data(page);
    let bytes = render(template, context)?;
    // What stands around them is for the template that shows them to say.
    Ok(Html::new(String::from_utf8_lossy(&bytes).trim()).into())
}
