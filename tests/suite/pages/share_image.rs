//! The image for shared links: what it shows, which pages name it, and what is said of a font that will not do.

use crate::support::{Archive, Built, assert_reported, help, site};
use png::{BitDepth, ColorType, Decoder, Transformations};
use std::{fs, io::Cursor};
use taiwa::render::ShareFont;

const WIDTH: usize = 1200;
const HEIGHT: usize = 630;

/// The ground of the default theme's image.
const GROUND: [u8; 3] = [0x12, 0x35, 0x5b];

/// A font with the letters of the titles here.
fn font() -> Vec<u8> {
    fs::read(site("good/full/content/static/fonts/share.otf")).unwrap()
}

/// The base archive, whose font has these bytes.
fn with_font(bytes: &[u8]) -> Archive {
    Archive::new()
        .append("content/site.yaml", "base_url: https://archive.example/a/\nshare_font: fonts/a.otf\n")
        .file("content/static/fonts/a.otf", bytes)
}

fn image(built: &Built) -> Vec<u8> {
    fs::read(built.output.join("share.png")).unwrap()
}

/// The colours of a PNG, line by line.
fn colours(png: &[u8]) -> Vec<[u8; 3]> {
    let mut decoder = Decoder::new(Cursor::new(png));
    decoder.set_transformations(Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut bytes).unwrap();
    assert_eq!((frame.width as usize, frame.height as usize), (WIDTH, HEIGHT));
    assert_eq!((frame.color_type, frame.bit_depth), (ColorType::Rgb, BitDepth::Eight));
    bytes.chunks(3).map(|colour| colour.try_into().unwrap()).collect()
}

/// The lines of the image, from the top, between two, in which something is written.
fn written(colours: &[[u8; 3]], from: usize, to: usize) -> Vec<usize> {
    let is_written = |y: &usize| colours[y * WIDTH..(y + 1) * WIDTH].iter().any(|it| *it != GROUND);
    (from..to).filter(is_written).collect()
}

/// Groups of lines with nothing between them: lines of text.
fn rows(lines: &[usize]) -> usize {
    lines.iter().enumerate().filter(|(at, y)| *at == 0 || lines[at - 1] + 1 < **y).count()
}

#[test]
fn an_archive_with_a_font_has_an_image_that_every_page_names() {
    let archive = with_font(&font()).promise("a", "2010-11-01", "").promise("b", "2012-11-01", "");
    let built = archive.build().ok();
    let colours = colours(&image(&built));
    assert_eq!([colours[0], colours[WIDTH * HEIGHT - 1]], [GROUND; 2]);
    assert_eq!(rows(&written(&colours, 40, 180)), 1, "the mark");
    let titles = written(&colours, 180, 510);
    assert!(titles.len() > 60 && titles.len() < 200, "two titles of one line each: {titles:?}");
    assert_eq!(rows(&written(&colours, 520, HEIGHT)), 1, "the years");
    for (path, page) in built.pages() {
        let alt = if path.starts_with("ja/") { "試験アーカイブ" } else { "Test archive" };
        for tag in [
            "property=\"og:image\" content=\"https://archive.example/a/share.png\"",
            &format!("property=\"og:image:alt\" content=\"{alt}\""),
            "name=\"twitter:card\" content=\"summary_large_image\"",
        ] {
            assert_eq!(page.matches(&format!("<meta {tag}>")).count(), 1, "{path}: {tag}");
        }
    }
}

#[test]
fn its_bytes_are_the_same_wherever_and_however_often_it_is_drawn() {
    let one = image(&with_font(&font()).build().ok());
    let other = Archive::new()
        .append(
            "content/site.yaml",
            "base_url: https://archive.example/a/\nshare_font: fonts/a.otf\ntheme: own\n",
        )
        .file("themes/own/static/fonts/a.otf", font());
    let built = other.build().ok();
    assert!(one == image(&built), "the font of a theme draws the same");
    fs::remove_file(built.output.join("share.png")).unwrap();
    assert!(one == image(&other.build().ok()));
}

#[test]
fn another_title_gives_another_image_and_another_note_does_not() {
    let archive = with_font(&font()).promise("a", "2010-11-01", "");
    let file = archive.output().join("share.png");
    let first = image(&archive.build().ok());
    let date = fs::metadata(&file).unwrap().modified().unwrap();
    let archive = archive.edit("content/meetings/a.en.md", "Promise of a", "Another promise");
    assert!(archive.build().ok().page("en/meetings/a/").contains("Another promise"));
    assert_eq!(fs::metadata(&file).unwrap().modified().unwrap(), date);
    let archive = archive.edit("content/site.yaml", "Test archive", "Archive");
    assert!(image(&archive.build().ok()) != first);
    let archive = archive.edit("content/meetings/a.en.md", "2010-11-01", "2011-11-01");
    let years = |built: &Built| colours(&image(built))[WIDTH * 530..].to_vec();
    assert!(years(&archive.build().ok()) != colours(&first)[WIDTH * 530..]);
}

#[test]
fn without_a_font_or_an_address_there_is_none_and_pages_are_as_ever() {
    let archive = with_font(&font());
    let unnamed = with_font(&font()).edit("content/site.yaml", "share_font: fonts/a.otf\n", "");
    let homeless = with_font(&font()).edit("content/site.yaml", "base_url: https://archive.example/a/\n", "");
    let (with, unnamed, homeless) =
        (archive.build().ok(), unnamed.build().ok(), homeless.build().published());
    for built in [&unnamed, &homeless] {
        assert!(!built.has("share.png"));
        let pages = built.pages();
        assert!(pages.values().all(|page| !page.contains("og:image") && !page.contains("twitter:card")));
    }
    let is_of_image = |line: &&str| line.contains("og:image") || line.contains("twitter:card");
    for (path, page) in with.pages() {
        let lines: Vec<_> = page.lines().filter(|line| !is_of_image(line)).collect();
        assert_eq!(lines.join("\n") + "\n", unnamed.page(&path), "{path}");
    }
}

#[test]
fn a_long_title_is_smaller_and_stands_in_the_image() {
    let title = |words: usize| "Long titles of archives ".repeat(words);
    for words in [4, 20, 200] {
        let archive = with_font(&font()).edit("content/site.yaml", "Test archive", title(words).trim());
        let colours = colours(&image(&archive.build().ok()));
        assert_eq!(written(&colours, 0, 40), [0; 0], "{words}");
        assert_eq!(written(&colours, 512, HEIGHT), [0; 0], "{words}");
        let margins = colours.chunks(WIDTH).flat_map(|row| row[..70].iter().chain(&row[1130..]));
        assert!(margins.into_iter().all(|it| *it == GROUND), "{words}");
        assert!(rows(&written(&colours, 180, 512)) >= 3, "{words}");
    }
}

#[test]
fn a_font_that_is_not_there_is_reported_where_it_is_named() {
    let archive = with_font(&font()).edit("content/site.yaml", "fonts/a.otf", "font/a.otf");
    assert_reported(&archive, &["site.yaml:3:13 invalid-value"]);
    assert_eq!(help(&archive), "did you mean `fonts/a.otf`?");
    let archive = with_font(&font()).edit("content/site.yaml", "fonts/a.otf", "../site.yaml");
    assert_reported(&archive, &["site.yaml:3:13 invalid-value"]);
}

#[test]
fn a_file_that_is_no_font_is_reported_where_it_is_named() {
    let whole = font();
    let mut wrong = vec![b"not a font".to_vec(), Vec::new(), b"OTTO".to_vec(), vec![0; 1000]];
    wrong.extend([4, 40, 200].map(|end| whole[..end].to_vec()));
    for bytes in wrong {
        let archive = with_font(&bytes);
        assert_reported(&archive, &["site.yaml:3:13 invalid-value"]);
        let help = help(&archive);
        assert!(help.contains("OpenType or TrueType"), "{help}");
    }
}

#[test]
fn letters_that_a_font_lacks_are_named_and_their_title_is_left_out() {
    let archive = with_font(&font()).edit("content/site.yaml", "試験アーカイブ", "山川アーカイブ");
    assert_reported(&archive, &["site.yaml:3:13 missing-letter"]);
    let problem = archive.check().problems().remove(0);
    let message = "static/fonts/a.otf lacks letters of the title in `ja`: `山`, `川`";
    assert_eq!((&problem["severity"], &problem["message"]), (&"warning".into(), &message.into()));
    let english = image(&archive.build().published());
    let only = with_font(&font()).edit(
        "content/site.yaml",
        "{en: Test archive, ja: 試験アーカイブ}",
        "Test archive",
    );
    assert!(english == image(&only.build().ok()), "as if there were no other title");
    let none = archive.edit("content/site.yaml", "Test archive", "Архив");
    let built = none.build().published();
    assert!(!built.has("share.png") && !built.page("en/").contains("og:image"));
}

#[test]
fn a_spoilt_font_never_ends_the_run() {
    let whole = font();
    let mut seed = 1_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(seed >> 33).unwrap() % below
    };
    let (mut fonts, mut lacking) = (0, 0);
    for run in 0..400 {
        let mut bytes = whole.clone();
        if run % 4 == 0 {
            bytes.truncate(random(whole.len()));
        } else {
            let near = if run % 2 == 0 { 1000 } else { whole.len() };
            (0..=random(20)).for_each(|_| bytes[random(near)] = u8::try_from(random(256)).unwrap());
        }
        if let Some(font) = ShareFont::read(bytes) {
            fonts += 1;
            lacking += usize::from(!font.missing("Test archive 試験アーカイブ").is_empty());
        }
    }
    assert!(fonts > 20 && lacking > 5, "{fonts} fonts, of which {lacking} lack letters");
    // A font of which half is gone is read, and has no letters any more.
    let built = with_font(&whole[..whole.len() / 2]).build();
    assert!([0, 1].contains(&built.status) && !built.has("share.png"), "{}", built.stderr);
}

#[test]
fn a_theme_draws_an_image_of_its_own() {
    let own = |svg: &str| {
        with_font(&font())
            .append("content/site.yaml", "theme: own\n")
            .file("themes/own/templates/share.svg", svg)
    };
    let start = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 63\">";
    let red = own(&format!("{start}<path fill=\"#ff0000\" d=\"M0 0H60V63H0Z\"/></svg>"));
    let half = colours(&image(&red.build().ok()));
    assert_eq!([half[0], half[WIDTH - 1]], [[255, 0, 0], [255; 3]], "what it leaves free is white");
    let file = site("good/full/content/static/pictures/wave.svg");
    let other =
        own(&format!("{start}<image href=\"{}\" width=\"120\" height=\"63\"/></svg>", file.display()));
    assert!(colours(&image(&other.build().ok())).iter().all(|it| *it == [255; 3]), "no other file is shown");
    let place = "themes/own/templates/share.svg:1:1 template-error";
    for wrong in ["<svg", "", &format!("{start}<text y=\"9\">Жук</text></svg>")] {
        let built = own(wrong).build_with(&["--format", "json"]);
        assert_eq!((built.status, built.reported()), (1, vec![place.to_owned()]), "{wrong}");
        assert!(!built.output.exists());
    }
}

#[test]
fn a_title_is_text_in_the_image_whatever_it_says() {
    let title = "</text><path d='M0 0H9'/> & A \\\"b\\\"";
    let archive = with_font(&font()).edit("content/site.yaml", "Test archive", &format!("\"{title}\""));
    assert_eq!(image(&archive.build().ok())[..4], *b"\x89PNG");
}

#[test]
fn an_archive_without_an_icon_has_the_mark_of_the_theme() {
    let icon = |built: &Built| {
        let page = built.page("en/");
        let link = page.split("<link rel=\"icon\" href=\"../").nth(1).unwrap();
        link.split('"').next().unwrap().to_owned()
    };
    let archive = Archive::new();
    let built = archive.build().published();
    let mark = icon(&built);
    assert!(mark.starts_with("assets/favicon.") && built.has(&mark), "{mark}");
    let archive = archive.file("content/static/favicon.ico", "icon");
    assert_eq!(icon(&archive.build().published()), "favicon.ico");
}
