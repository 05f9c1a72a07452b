//! The merged cells of an OpenDocument spreadsheet, which the library that reads its
//! values leaves out.

use calamine::Dimensions;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read};

/// Merged areas that are taken of a file; a roster has some dozens.
const LIMIT: usize = 100_000;

/// Merged areas by the name of their sheet. A file whose content cannot be read so
/// far has none: its values have been read already.
pub(super) fn of_open_document(bytes: &[u8]) -> BTreeMap<String, Vec<Dimensions>> {
    let content = zip::ZipArchive::new(Cursor::new(bytes)).ok();
    let Some(mut archive) = content else { return BTreeMap::new() };
    let Ok(content) = archive.by_name("content.xml") else { return BTreeMap::new() };
    areas(BufReader::new(content.take(super::UNPACKED_LIMIT)))
}

/// Where in the sheets the reader stands.
#[derive(Default)]
struct Place {
    /// The sheets it is in: a cell may hold another table.
    tables: Vec<String>,
    row: u32,
    column: u32,
    /// How many rows the one it is in stands for.
    rows: u32,
}

fn areas(content: impl std::io::BufRead) -> BTreeMap<String, Vec<Dimensions>> {
    let mut reader = Reader::from_reader(content);
    let (mut buffer, mut place, mut found) = (Vec::new(), Place::default(), BTreeMap::new());
    let mut count = 0;
    while let Ok(event) = reader.read_event_into(&mut buffer) {
        match event {
            Event::Start(tag) => count += place.enter(&tag, &mut found),
            Event::Empty(tag) => {
                count += place.enter(&tag, &mut found);
                place.leave(tag.name().as_ref());
            }
            Event::End(tag) => place.leave(tag.name().as_ref()),
            Event::Eof => break,
            _ => {}
        }
        if count > LIMIT {
            break;
        }
        buffer.clear();
    }
    found
}

impl Place {
    /// Takes note of a tag; answers how many areas it has added.
    fn enter(&mut self, tag: &BytesStart<'_>, found: &mut BTreeMap<String, Vec<Dimensions>>) -> usize {
        match tag.name().as_ref() {
            "table:table" => {
                if self.tables.is_empty() {
                    (self.row, self.column) = (0, 0);
                }
                self.tables.push(attribute(tag, "table:name").unwrap_or_default());
            }
            _ if self.tables.len() != 1 => {}
            "table:table-row" => {
                self.column = 0;
                self.rows = number(tag, "table:number-rows-repeated");
            }
            "table:table-cell" => {
                let (rows, columns) =
                    (number(tag, "table:number-rows-spanned"), number(tag, "table:number-columns-spanned"));
                let start = (self.row, self.column);
                self.column = self.column.saturating_add(number(tag, "table:number-columns-repeated"));
                if rows > 1 || columns > 1 {
                    let end = (start.0.saturating_add(rows - 1), start.1.saturating_add(columns - 1));
                    found.entry(self.tables[0].clone()).or_default().push(Dimensions::new(start, end));
                    return 1;
                }
            }
            "table:covered-table-cell" => {
                self.column = self.column.saturating_add(number(tag, "table:number-columns-repeated"));
            }
            _ => {}
        }
        0
    }

    fn leave(&mut self, name: &str) {
        match name {
            "table:table" => drop(self.tables.pop()),
            "table:table-row" if self.tables.len() == 1 => self.row = self.row.saturating_add(self.rows),
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// A count that is 1 where it is not told.
fn number(tag: &BytesStart<'_>, name: &str) -> u32 {
    attribute(tag, name).and_then(|text| text.parse().ok()).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_areas_are_found_behind_repeated_cells_and_rows() {
        let content = r#"<o><table:table table:name="&#x540D;&amp;簿"><table:table-column/>
            <table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
            <table:table-row><table:table-cell table:number-columns-repeated="2"/>
              <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"><text:p>a</text:p></table:table-cell>
              <table:covered-table-cell/>
              <table:table-cell table:number-rows-spanned="4"><table:table><table:table-row><table:table-cell
                table:number-rows-spanned="9"/></table:table-row></table:table></table:table-cell></table:table-row>
            </table:table><table:table table:name="b"><table:table-row><table:table-cell table:number-rows-spanned="x"/>
            </table:table-row></table:table></o>"#;
        let found = areas(content.as_bytes());
        let expected = vec![Dimensions::new((3, 2), (3, 3)), Dimensions::new((3, 4), (6, 4))];
        assert_eq!(found, BTreeMap::from([("名&簿".to_owned(), expected)]));
        assert!(areas(&b"<a><b"[..]).is_empty() && of_open_document(b"no archive").is_empty());
    }
}
