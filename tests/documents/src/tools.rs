//! Reading PDFs back with poppler, a reader that is not ours.

use std::path::Path;
use std::process::Command;

/// Runs one of poppler's programs on a PDF and returns what it prints.
fn poppler(program: &str, pdf: &[u8], before: &[&str], after: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("document.pdf");
    std::fs::write(&file, pdf).unwrap();
    run(program, &file, before, after)
}

fn run(program: &str, file: &Path, before: &[&str], after: &[&str]) -> String {
    let output = Command::new(program)
        .args(before)
        .arg(file)
        .args(after)
        .output()
        .unwrap_or_else(|e| panic!("{program}: {e}; ./test installs poppler-utils"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    // Titles of tags come as UTF-16 among the rest; nothing here looks at them.
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The text of some pages (all where `pages` is none), in reading order.
pub(crate) fn text(pdf: &[u8], pages: Option<(usize, usize)>) -> String {
    let (first, last) =
        pages.map_or((String::from("1"), String::from("9999")), |(a, b)| (a.to_string(), b.to_string()));
    poppler("pdftotext", pdf, &["-f", &first, "-l", &last], &["-"]).replace('\u{c}', "---- page ----\n")
}

/// Each word with its box, as XML.
pub(crate) fn boxes(pdf: &[u8]) -> String {
    poppler("pdftotext", pdf, &["-bbox"], &["-"])
}

/// The tag tree: the tags' names alone, indented; a run of the same tag on one line.
pub(crate) fn tags(pdf: &[u8]) -> String {
    let tree = poppler("pdfinfo", pdf, &["-struct"], &[]);
    let mut runs: Vec<(String, usize)> = Vec::new();
    for line in tree.lines().filter_map(tag) {
        match runs.last_mut() {
            Some((last, times)) if *last == line => *times += 1,
            _ => runs.push((line, 1)),
        }
    }
    runs.into_iter()
        .map(|(line, times)| if times == 1 { format!("{line}\n") } else { format!("{line} x{times}\n") })
        .collect()
}

/// A line's tag; none for an attribute.
fn tag(line: &str) -> Option<String> {
    let name: String = line.trim_start().chars().take_while(char::is_ascii_alphanumeric).collect();
    let indent = line.len() - line.trim_start().len();
    (!name.is_empty()).then(|| format!("{}{name}", " ".repeat(indent)))
}

/// Poppler's general facts.
pub(crate) fn facts(pdf: &[u8]) -> String {
    poppler("pdfinfo", pdf, &["-f", "1", "-l", "9999"], &[])
}

/// A page in grey at a resolution, in dots per inch.
pub(crate) fn picture(pdf: &[u8], page: usize, dpi: u32) -> image::GrayImage {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("document.pdf"), folder.path().join("page"));
    std::fs::write(&file, pdf).unwrap();
    let (page, dpi) = (page.to_string(), dpi.to_string());
    run(
        "pdftoppm",
        &file,
        &["-png", "-gray", "-singlefile", "-f", &page, "-l", &page, "-r", &dpi],
        &[out.to_str().unwrap()],
    );
    image::open(out.with_extension("png")).unwrap().to_luma8()
}
