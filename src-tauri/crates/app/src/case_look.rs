//! V21: looking through what leaves for words of the cases, and for counts of so few people
//! that they point at them. Whoever holds the vault brings the words.

use crate::error::Finding;
use crate::printing::Finished;
use crate::text::cases as words;
use entaku_documents::{Printer, SourceFile};
use entaku_domain::case_guard::{PatternKind, small_cells};
use entaku_domain::case_words::CaseWords;

/// A text that leaves, and what its place is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// 「委員名簿」の「…」の行.
    pub place: String,
    /// The text.
    pub text: String,
}

impl Spot {
    /// A text at a place.
    pub fn new(place: String, text: String) -> Self {
        Self { place, text }
    }
}

/// The title of a document and each of its lines.
pub fn lines_of(title: &str, text: &str) -> Vec<Spot> {
    let line = |line: &str| Spot::new(words::line_place(title, line), line.to_owned());
    std::iter::once(title).chain(text.lines()).filter(|l| !l.trim().is_empty()).map(line).collect()
}

/// The texts of a file, each with its place: its name, its properties, what its parts say.
pub fn spots_of_file(source: &SourceFile, printer: &dyn Printer) -> Vec<Spot> {
    let name = &source.name;
    let mut spots = vec![Spot::new(words::file_name_place(name), name.clone())];
    spots.extend(entaku_sheets::properties(&source.bytes).into_iter().map(|(p, text)| told(name, &p, text)));
    for (part, text) in entaku_sheets::words(&source.bytes) {
        spots.push(Spot::new(words::part_place(name, &part), text));
    }
    spots.extend(printer.reveal(source).into_iter().flat_map(|(place, text)| revealed(name, &place, text)));
    if let Ok((text, _)) = entaku_sheets::plain_text(&source.bytes, None) {
        spots.extend(lines_of(name, &text));
    }
    spots
}

/// The texts of a printed document, each with its place; of one that files from outside are
/// bound into, their comments and fields too, which are not drawn.
pub fn spots_of_print(title: &str, finished: &Finished, printer: &dyn Printer) -> Vec<Spot> {
    let mut spots = lines_of(title, &finished.every_word());
    if finished.binds_files() {
        let pdf = SourceFile { name: title.to_owned(), bytes: finished.printed.pdf.clone() };
        let beside = printer.reveal(&pdf).into_iter().filter(|(place, _)| !is_own(place));
        spots.extend(beside.flat_map(|(place, text)| revealed(title, &place, text)));
    }
    spots
}

/// What Entaku itself writes into a PDF: its pages and its title.
fn is_own(place: &str) -> bool {
    place.parse::<usize>().is_ok() || matches!(place, "XMP" | "Title")
}

/// A text of a PDF: a page, a property, or words in XML.
fn revealed(name: &str, place: &str, text: String) -> Vec<Spot> {
    if let Ok(page) = place.parse::<usize>() {
        return text.lines().map(|line| Spot::new(words::page_place(name, page), line.to_owned())).collect();
    }
    match place {
        "XMP" => {
            entaku_sheets::of_xml(&text).into_iter().map(|(p, text)| told(name, &format!("XMP {p}"), text)).collect()
        }
        _ => vec![told(name, place, text)],
    }
}

fn told(name: &str, property: &str, text: String) -> Spot {
    Spot::new(words::metadata_place(name, property), text)
}

/// What was found, each with its place. A word that is broken at the end of a line is found
/// at the line on which it begins.
pub fn look(planted: &CaseWords, spots: &[Spot]) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    let mut before: Option<(&Spot, Vec<(PatternKind, String)>)> = None;
    for spot in spots {
        let here = planted.found_in(&spot.text);
        if let Some((last, known)) = &before {
            let joined = planted.found_in(&format!("{}{}", last.text, spot.text));
            let broken = joined.into_iter().filter(|f| !known.contains(f) && !here.contains(f));
            found.extend(broken.map(|(kind, word)| finding(last, kind, word)));
        }
        found.extend(here.iter().map(|(kind, word)| finding(spot, *kind, word.clone())));
        found.extend(small_cells(&spot.text).into_iter().map(|cell| finding(spot, PatternKind::SmallCell, cell)));
        before = Some((spot, here));
    }
    found.dedup();
    found
}

/// How what was let go is spoken of: by its title, unless that holds words of a case itself.
pub fn spoken_of(planted: &CaseWords, title: &str) -> String {
    if planted.found_in(title).is_empty() { title.to_owned() } else { words::UNSPOKEN.to_owned() }
}

fn finding(at: &Spot, kind: PatternKind, found: String) -> Finding {
    Finding { place: at.place.clone(), kind, found }
}

#[cfg(test)]
mod tests {
    //! Where words stand in a text.
    use super::*;

    #[test]
    fn v21_words_are_found_with_their_place_also_over_the_end_of_a_line() {
        let mut planted = CaseWords::default();
        planted.add_name("鰐淵　波留子");
        planted.add_number(PatternKind::Phone, "0467-99-8765");
        let found = look(&planted, &lines_of("記録", "本日、鰐淵波\n留子の件\n電話0467-99-\n8765\n利用者３人の家"));
        let told: Vec<(&str, &str)> = found.iter().map(|f| (f.place.as_str(), f.found.as_str())).collect();
        assert_eq!(
            told,
            [
                ("「記録」の「本日、鰐淵波」の行", "鰐淵　波留子"),
                ("「記録」の「電話0467-99-」の行", "0467-99-8765"),
                ("「記録」の「利用者３人の家」の行", "利用者3人"),
            ]
        );
        assert_eq!(look(&planted, &lines_of("鰐淵波留子の記録", "")).len(), 1, "the title too");
        assert_eq!(spoken_of(&planted, "名簿.pdf"), "名簿.pdf");
        assert_eq!(spoken_of(&planted, "鰐淵波留子.pdf"), words::UNSPOKEN);
        assert_eq!(look(&CaseWords::default(), &lines_of("記録", "山田\n太郎")), []);
    }
}
