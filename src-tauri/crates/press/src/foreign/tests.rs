//! Every fixture of tests/fixtures/pdf, and what must become of it. Pictures
//! are compared where poppler is installed, as it is for `./test`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::process::Command;

use qpdf::{QPdf, QPdfDictionary, QPdfObject, QPdfObjectLike};

use super::objects::{array, dict, get_array, get_dict, get_integer, get_name};
use super::*;

fn fixture(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/fixtures/pdf/");
    std::fs::read(format!("{folder}{name}.pdf")).unwrap()
}

fn open(name: &str) -> ForeignFile {
    inspect(&fixture(name), name).unwrap()
}

/// A packet's own pages: a cover, then an overlay per foreign page with a red
/// square in its upper right corner, tagged; a bookmark leads to page 2.
fn base(overlays: &[ForeignPage]) -> Vec<u8> {
    let pdf = QPdf::empty();
    let root = pdf.get_root().unwrap();
    let tree = QPdfDictionary::from(pdf.new_dictionary().into_indirect());
    let mut pages = Vec::new();
    let cover = (595.0, 842.0);
    for (width, height) in std::iter::once(cover).chain(overlays.iter().map(|p| (p.width_pt, p.height_pt))) {
        let square = format!("/P <</MCID 0>> BDC 1 0 0 rg {} {} 20 20 re f EMC", width - 30.0, height - 30.0);
        let page = format!("<</Type /Page /MediaBox [0 0 {width} {height}] /StructParents {} >>", pages.len());
        let page = QPdfDictionary::from(pdf.parse_object(&page).unwrap().into_indirect());
        page.set("/Contents", QPdfObject::from(pdf.new_stream(square)));
        pdf.add_page(&page, false).unwrap();
        pages.push(page);
    }
    root.set("/StructTreeRoot", &tree);
    tree.set("/Type", pdf.new_name("/StructTreeRoot"));
    let outlines = QPdfDictionary::from(pdf.new_dictionary().into_indirect());
    let entry = QPdfDictionary::from(pdf.parse_object("<</Title (Paper 1)>>").unwrap().into_indirect());
    let target = pdf.parse_object("[null /XYZ 10 20 0]").unwrap();
    let mut target = array(target).unwrap();
    target.set(0, pages.get(1).unwrap_or(&pages[0]));
    entry.set("/Dest", target);
    entry.set("/Parent", &outlines);
    for key in ["/First", "/Last"] {
        outlines.set(key, &entry);
    }
    outlines.set("/Count", pdf.new_integer(1));
    root.set("/Outlines", outlines);
    pdf.writer().static_id(true).write_to_memory().unwrap()
}

/// All pages of a file behind the cover.
fn joined(file: &ForeignFile) -> Vec<u8> {
    let insertions: Vec<_> =
        (0..file.pages.len()).map(|source_page| Insertion { base_page: source_page + 1, file, source_page }).collect();
    join(&base(&file.pages), &insertions).unwrap()
}

fn joined_fixture(name: &str) -> QPdf {
    QPdf::read_from_memory(joined(&open(name))).unwrap()
}

fn annotations(page: &QPdfDictionary) -> Vec<QPdfDictionary> {
    get_array(page, "/Annots").iter().flat_map(|a| a.iter()).filter_map(dict).collect()
}

/// A page as poppler shows it at 72 dpi; `None` where poppler is missing.
fn picture(bytes: &[u8], page: usize) -> Option<image::RgbImage> {
    let folder = tempfile::tempdir().unwrap();
    let (file, out) = (folder.path().join("it.pdf"), folder.path().join("page"));
    std::fs::write(&file, bytes).unwrap();
    let page = page.to_string();
    let run = Command::new("pdftoppm")
        .args(["-cropbox", "-r", "72", "-png", "-singlefile", "-f", &page, "-l", &page])
        .args([&file, &out])
        .status();
    run.ok().filter(std::process::ExitStatus::success)?;
    Some(image::open(out.with_extension("png")).unwrap().to_rgb8())
}

const RED: [u8; 3] = [255, 0, 0];
const GREEN: [u8; 3] = [0, 255, 0];
const BLUE: [u8; 3] = [0, 0, 255];

/// The colour at a point counted from the lower left corner.
fn colour(picture: &image::RgbImage, x: u32, y: u32) -> [u8; 3] {
    picture.get_pixel(x, picture.height() - 1 - y).0
}

#[test]
fn a_page_looks_as_before_but_for_the_stamp_upper_right() {
    let names = [
        "plain",
        "rotate-90",
        "rotate-180",
        "rotate-270",
        "crop-offset",
        "a3-landscape",
        "stamp",
        "layers",
        "inherited",
        "content-array",
        "shared-content",
        "object-streams",
        "unbalanced",
        "struct-parents",
        "encrypted-empty",
        "bad-xref",
        "lines-before",
    ];
    for name in names {
        let (before, after) = (fixture(name), joined(&open(name)));
        for page in 1..=open(name).pages.len() {
            let Some(then) = picture(&before, page) else { return };
            let now = picture(&after, page + 1).unwrap();
            assert_eq!(then.dimensions(), now.dimensions(), "{name} {page}");
            let (width, height) = now.dimensions();
            assert_eq!(colour(&now, width - 20, height - 20), RED, "{name} {page}");
            let differing = then.enumerate_pixels().find(|(x, y, pixel)| {
                let stamped = *x + 32 > width && *y < 32;
                !stamped && now.get_pixel(*x, *y) != *pixel
            });
            assert_eq!(differing.map(|(x, y, _)| (x, y)), None, "{name} {page}");
        }
    }
}

#[test]
fn sizes_are_those_seen() {
    let cases = [
        ("plain", 595.0, 842.0),
        ("rotate-90", 842.0, 595.0),
        ("rotate-180", 595.0, 842.0),
        ("crop-offset", 600.0, 420.0),
        ("a3-landscape", 1191.0, 842.0),
        ("user-unit", 600.0, 800.0),
        ("inherited", 842.0, 595.0),
    ];
    for (name, width, height) in cases {
        let page = &open(name).pages[0];
        assert_eq!((page.width_pt, page.height_pt), (width, height), "{name}");
    }
}

#[test]
fn a_page_in_larger_units_keeps_them() {
    let pdf = joined_fixture("user-unit");
    let page = pdf.get_page(1).unwrap();
    assert_eq!(get_integer(&page, "/UserUnit"), Some(2));
    assert_eq!(get_array(&page, "/MediaBox").unwrap().to_string(), "[ 0 0 300 400 ]");
    // The overlay, in points, is drawn at half its size into units of 2 points.
    let first = get_array(&page, "/Contents").unwrap().get(0).unwrap();
    let data = objects::stream(first).unwrap().get_data(qpdf::StreamDecodeLevel::All).unwrap();
    assert!(String::from_utf8_lossy(&data).contains("0.5 0 0 0.5 0 0 cm"));
}

#[test]
fn what_cannot_be_joined_is_refused_by_name() {
    let refusal = |name: &str| inspect(&fixture(name), name).err().unwrap();
    let name = |name: &str| name.to_owned();
    assert_eq!(refusal("zero"), ForeignError::ZeroBytes { name: name("zero") });
    assert_eq!(refusal("text"), ForeignError::NotPdf { name: name("text") });
    assert_eq!(refusal("encrypted"), ForeignError::Encrypted { name: name("encrypted") });
    assert_eq!(refusal("no-pages"), ForeignError::Empty { name: name("no-pages") });
    assert!(matches!(refusal("broken"), ForeignError::Broken { .. }));
    let lost = ForeignError::ContentLost { name: name("truncated"), page: 1 };
    assert_eq!(refusal("truncated"), lost);
    let (width_pt, height_pt) = (20.0, 20.0);
    assert_eq!(refusal("tiny"), ForeignError::PageSize { name: name("tiny"), page: 1, width_pt, height_pt });
    let large = inspect(&vec![b' '; SIZE_LIMIT + 1], "large").err().unwrap();
    assert!(matches!(large, ForeignError::TooLarge { .. }));
}

#[test]
fn a_file_cut_anywhere_is_whole_or_refused() {
    let whole = fixture("plain");
    for length in (0..whole.len()).step_by(97) {
        if let Ok(file) = inspect(&whole[..length], "cut") {
            assert_eq!(file.pages.len(), 3, "cut at {length}");
            assert!(file.repaired);
        }
    }
}

/// A page with content and so many stamps whose objects stand behind it, and
/// where in the file each object begins.
fn stamped(stamps: usize) -> (Vec<u8>, Vec<usize>) {
    let first = 5;
    let named: String = (0..stamps).map(|at| format!("{} 0 R ", first + 2 * at)).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>".to_owned(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents 4 0 R /Annots [{named}] >>"
        ),
        "<< /Length 19 >>\nstream\n1 0 0 rg 0 0 9 9 re\nendstream".to_owned(),
    ];
    for at in 0..stamps {
        let rect = format!("[50 {} 150 {}]", 40 + 60 * at, 80 + 60 * at);
        let look = first + 2 * at + 1;
        objects.push(format!("<< /Type /Annot /Subtype /Stamp /Rect {rect} /AP << /N {look} 0 R >> >>"));
        let drawn = "0 0 1 rg 0 0 100 40 re f";
        objects.push(format!(
            "<< /Type /XObject /Subtype /Form /BBox [0 0 100 40] /Length {} >>\nstream\n{drawn}\nendstream",
            drawn.len()
        ));
    }
    let (mut file, mut starts) = (b"%PDF-1.4\n".to_vec(), Vec::new());
    for (at, object) in objects.iter().enumerate() {
        starts.push(file.len());
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).into_bytes());
    }
    starts.push(file.len());
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    starts.iter().take(objects.len()).for_each(|start| table += &format!("{start:010} 00000 n \n"));
    let size = objects.len() + 1;
    table += &format!("trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", file.len());
    file.extend(table.into_bytes());
    (file, starts)
}

#[test]
fn a_cut_file_that_lost_stamps_is_refused() {
    let (whole, starts) = stamped(11);
    assert!(!inspect(&whole, "whole").unwrap().repaired);
    let behind_objects = starts.last().copied().unwrap();
    for length in (starts[4]..whole.len()).step_by(41) {
        let cut = inspect(&whole[..length], "cut");
        if length < behind_objects - 8 {
            assert!(cut.is_err(), "cut at {length} of {behind_objects}");
        } else if let Ok(file) = cut {
            assert_eq!(annotations(&file.objects[0]).len(), 11, "cut at {length}");
        }
    }
    let file = inspect(&whole[..behind_objects], "without table").unwrap();
    assert!(file.repaired);
    assert_eq!(annotations(&QPdf::read_from_memory(joined(&file)).unwrap().get_page(1).unwrap()).len(), 11);
}

#[test]
fn a_packet_shows_its_title_not_its_files_name() {
    let root = joined_fixture("plain").get_root().unwrap();
    let preferences = get_dict(&root, "/ViewerPreferences").unwrap();
    assert!(preferences.get("/DisplayDocTitle").unwrap().as_bool());
}

#[test]
fn a_repaired_file_says_so() {
    assert!(open("bad-xref").repaired);
    assert!(!open("plain").repaired);
}

#[test]
fn a_page_that_does_not_fit_its_overlay_is_refused() {
    let (tall, wide) = (open("plain"), open("a3-landscape"));
    let pdf = base(&tall.pages);
    let lay = |base_page, file, source_page| join(&pdf, &[Insertion { base_page, file, source_page }]).err();
    assert!(matches!(lay(1, &wide, 0), Some(ForeignError::Overlay { .. })));
    assert!(matches!(lay(9, &tall, 0), Some(ForeignError::Overlay { .. })));
    assert!(matches!(lay(1, &tall, 3), Some(ForeignError::NoSuchPage { page: 4, pages: 3, .. })));
    assert_eq!(lay(1, &tall, 0), None);
}

#[test]
fn a_stamp_stays_an_annotation_and_an_attachment_becomes_its_picture() {
    let bytes = joined(&open("stamp"));
    let pdf = QPdf::read_from_memory(&bytes).unwrap();
    let page = pdf.get_page(1).unwrap();
    let kept = annotations(&page);
    let kinds: Vec<_> = kept.iter().filter_map(|a| get_name(a, "/Subtype")).collect();
    assert_eq!(kinds, ["/Stamp", "/Popup", "/Highlight"]);
    assert_eq!(kept[0].get("/Contents").unwrap().as_string(), "承認");
    assert_eq!(get_dict(&kept[0], "/P").unwrap().get_id(), page.get_id());
    assert_eq!(get_dict(&kept[0], "/Popup").unwrap().get_id(), kept[1].get_id());
    assert_eq!(get_dict(&kept[1], "/Parent").unwrap().get_id(), kept[0].get_id());
    assert!(!kept[0].has("/StructParent"));
    let Some(seen) = picture(&bytes, 2) else { return };
    assert_eq!(colour(&seen, 350, 620), RED);
    assert_eq!(colour(&seen, 350, 520), BLUE);
}

#[test]
fn links_lead_within_the_packet_or_to_an_address() {
    let pdf = joined_fixture("links");
    let links = annotations(&pdf.get_page(1).unwrap());
    let leads: Vec<String> = links
        .iter()
        .map(|link| match get_array(link, "/Dest") {
            Some(target) => dict(target.get(0).unwrap()).unwrap().get_id().to_string(),
            None => get_dict(link, "/A").unwrap().get("/URI").unwrap().as_string(),
        })
        .collect();
    let page = |at| pdf.get_page(at).unwrap().get_id().to_string();
    assert_eq!(leads, [page(2), page(3), "https://example.jp/".to_owned()]);
    assert!(!pdf.get_root().unwrap().has("/OpenAction"));
}

#[test]
fn a_link_to_a_page_that_is_left_out_is_left_out() {
    let file = open("links");
    let insertion = Insertion { base_page: 1, file: &file, source_page: 0 };
    let pdf = QPdf::read_from_memory(join(&base(&file.pages[..1]), &[insertion]).unwrap()).unwrap();
    assert_eq!(annotations(&pdf.get_page(1).unwrap()).len(), 1);
}

#[test]
fn filled_fields_are_drawn_and_hidden_ones_are_not() {
    let bytes = joined(&open("form-filled"));
    let pdf = QPdf::read_from_memory(&bytes).unwrap();
    assert!(annotations(&pdf.get_page(1).unwrap()).is_empty());
    assert!(!pdf.get_root().unwrap().has("/AcroForm"));
    assert!(texts(&bytes)[1].contains("FILLED"), "{:?}", texts(&bytes));
    let Some(seen) = picture(&bytes, 2) else { return };
    assert_eq!(colour(&seen, 400, 320), GREEN);
    assert_eq!(colour(&seen, 400, 220), [255, 255, 255]);
}

#[test]
fn a_value_that_its_file_does_not_draw_is_drawn() {
    let bytes = joined(&open("form-without-looks"));
    let Some(seen) = picture(&bytes, 2) else { return };
    let inked = (100..300).flat_map(|x| (300..340).map(move |y| (x, y)));
    let blue = inked.filter(|&(x, y)| colour(&seen, x, y)[0] < 128 && colour(&seen, x, y)[2] > 200);
    assert!(blue.count() > 100);
}

#[test]
fn hidden_layers_stay_hidden() {
    let pdf = joined_fixture("layers");
    let layers = get_dict(&pdf.get_root().unwrap(), "/OCProperties").unwrap();
    assert_eq!(get_array(&layers, "/OCGs").unwrap().len(), 2);
    let off = get_array(&get_dict(&layers, "/D").unwrap(), "/OFF").unwrap();
    let hidden = dict(off.get(0).unwrap()).unwrap();
    assert_eq!(hidden.get("/Name").unwrap().as_string(), "hidden");
}

#[test]
fn a_papers_bookmarks_hang_folded_under_its_entry() {
    let file = open("links");
    let titles: Vec<_> = file.outline.iter().map(|e| (e.title.as_str(), e.level, e.page)).collect();
    let expected = [("第1章 はじめに", 0, Some(0)), ("1.1 𠮷田", 1, Some(1)), ("おわり", 0, Some(2))];
    assert_eq!(titles, expected);
    let again = inspect(&joined(&file), "packet").unwrap().outline;
    let titles: Vec<_> = again.iter().map(|e| (e.title.as_str(), e.level, e.page)).collect();
    let expected =
        [("Paper 1", 0, Some(1)), ("第1章 はじめに", 1, Some(1)), ("1.1 𠮷田", 2, Some(2)), ("おわり", 1, Some(3))];
    assert_eq!(titles, expected);
    let pdf = joined_fixture("links");
    let outlines = get_dict(&pdf.get_root().unwrap(), "/Outlines").unwrap();
    assert_eq!(get_integer(&outlines, "/Count"), Some(1));
    assert_eq!(get_integer(&get_dict(&outlines, "/First").unwrap(), "/Count"), Some(-2));
}

#[test]
fn the_packets_own_bookmarks_follow_a_turned_page() {
    let pdf = joined_fixture("rotate-90");
    let outlines = get_dict(&pdf.get_root().unwrap(), "/Outlines").unwrap();
    let target = get_array(&get_dict(&outlines, "/First").unwrap(), "/Dest").unwrap();
    let point: Vec<_> = [2, 3].iter().filter_map(|&i| objects::number(&target.get(i).unwrap())).collect();
    // (10, 20) as seen is 20 from the right side and 10 up in a page turned by 90.
    assert_eq!(point, [575.0, 10.0]);
}

#[test]
fn the_packets_tags_stay_and_the_papers_do_not_disturb_them() {
    let bytes = joined(&open("struct-parents"));
    let pdf = QPdf::read_from_memory(&bytes).unwrap();
    assert!(get_dict(&pdf.get_root().unwrap(), "/StructTreeRoot").is_some());
    let page = pdf.get_page(1).unwrap();
    assert_eq!(get_integer(&page, "/StructParents"), Some(1));
    let form = |from: &QPdfDictionary, name: &str| {
        let forms = get_dict(&get_dict(from, "/Resources").unwrap(), "/XObject").unwrap();
        objects::stream(forms.get(name).unwrap()).unwrap().get_dictionary()
    };
    let inner = form(&form(&page, "/EntakuPaper"), "/F");
    assert!(!inner.has("/StructParents"));
}

#[test]
fn the_same_papers_give_the_same_bytes_and_can_be_joined_again() {
    let file = open("stamp");
    assert_eq!(joined(&file), joined(&file));
    assert_eq!(joined(&file), joined(&open("stamp")));
}

#[test]
fn a_page_that_is_used_twice_is_stored_once() {
    let file = open("plain");
    let twice = [file.pages[0].clone(), file.pages[0].clone()];
    let insertions = [1, 2].map(|base_page| Insertion { base_page, file: &file, source_page: 0 });
    let pdf = QPdf::read_from_memory(join(&base(&twice), &insertions).unwrap()).unwrap();
    let form = |at| {
        let resources = get_dict(&pdf.get_page(at).unwrap(), "/Resources").unwrap();
        get_dict(&resources, "/XObject").unwrap().get("/EntakuPaper").unwrap().get_id()
    };
    assert_eq!(form(1), form(2));
}

#[test]
fn a_pages_text_can_be_heard() {
    assert_eq!(texts(&fixture("plain")), ["one", "two", "three"]);
    assert!(texts(b"no pdf").is_empty());
}

#[test]
fn what_a_file_says_beside_its_pages_is_told_from_object_streams_too() {
    let pdf = QPdf::empty();
    let page = "<</Type /Page /MediaBox [0 0 200 200]>>";
    let page = QPdfDictionary::from(pdf.parse_object(page).unwrap().into_indirect());
    let note = QPdfDictionary::from(pdf.parse_object("<</Type /Annot /Subtype /Text /Rect [0 0 9 9]>>").unwrap());
    note.set("/Contents", pdf.new_utf8_string("覚え 髙橋"));
    note.set("/RC", pdf.new_utf8_string("<?xml version=\"1.0\"?><body><p>鰐<span>淵</span> &amp; 髙橋</p></body>"));
    note.set("/T", pdf.new_utf8_string("渡邉\u{E0102}"));
    page.set("/Annots", pdf.new_array_from([QPdfObject::from(note.into_indirect())]));
    pdf.add_page(&page, false).unwrap();
    let info = QPdfDictionary::from(pdf.new_dictionary().into_indirect());
    info.set("/Author", pdf.new_utf8_string("𠮷﨑 太郎"));
    pdf.get_trailer().unwrap().set("/Info", &info);
    let root = pdf.get_root().unwrap();
    root.set("/Metadata", QPdfObject::from(pdf.new_stream("<x:xmpmeta><dc:title>辻󠄀の記録</dc:title></x:xmpmeta>")));
    let form = QPdfDictionary::from(pdf.parse_object("<</Fields [<</T (a) /Kids [<</V (b)>>]>>]>>").unwrap());
    root.set("/AcroForm", &form);
    let files = "<</EmbeddedFiles <</Kids [<</Names [(x) <</Type /Filespec /F (hidden.docx)>>]>>]>>>>";
    root.set("/Names", pdf.parse_object(files).unwrap());
    let bytes = pdf
        .writer()
        .static_id(true)
        .object_stream_mode(qpdf::ObjectStreamMode::Generate)
        .compress_streams(true)
        .write_to_memory()
        .unwrap();
    assert!(!bytes.windows(7).any(|w| w == b"/Author"), "it lies in an object stream");
    let found = told(&bytes);
    for (place, text) in [
        ("Author", "𠮷﨑 太郎"),
        ("Contents 1", "覚え 髙橋"),
        ("RC 1", "鰐淵 & 髙橋"),
        ("T 1", "渡邉\u{E0102}"),
        ("Field", "b"),
        ("Attachment", "hidden.docx"),
    ] {
        assert!(found.iter().any(|(p, t)| p == place && t == text), "{place}: {found:?}");
    }
    assert!(found.iter().any(|(place, text)| place == "XMP" && text.contains("辻󠄀の記録")), "{found:?}");
    assert!(told(&fixture("plain")).iter().any(|(place, _)| place == "1"), "what its pages say");
    for bad in [&b""[..], b"%PDF-1.7", b"%PDF-1.7 trailer << /Info 1 0 R >>"] {
        told(bad);
    }
}
