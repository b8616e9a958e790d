//! What every page of a language is given: the site, its files and where the navigations lead.

use std::{collections::BTreeMap, iter};
use tera::Value;

use super::{
    frame::FrameView,
    menus::{Menus, MenusView, NavView},
    raster::{HEIGHT, WIDTH},
    share_font::ShareFont,
    string_keys::{StringKeys, key, keys},
    text,
    view::{Field, Html, Shown, View, view},
};
use crate::{
    lang::Lang,
    plan::{self, ListKind, files::SHARE_IMAGE},
    site::Site,
    theme::{Strings, Theme},
};

/// The strings that are asked for here.
pub(super) const STRINGS: &[StringKeys] = &[key("nav-home"), keys("nav-{}", ListKind::NAMES)];

/// What every page of a language is given, and the navigations.
pub(super) fn globals(
    site: &Site,
    lang: Lang,
    theme: &Theme,
    share_font: Option<&ShareFont>,
) -> (Vec<(&'static str, Value)>, Menus) {
    let strings = theme.strings(lang);
    let (main, others): (Vec<_>, Vec<_>) = ListKind::ALL
        .iter()
        .copied()
        .filter(|list| list.is_in(site))
        .partition(|list| list.is_in_main_navigation());
    let entries = |lists: Vec<ListKind>| {
        lists.into_iter().map(|list| entry(lang, strings, list.name(), &plan::list_path(list)))
    };
    let nav: Vec<_> = iter::once(entry(lang, strings, "home", "")).chain(entries(main)).collect();
    let mut footer_nav: Vec<_> = entries(others).collect();
    for page in site.published_pages() {
        let label = text::html(&page.title, lang, strings);
        let url = plan::address(lang, &plan::plain_page_path(&page.id));
        footer_nav.push(NavView { key: page.id.clone(), label, url });
    }
    let site = site_view(site, lang, theme, share_font);
    let menus = Menus::new(nav.iter().chain(&footer_nav));
    let shared = SharedView { lang: lang.code(), site, assets: theme.addresses.clone(), nav, footer_nav };
    let mut globals = Vec::new();
    shared.give(|name, value| globals.push((name, value)));
    (globals, menus)
}

/// What every page gets, besides the strings.
#[must_use]
pub fn shared() -> Vec<Field> {
    let mut fields = SharedView::describe().fields;
    let text = "What the page says of itself.";
    fields.push(Field { name: "page", shape: FrameView::shape(), text });
    fields.extend(MenusView::describe().fields);
    fields
}

view! {
    /// What every page of a language is given.
    struct SharedView {
        /// The code of the page's language, `en` or `ja`.
        lang: &'static str,
        /// The site.
        site: SiteView,
        /// The addresses of the files in the theme's `static/`, by name.
        assets: BTreeMap<String, String>,
        /// The main navigation.
        nav: Vec<NavView>,
        /// The navigation of the foot of the page.
        footer_nav: Vec<NavView>,
    }
}

view! {
    /// The site, from site.yaml.
    struct SiteView {
        /// Its title.
        title: Html,
        /// Its title without markup.
        title_plain: String,
        /// What it is.
        description: Option<String>,
        /// Who publishes it.
        publisher: Option<Html>,
        /// The license of its content.
        license: Option<LicenseView>,
        /// Where readers report a mistake: an address of another site, or one that begins with `mailto:`.
        contact: Option<String>,
        /// The address of its icon: favicon.svg or favicon.ico in `content/static/` or else favicon.svg of the theme.
        favicon: String,
        /// The image that is shown with shared links; only with a `share_font` and a base address.
        share_image: Option<ShareImageView>,
        /// Its base address or, where it has none, `/`.
        base: String,
        /// The program that made it, with its version.
        generator: &'static str,
    }
}

view! {
    /// A license.
    struct LicenseView {
        /// Its name.
        name: Html,
        /// Where it can be read, on another site.
        url: Option<String>,
    }
}

view! {
    /// The image that is shown with shared links.
    struct ShareImageView {
        /// Its address, in full.
        url: String,
        /// Its width in pixels.
        width: usize,
        /// Its height in pixels.
        height: usize,
    }
}

/// An entry with its address below the language.
fn entry(lang: Lang, strings: &Strings, key: &str, path: &str) -> NavView {
    let label = Html::escaped(strings.plain(&format!("nav-{key}")));
    NavView { key: key.to_owned(), label, url: plan::address(lang, path) }
}

fn site_view(site: &Site, lang: Lang, theme: &Theme, share_font: Option<&ShareFont>) -> SiteView {
    let (config, strings) = (&site.config, theme.strings(lang));
    let license = config.license.as_ref().map(|license| LicenseView {
        name: text::html(&license.name, lang, strings),
        url: license.url.clone(),
    });
    let own = ["favicon.svg", "favicon.ico"].into_iter().find(|name| site.static_file(name).is_some());
    let favicon = own.map(str::to_owned).or_else(|| theme.addresses.get("favicon.svg").cloned());
    let share_image = share_font.and_then(|_| config.absolute(SHARE_IMAGE)).map(|url| ShareImageView {
        url,
        width: WIDTH.into(),
        height: HEIGHT.into(),
    });
    SiteView {
        title: text::html(&config.title, lang, strings),
        title_plain: text::plain(&config.title, lang),
        description: config.description.as_ref().map(|it| text::plain(it, lang)),
        publisher: config.publisher.as_ref().map(|it| text::html(it, lang, strings)),
        license,
        contact: config.contact.clone(),
        favicon: favicon.unwrap_or_default(),
        share_image,
        base: config.base_url.clone().unwrap_or_else(|| "/".to_owned()),
        generator: concat!("taiwa ", env!("CARGO_PKG_VERSION")),
    }
}
