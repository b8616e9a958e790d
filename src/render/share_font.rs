//! The font of the image for shared links: a file of the archive or the theme, never one of the machine, so that the image
//! has the same bytes everywhere.

use resvg::usvg::fontdb::{Database, ID, Source};
use skrifa::{
    FontRef, MetadataProvider,
    instance::{LocationRef, Size},
    outline::{DrawSettings, OutlinePen},
};
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
};

use crate::lang::is_ignorable;

/// A font that can be drawn with.
#[derive(Clone)]
pub struct ShareFont {
    bytes: Arc<Vec<u8>>,
    /// This font and no other.
    pub(super) fonts: Arc<Database>,
    /// The first face of the file.
    pub(super) face: ID,
}

impl ShareFont {
    /// The font of a file in OpenType or TrueType; of a collection, the first. None where it is none.
    #[must_use]
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let read = || {
            let bytes = Arc::new(bytes);
            let mut fonts = Database::new();
            let face = fonts.load_font_source(Source::Binary(bytes.clone())).first().copied()?;
            let font = Self { bytes, fonts: Arc::new(fonts), face };
            font.face().is_some_and(|face| face.outline_glyphs().format().is_some()).then_some(font)
        };
        guarded(read).flatten()
    }

    /// The bytes of the file.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The letters of a text that the font does not have, each once.
    #[must_use]
    pub fn missing(&self, text: &str) -> Vec<char> {
        let found = guarded(|| Some(missing(&self.face()?, text)));
        found.flatten().unwrap_or_else(|| text.chars().collect())
    }

    /// What measures texts: how wide each is where the font is 1 high.
    pub(super) fn measure(&self) -> impl Fn(&str) -> f32 {
        let face = self.face();
        let parts = face.map(|face| {
            let size = Size::new(1.0);
            (face.charmap(), face.glyph_metrics(size, LocationRef::default()))
        });
        move |text| {
            let Some((letters, widths)) = &parts else { return 0.0 };
            let width = |c: char| letters.map(c).and_then(|glyph| widths.advance_width(glyph));
            text.chars().filter_map(width).sum()
        }
    }

    fn face(&self) -> Option<FontRef<'_>> {
        FontRef::from_index(&self.bytes, 0).ok()
    }
}

/// The letters of a text that a face does not have, each once.
fn missing(face: &FontRef<'_>, text: &str) -> Vec<char> {
    let (letters, outlines) = (face.charmap(), face.outline_glyphs());
    let is_there = |c: char| {
        let outline = letters.map(c).and_then(|glyph| outlines.get(glyph));
        outline.is_some_and(|outline| {
            let mut pen = Strokes(0);
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            outline.draw(settings, &mut pen).is_ok() && (pen.0 > 0 || c.is_whitespace())
        })
    };
    let mut missing: Vec<char> = text.chars().filter(|c| !is_ignorable(*c) && !is_there(*c)).collect();
    missing.sort_unstable();
    missing.dedup();
    missing
}

/// What a task on a font gives; none where it panics. read-fonts 0.41 does so at a spoilt glyph of TrueType, and whatever is in
/// a file, a check ends with a report.
pub(super) fn guarded<T>(task: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(task)).ok()
}

/// Counts the parts of an outline.
struct Strokes(usize);

impl OutlinePen for Strokes {
    fn move_to(&mut self, _: f32, _: f32) {}

    fn line_to(&mut self, _: f32, _: f32) {
        self.0 += 1;
    }

    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 += 1;
    }

    fn close(&mut self) {}
}
