//! A picture of a page in a file of its own, complete by itself: what it shows in words, what its marks mean, and where it
//! comes from.

use crate::{
    lang::lines,
    path,
    plan::{self, ListKind, PictureFile, PlannedPage, list_path, record_address},
    render::{
        context::LanguageContext,
        head::{PageContent, PageHead},
        lineage_picture::LineageView,
        picture::{LEFT, LETTER, pixels},
        string_keys::{StringKeys, key},
        text,
        timeline_picture::TimelineView,
        view::{PageTemplate, view},
    },
};

view! {
    /// A picture in a file of its own.
    struct PicturePage {
        /// What it is called.
        name: String,
        /// The width of the file, in pixels.
        width: i32,
        /// Its height.
        height: i32,
        /// What stands before the addresses of links: the base address or, where the site has none, the way to its root.
        root: String,
        /// The lines above the picture: what it is called and what it shows.
        above: Vec<PictureLineView>,
        /// Where the picture begins.
        top: i32,
        /// The meetings and events in time, where that is what it shows.
        timeline: Option<TimelineView>,
        /// How commitments go on, where that is what it shows.
        lineage: Option<LineageView>,
        /// Where the list of marks with their meaning begins.
        legend_top: i32,
        /// The lines below the picture: where it comes from.
        below: Vec<PictureLineView>,
    }
}

impl PageTemplate for PicturePage {
    const TEMPLATE: &'static str = "picture.svg";
    const STRINGS: &'static [StringKeys] = &[
        key("colon"),
        key("timeline-picture"),
        key("timeline-picture-events"),
        key("track-picture"),
        key("track-picture-note"),
    ];
}

view! {
    /// A line of text in the file of a picture.
    struct PictureLineView {
        /// The height that it stands on.
        y: i32,
        /// The words.
        text: String,
        /// Whether they are the name of the picture.
        name: bool,
    }
}

/// The height in pixels of a line of text, and of a mark with its meaning.
const LINE: i32 = 20;
const LEGEND: i32 = 24;
/// A file is wide enough to be read, whatever the picture in it, and what is said in it no wider than it can be read.
const NARROWEST: i32 = 640;
const WIDEST: i32 = 1000;

/// What is said around a picture.
struct Caption {
    name: String,
    words: String,
}

impl LanguageContext<'_> {
    pub(super) fn picture_page(&self, picture: PictureFile, page: &PlannedPage) -> PageContent<'_> {
        let (head, caption, timeline, lineage) = match picture {
            PictureFile::Timeline => {
                let timeline = self.whole_timeline();
                let head = self.head_of_list(ListKind::Timeline);
                (head, self.caption_of_timeline(None, timeline.as_ref()), timeline, None)
            }
            PictureFile::Dialogue(id) => {
                let timeline = self.timeline_of_dialogue(id);
                let title = &self.site.dialogues[id].title;
                let caption =
                    self.caption_of_timeline(Some(text::plain(title, self.lang)), timeline.as_ref());
                (self.head_of_record(title, ListKind::Dialogues), caption, timeline, None)
            }
            PictureFile::Track(id) => {
                let (lineage, sentence) = self.whole_lineage(id);
                let title = &self.site.tracks[id].title;
                let name = [&text::plain(title, self.lang), self.strings.plain("track-picture")];
                let name = name.join(self.strings.plain("colon"));
                let note = self.strings.plain("track-picture-note").to_owned();
                let words = self.as_one_text(sentence.into_iter().chain([note]));
                let caption = Caption { name, words };
                (self.head_of_record(title, ListKind::Tracks), caption, None, lineage)
            }
        };
        // Nothing of the frame of a page is in it.
        let head = PageHead { structured: None, feed: None, trail: Vec::new(), ..head };
        let source = self.page_of(picture);
        head.with(self.framed(caption, timeline, lineage, &source, page))
    }

    fn caption_of_timeline(&self, title: Option<String>, timeline: Option<&TimelineView>) -> Caption {
        let has_events = timeline.is_some_and(|picture| picture.events);
        let key = if has_events { "timeline-picture-events" } else { "timeline-picture" };
        let name = title.into_iter().chain([self.strings.plain(key).to_owned()]);
        let name = name.collect::<Vec<_>>().join(self.strings.plain("colon"));
        let words = timeline.into_iter().flat_map(|picture| [picture.sentence.clone(), picture.note.clone()]);
        Caption { name, words: self.as_one_text(words) }
    }

    /// The address of the page that shows a picture.
    fn page_of(&self, picture: PictureFile) -> String {
        match picture {
            PictureFile::Timeline => plan::address(self.lang, &list_path(ListKind::Timeline)),
            PictureFile::Dialogue(id) => {
                record_address(ListKind::Dialogues, &self.site.dialogues[id].id, self.lang)
            }
            PictureFile::Track(id) => record_address(ListKind::Tracks, &self.site.tracks[id].id, self.lang),
        }
    }

    /// A picture between what is said of it. Every text is in lines here, as a file breaks none.
    fn framed(
        &self,
        caption: Caption,
        timeline: Option<TimelineView>,
        lineage: Option<LineageView>,
        source: &str,
        page: &PlannedPage,
    ) -> PicturePage {
        let own = timeline.as_ref().map(|picture| (picture.width, picture.height));
        let own = own.or(lineage.as_ref().map(|picture| (picture.width, picture.height)));
        let (width, height) = own.unwrap_or_default();
        let width = width.max(NARROWEST);
        let letters = usize::try_from((width.min(WIDEST) - 2 * LEFT) / LETTER).unwrap_or_default();
        let mut y = LINE / 2;
        // The name is larger than the words below it.
        let mut above = in_lines(&caption.name, letters * 3 / 4, &mut y);
        for line in &mut above {
            line.name = true;
        }
        above.extend(in_lines(&caption.words, letters, &mut y));
        let top = y + LINE / 2;
        let legend_top = top + height + LINE;
        let marks = timeline.as_ref().map_or(0, |picture| picture.legend.len());
        y = legend_top + pixels(marks, LEGEND) - LINE / 2;
        let mut below = in_lines(&text::plain(&self.site.config.title, self.lang), letters, &mut y);
        let address = self.site.config.absolute(source);
        below.extend(address.into_iter().flat_map(|address| in_lines(&address, letters, &mut y)));
        let root = self.site.config.base_url.clone();
        PicturePage {
            name: caption.name,
            width,
            height: y + LINE,
            root: root.unwrap_or_else(|| path::path_to_root(&page.address)),
            above,
            top,
            timeline,
            lineage,
            legend_top,
            below,
        }
    }
}

/// The lines of a text below a height, which becomes that of the last.
fn in_lines(words: &str, letters: usize, y: &mut i32) -> Vec<PictureLineView> {
    let line = |text: &str| {
        *y += LINE;
        PictureLineView { y: *y, text: text.to_owned(), name: false }
    };
    lines(words, letters).into_iter().map(line).collect()
}
