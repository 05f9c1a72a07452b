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
    String::from_utf8(output.stdout).unwrap()
}

/// The text of some pages (all where `pages` is none), in reading order.
pub(crate) fn text(pdf: &[u8], pages: Option<(usize, usize)>) -> String {
    let (first, last) =
        pages.map_or((String::from("1"), String::from("9999")), |(a, b)| (a.to_string(), b.to_string()));
    poppler("pdftotext", pdf, &["-f", &first, "-l", &last], &["-"]).replace('\u{c}', "---- page ----\n")
}

/// The tag tree without the text in it.
pub(crate) fn tags(pdf: &[u8]) -> String {
    poppler("pdfinfo", pdf, &["-struct"], &[])
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
