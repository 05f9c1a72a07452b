//! What a file tells of itself beside its content: title, author, last author of Word, Excel
//! and PowerPoint files and of PDFs; and all words of an Office file, its comments and
//! tracked changes too. Bad bytes tell nothing.

use std::io::{Cursor, Read};

/// Parts of an Office file that hold its properties.
const PARTS: [&str; 3] = ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"];
/// The most that is read of one of them.
const MOST: u64 = 1_000_000;
/// The most that is read of a part with the words.
const MOST_WORDS: u64 = 30_000_000;
/// The most parts that are read.
const PARTS_READ: usize = 2_000;
/// Entries of a PDF's information.
const ENTRIES: [&str; 6] = ["Title", "Author", "Subject", "Keywords", "Creator", "Producer"];

/// A file's properties, each with its name as the file has it: `creator`, `Author`.
pub fn properties(bytes: &[u8]) -> Vec<(String, String)> {
    match bytes {
        [b'P', b'K', ..] => of_office(bytes),
        [b'%', b'P', b'D', b'F', ..] => of_pdf(bytes),
        _ => Vec::new(),
    }
}

/// All words of an Office file, a paragraph or a cell a line, each with the part of the file
/// in which it stands: `word/document.xml`. What is folded away, deleted with changes
/// tracked, or said in a comment is there, too.
pub fn words(bytes: &[u8]) -> Vec<(String, String)> {
    if !bytes.starts_with(b"PK") {
        return Vec::new();
    }
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let names: Vec<String> =
        archive.file_names().flatten().map(|name| name.into_owned()).filter(|name| is_text(name)).collect();
    let mut found = Vec::new();
    for name in names.into_iter().take(PARTS_READ) {
        let Ok(file) = archive.by_name(&name) else { continue };
        let mut xml = Vec::new();
        if file.take(MOST_WORDS).read_to_end(&mut xml).is_ok() {
            let text = paragraphs(&String::from_utf8_lossy(&xml));
            found.extend(text.lines().filter(|l| !l.trim().is_empty()).map(|l| (name.clone(), l.to_owned())));
        }
    }
    found
}

/// Parts that hold what was written, not how it looks.
fn is_text(part: &str) -> bool {
    let looks = ["theme", "styles", "settings", "fontTable", "webSettings", "slideLayout", "slideMaster", "_rels"];
    (part.ends_with(".xml") || part.ends_with(".txt"))
        && !part.starts_with("docProps/")
        && !looks.iter().any(|look| part.contains(look))
}

/// The text of a part; runs of a paragraph belong together, paragraphs and cells apart.
fn paragraphs(xml: &str) -> String {
    let mut out = String::new();
    for piece in xml.split('<').filter(|piece| !piece.starts_with(['?', '!'])) {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap_or_default();
        if matches!(name.rsplit(':').next(), Some("p" | "si" | "c" | "row" | "comment" | "br")) {
            out.push('\n');
        }
        out.push_str(&unescaped(text));
    }
    out
}

fn of_office(bytes: &[u8]) -> Vec<(String, String)> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let mut found = Vec::new();
    for part in PARTS {
        let Ok(file) = archive.by_name(part) else { continue };
        let mut xml = String::new();
        if file.take(MOST).read_to_string(&mut xml).is_ok() {
            found.extend(of_xml(&xml));
        }
    }
    found
}

/// Texts of elements by the element's own name, and of what stands in their tags: XMP has both.
pub fn of_xml(xml: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for piece in xml.split('<').filter(|piece| !piece.starts_with(['/', '?', '!'])) {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        let name = tag.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
        let name = name.rsplit(':').next().unwrap_or_default();
        found.extend(attributes(tag));
        let text = unescaped(text.trim());
        if !text.is_empty() {
            found.push((name.to_owned(), text));
        }
    }
    found
}

/// `pdf:Author="…"`, without the names of vocabularies.
fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = tag;
    while let Some((before, after)) = rest.split_once('=') {
        let name = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { break };
        let Some((text, tail)) = after[1..].split_once(quote) else { break };
        let text = unescaped(text.trim());
        if !name.starts_with("xmlns") && !text.is_empty() {
            found.push((name.rsplit(':').next().unwrap_or_default().to_owned(), text));
        }
        rest = tail;
    }
    found
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("&#") {
        out.push_str(before);
        let (code, tail) = after.split_once(';').unwrap_or((after, ""));
        let number = match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => code.parse().ok(),
        };
        out.extend(number.and_then(char::from_u32));
        rest = tail;
    }
    out.push_str(rest);
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

/// The information of a PDF where it stands in plain sight, and its XMP.
fn of_pdf(bytes: &[u8]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for entry in ENTRIES {
        let key = format!("/{entry}");
        for at in places(bytes, key.as_bytes()) {
            let rest = &bytes[at + key.len()..];
            let blank = rest.iter().take_while(|b| b.is_ascii_whitespace()).count();
            let text = match rest.get(blank) {
                Some(b'(') => decoded(&literal(&rest[blank + 1..])),
                Some(b'<') if rest.get(blank + 1) != Some(&b'<') => decoded(&hex(&rest[blank + 1..])),
                _ => continue,
            };
            if !text.trim().is_empty() {
                found.push((entry.to_owned(), text));
            }
        }
    }
    if let Some(at) = places(bytes, b"<x:xmpmeta").first() {
        let end = places(&bytes[*at..], b"</x:xmpmeta>").first().map_or(bytes.len(), |end| at + end);
        found.extend(of_xml(&String::from_utf8_lossy(&bytes[*at..end])));
    }
    found
}

fn places(bytes: &[u8], wanted: &[u8]) -> Vec<usize> {
    bytes.windows(wanted.len()).enumerate().filter(|(_, found)| *found == wanted).map(|(at, _)| at).collect()
}

/// A string in brackets, its backslashes resolved.
fn literal(bytes: &[u8]) -> Vec<u8> {
    let (mut out, mut depth, mut at) = (Vec::new(), 1, 0);
    while let Some(byte) = bytes.get(at).copied().filter(|_| out.len() < 10_000) {
        at += 1;
        match byte {
            b'\\' => at += escape(&bytes[at..], &mut out),
            b')' if depth == 1 => break,
            b'(' | b')' => {
                if byte == b'(' {
                    depth += 1
                } else {
                    depth -= 1
                }
                out.push(byte);
            }
            _ => out.push(byte),
        }
    }
    out
}

/// What a backslash stands for; answers how many bytes follow it.
fn escape(rest: &[u8], out: &mut Vec<u8>) -> usize {
    let octal: Vec<u8> = rest.iter().take(3).take_while(|b| (b'0'..=b'7').contains(b)).copied().collect();
    if !octal.is_empty() {
        let value = octal.iter().fold(0u32, |n, b| n * 8 + u32::from(b - b'0'));
        out.push(u8::try_from(value & 0xff).unwrap_or_default());
        return octal.len();
    }
    match rest.first() {
        Some(b'n') => out.push(b'\n'),
        Some(b'r') => out.push(b'\r'),
        Some(b't') => out.push(b'\t'),
        Some(b'\n') | None => {}
        Some(other) => out.push(*other),
    }
    1
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = bytes
        .iter()
        .take(20_000)
        .take_while(|b| **b != b'>')
        .filter_map(|b| char::from(*b).to_digit(16).and_then(|d| u8::try_from(d).ok()))
        .collect();
    digits.chunks(2).map(|pair| pair[0] * 16 + pair.get(1).copied().unwrap_or(0)).collect()
}

/// UTF-16 with its mark, UTF-8, or bytes as they are.
fn decoded(bytes: &[u8]) -> String {
    let pairs = |from: fn([u8; 2]) -> u16| -> String {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xfe, 0xff, ..] => pairs(u16::from_be_bytes),
        [0xff, 0xfe, ..] => pairs(u16::from_le_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| bytes.iter().map(|b| char::from(*b)).collect()),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use std::io::Write;

    fn office(part: &str, xml: &str) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file(part, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(xml.as_bytes()).unwrap();
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn what_a_file_tells_of_itself_is_read() {
        let core = office(
            "docProps/core.xml",
            "<cp:coreProperties><dc:creator>&#x9AD9;橋 &amp; 他</dc:creator></cp:coreProperties>",
        );
        assert_eq!(properties(&core), [("creator".to_owned(), "髙橋 & 他".to_owned())]);
        let utf16: Vec<u8> = [0xfe, 0xff].into_iter().chain("𠮷田".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let hexed: String = utf16.iter().map(|b| format!("{b:02x}")).collect();
        let xmp = "<x:xmpmeta><dc:title><rdf:li>花子の記録</rdf:li></dc:title></x:xmpmeta>";
        let pdf = format!("%PDF-1.7\n<< /Author <{hexed}> /Title (a\\(b\\)\\101) >>\n{xmp}").into_bytes();
        let found = properties(&pdf);
        for (name, text) in [("Author", "𠮷田"), ("Title", "a(b)A"), ("li", "花子の記録")] {
            assert!(found.contains(&(name.to_owned(), text.to_owned())), "{found:?}");
        }
        let described = r#"<rdf:Description xmlns:x="花" pdf:Author="波留子" pdf:Title='a&amp;b'/>"#;
        let told = [("Author".to_owned(), "波留子".to_owned()), ("Title".to_owned(), "a&b".to_owned())];
        assert_eq!(of_xml(described), told);
        let body = "<w:p><w:r><w:t>鰐淵</w:t></w:r><w:del><w:delText>波留子</w:delText></w:del></w:p><w:p><w:t>記録</w:t></w:p>";
        let found = words(&office("word/document.xml", body));
        assert_eq!(found.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>(), ["鰐淵波留子", "記録"]);
        for bad in [&b"PK"[..], b"%PDF /Title (", b"%PDF /Title <f", b"", b"%PDF /Author (\\"] {
            properties(bad);
            words(bad);
        }
    }
}
