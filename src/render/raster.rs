//! From SVG to PNG, with one font: nothing of the machine takes part, and no other file is read.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{FontResolver, ImageHrefResolver, Options, Tree},
};
use std::sync::mpsc;

use super::share_font::{ShareFont, guarded};

/// The size of the image, in pixels: what those who show it ask for.
pub(super) const WIDTH: u16 = 1200;
pub(super) const HEIGHT: u16 = 630;

/// The PNG of an SVG, all of whose texts are set in this font.
///
/// # Errors
///
/// Says what is wrong with the SVG.
pub(super) fn png(svg: &str, font: &ShareFont) -> Result<Vec<u8>, String> {
    guarded(|| drawn(svg, font)).unwrap_or_else(|| Err(no_image()))
}

fn drawn(svg: &str, font: &ShareFont) -> Result<Vec<u8>, String> {
    let (face, (lacking, missing)) = (font.face, mpsc::channel());
    let options = Options {
        fontdb: font.fonts.clone(),
        font_resolver: FontResolver {
            select_font: Box::new(move |_, _| Some(face)),
            // Asked for where the font has no letter.
            select_fallback: Box::new(move |letter, _, _| {
                // Heard below, where the other end is.
                let _ = lacking.send(letter);
                None
            }),
        },
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, _, _| None),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| error.to_string())?;
    if let Ok(letter) = missing.try_recv() {
        return Err(format!("the font of the image for shared links has no `{letter}`"));
    }
    let Some(mut pixels) = Pixmap::new(WIDTH.into(), HEIGHT.into()) else { return Err(no_image()) };
    // What the template leaves free is white: an image in a message stands on any ground.
    pixels.fill(Color::WHITE);
    let size = tree.size();
    let scale = Transform::from_scale(f32::from(WIDTH) / size.width(), f32::from(HEIGHT) / size.height());
    resvg::render(&tree, scale, &mut pixels.as_mut());
    let colours: Vec<u8> = pixels.pixels().iter().flat_map(|it| [it.red(), it.green(), it.blue()]).collect();
    encoded(&colours).map_err(|_| no_image())
}

fn no_image() -> String {
    "no image comes of it".to_owned()
}

fn encoded(colours: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, WIDTH.into(), HEIGHT.into());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    // Of one ground and letters, a line is packed best as it is.
    encoder.set_filter(Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(colours)?;
    writer.finish()?;
    Ok(bytes)
}
