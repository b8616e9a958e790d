//! From SVG to PNG, with one font: nothing of the machine takes part, and no other file is read.

use png::{BitDepth, ColorType, Encoder, Filter};
use resvg::{
    tiny_skia::{Color, Pixmap, Transform},
    usvg::{FontResolver, ImageHrefResolver, Options, Tree},
};
use std::{collections::HashMap, sync::mpsc};

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
    let colours: Vec<Colour> = pixels.pixels().iter().map(|it| [it.red(), it.green(), it.blue()]).collect();
    encoded(&colours).map_err(|_| no_image())
}

fn no_image() -> String {
    "no image comes of it".to_owned()
}

/// Red, green and blue.
type Colour = [u8; 3];

fn encoded(colours: &[Colour]) -> Result<Vec<u8>, png::EncodingError> {
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, WIDTH.into(), HEIGHT.into());
    encoder.set_depth(BitDepth::Eight);
    // Of grounds and letters, a line is packed best as it is.
    encoder.set_filter(Filter::NoFilter);
    let (kind, values) = match numbered(colours) {
        Some((palette, numbers)) => {
            encoder.set_palette(palette);
            (ColorType::Indexed, numbers)
        }
        None => (ColorType::Rgb, colours.as_flattened().to_vec()),
    };
    encoder.set_color(kind);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&values)?;
    writer.finish()?;
    Ok(bytes)
}

/// Each colour by its number in a palette, with the palette; a third of the bytes. None where there are more than it holds.
fn numbered(colours: &[Colour]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut palette: Vec<Colour> = Vec::new();
    let mut numbers = HashMap::new();
    let mut last = (None, 0);
    let values = colours.iter().map(|colour| {
        if last.0 != Some(*colour) {
            let number = *numbers.entry(*colour).or_insert_with(|| {
                palette.push(*colour);
                palette.len() - 1
            });
            last = (Some(*colour), u8::try_from(number).ok()?);
        }
        Some(last.1)
    });
    let values = values.collect::<Option<_>>()?;
    Some((palette.into_flattened(), values))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail by panicking")]
mod tests {
    use png::{Decoder, Transformations};
    use std::io::Cursor;

    use super::*;

    fn decoded(bytes: &[u8]) -> (ColorType, Vec<Colour>) {
        let mut decoder = Decoder::new(Cursor::new(bytes));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let kind = reader.info().color_type;
        let mut values = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut values).unwrap();
        (kind, values.as_chunks().0.to_vec())
    }

    #[test]
    fn an_image_keeps_its_colours_however_many_they_are() {
        let size = usize::from(WIDTH) * usize::from(HEIGHT);
        for (count, kind) in [(1, ColorType::Indexed), (256, ColorType::Indexed), (257, ColorType::Rgb)] {
            let colours: Vec<Colour> = (0..size)
                .map(|at| {
                    let [low, high, ..] = (at % count).to_le_bytes();
                    [low, high, 7]
                })
                .collect();
            let bytes = encoded(&colours).unwrap();
            assert_eq!(decoded(&bytes), (kind, colours), "{count}");
        }
    }
}
