//! The same statement in files of every kind gives the same records.

use super::statements::{ID, import, import_bytes, note, real_archive, records, statement};
use crate::support::read;
use std::{fmt::Write as _, io::Write as _};

const STATEMENT: &str = "joint-press-statement-2010-11-01.txt";

/// A part of the statement, as an editor of its file would see it.
enum Part {
    Title(String),
    Heading(String),
    Paragraph(String),
    Item(String),
}

/// The parts of the statement, with what its page breaks parted put together.
fn parts() -> Vec<Part> {
    let text =
        read(statement(STATEMENT)).replace("cloud-related\n\ntechnologies.", "cloud-related technologies.");
    let lines = text.lines().filter(|line| !line.is_empty()).enumerate();
    lines
        .map(|(at, line)| {
            let words =
                line.trim_start_matches(['#', '-', '•', ' ']).replace("<sup>", "").replace("</sup>", "");
            match line {
                _ if at == 0 => Part::Title(words),
                _ if line.starts_with("## ") || line.starts_with("(3)") => Part::Heading(words),
                _ if line.starts_with(['-', '•']) => Part::Item(words),
                _ => Part::Paragraph(words),
            }
        })
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The records of the statement as plain text.
fn expected() -> Vec<String> {
    let archive = real_archive();
    import(&archive, &statement(STATEMENT), ID, &[]).ok();
    records(&note(&archive, ID, "en"))
}

#[track_caller]
fn assert_same(name: &str, bytes: impl AsRef<[u8]>) {
    let archive = real_archive();
    import_bytes(&archive, name, bytes, ID).ok();
    let note = note(&archive, ID, "en");
    assert_eq!(records(&note), expected(), "{note}");
    assert!(note.contains("\ndate: 2010-11-01\nplace: Tokyo\n"), "{note}");
    assert!(note.contains("organizations: [state, fcc, doc, dhs]"), "{note}");
    assert!(
        note.contains("## Openness of the Internet and the freedom to connect and communicate {#"),
        "{note}"
    );
}

fn docx(document: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in [("word/document.xml", document)].iter().chain(more) {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:style w:styleId="Title"><w:name w:val="Title"/></w:style>
<w:style w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>"#;

fn document(body: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="w"><w:body>{body}<w:sectPr/></w:body></w:document>"#
    )
}

fn paragraph(properties: &str, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>"#,
        escaped(text)
    )
}

#[test]
fn a_word_file_gives_the_same() {
    let body: String = parts()
        .iter()
        .map(|part| match part {
            Part::Title(text) => paragraph(r#"<w:pStyle w:val="Title"/>"#, text),
            Part::Heading(text) => paragraph(r#"<w:pStyle w:val="1"/>"#, text),
            Part::Paragraph(text) => paragraph("", text),
            Part::Item(text) => {
                paragraph(r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#, text)
            }
        })
        .collect();
    assert_same(
        "statement.docx",
        docx(&document(&body), &[("word/styles.xml", STYLES), ("word/numbering.xml", NUMBERING)]),
    );
}

#[test]
fn a_saved_page_gives_the_same() {
    let mut main = String::new();
    let mut is_list = false;
    for part in parts() {
        let is_item = matches!(part, Part::Item(_));
        if is_item != is_list {
            main.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
        }
        is_list = is_item;
        let line = match part {
            Part::Title(text) => format!("<h1>{}</h1>\n", escaped(&text)),
            Part::Heading(text) => format!("<h2>{}</h2>\n", escaped(&text)),
            Part::Paragraph(text) => format!("<p>{}</p>\n", escaped(&text)),
            Part::Item(text) => format!("<li>{}</li>\n", escaped(&text)),
        };
        main.push_str(&line);
    }
    let page = format!(
        "<!doctype html><html><head><title>Ministry</title><script>agree()</script></head><body>\
         <header><p>Both sides agreed to nothing.</p></header><nav><ul><li>Both sides will go home</li></ul></nav>\
         <div id=main><div class=\"breadcrumb\">Both sides agreed to share floods</div>{main}</div>\
         <footer>Participants will contact us by 2030.</footer></body></html>"
    );
    assert_same("statement.html", page);
}

/// A page of a PDF with these lines, each with the space before it.
fn pdf(lines: &[(u32, String)]) -> Vec<u8> {
    let mut stream = String::from("BT /F1 8 Tf 40 800 Td\n");
    for (space, line) in lines {
        let line = line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        writeln!(stream, "0 -{space} Td ({line}) Tj").unwrap();
    }
    stream.push_str("ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{stream}\nendstream", stream.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let mut out = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(out.len());
        write!(out, "{} 0 obj\n{object}\nendobj\n", at + 1).unwrap();
    }
    let start = out.len();
    out.push_str("xref\n0 6\n0000000000 65535 f \n");
    for place in places {
        writeln!(out, "{place:010} 00000 n ").unwrap();
    }
    write!(out, "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").unwrap();
    out.into_bytes()
}

#[test]
fn a_pdf_gives_the_same() {
    let mut lines = Vec::new();
    for part in parts() {
        let text = match part {
            Part::Title(text) | Part::Heading(text) | Part::Paragraph(text) => text,
            Part::Item(text) => format!("- {text}"),
        };
        let mut line = String::new();
        let mut space = 24;
        for word in text.split_whitespace() {
            if line.len() + word.len() > 100 {
                lines.push((space, std::mem::take(&mut line)));
                space = 10;
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push((space, line));
    }
    let bytes = pdf(&lines);
    if std::process::Command::new("pdftotext").arg("-v").output().is_ok() {
        assert_same("statement.pdf", bytes);
    } else {
        let refused = import_bytes(&real_archive(), "statement.pdf", bytes, ID);
        assert!(refused.stderr.contains("install pdftotext (poppler-utils)"), "{}", refused.stderr);
    }
}

#[test]
fn every_encoding_gives_the_same() {
    let text = read(statement("water-release.ja.txt"));
    let imported = |bytes: &[u8]| {
        let archive = super::statements::water_archive();
        import_bytes(&archive, "release.txt", bytes, "third").ok();
        let note = note(&archive, "third", "ja");
        let is_kept = |line: &&str| !line.contains("sha256");
        note.lines().filter(is_kept).collect::<Vec<_>>().join("\n")
    };
    let expected = imported(text.as_bytes());
    assert!(expected.contains("リバートン"));
    for encoding in [encoding_rs::SHIFT_JIS, encoding_rs::EUC_JP, encoding_rs::ISO_2022_JP] {
        let (bytes, _, has_other) = encoding.encode(&text);
        assert!(!has_other);
        assert_eq!(imported(&bytes), expected, "{}", encoding.name());
    }
    assert_eq!(imported(format!("\u{feff}{}", text.replace('\n', "\r\n")).as_bytes()), expected);
}

#[test]
fn tracked_changes_count_as_accepted() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let body = format!(
        "{}<w:p>{}<w:del><w:r><w:delText>decline to </w:delText></w:r></w:del><w:ins>{}</w:ins>{}</w:p>\
         <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{}</w:p><w:p>{}</w:p>\
         <w:p><w:moveFrom>{}</w:moveFrom></w:p><w:p>{}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>\
         <w:tbl><w:tr><w:tc>{cell}</w:tc><w:tc>{cell}</w:tc></w:tr><w:tr><w:tc>{cell}</w:tc><w:tc>{cell}</w:tc></w:tr></w:tbl>",
        paragraph("", "Notes of the Water Dialogue"),
        run("Both sides "),
        run("agreed to "),
        run("share data on floods."),
        run("They welcomed "),
        run("the levees."),
        run("They will leave."),
        run("That was all."),
        cell = paragraph("", "1 | 2"),
    );
    let notes = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>Said twice.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let archive = super::statements::water_archive();
    import_bytes(&archive, "notes.docx", docx(&document(&body), &[("word/footnotes.xml", notes)]), "notes")
        .ok();
    let note = note(&archive, "notes", "en");
    assert_eq!(
        records(&note),
        ["undertaking floods [north, south] agreed to", "welcome levees [north, south] welcomed"]
    );
    for words in [
        "Both sides agreed to share data on floods.\n",
        "They welcomed the levees.\n",
        "That was all.[^2]\n",
        "[^2]: Said twice.\n",
        "| 1 \\| 2 | 1 \\| 2 |\n| --- | --- |\n",
    ] {
        assert!(note.contains(words), "{words} in {note}");
    }
    assert!(!note.contains("decline") && !note.contains("leave"), "{note}");
}

/// Old pages of ministries have their text as it was typed.
#[test]
fn lines_of_a_preformatted_page_stay_lines() {
    let typed = read(statement("water-release.ja.txt"));
    let of = |name: &str, bytes: &str| {
        let archive = super::statements::water_archive();
        import_bytes(&archive, name, bytes, "release").ok();
        records(&note(&archive, "release", "ja"))
    };
    let expected = of("release.txt", &typed);
    assert_eq!(expected.len(), 7);
    assert_eq!(of("release.html", &format!("<html><body><pre>{typed}</pre></body></html>")), expected);
}
