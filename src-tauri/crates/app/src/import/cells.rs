//! A row as it comes in: what each of its cells says, read.

use super::remark::Remark;
use super::table::Table;
use super::view::CellState;
use super::{ImportAsk, Terms};
use crate::text::import as words;
use entaku_domain::Day;
use entaku_domain::appointment::MemberKind;
use entaku_domain::era::DateStyle;
use entaku_domain::find::find_key;
use entaku_domain::import::{
    ImportField as F, NameSplit, apart, bracketed, closed_up, heading_key, possible_families, read_day, read_kana,
    read_term, serial_day, split_both, split_kana, split_name,
};
use entaku_domain::person::{Gender, PersonName, Publication};
use entaku_domain::text::private_use;
use entaku_sheets::{RawRow, RawValue};
use std::collections::{BTreeMap, BTreeSet};

/// Surnames that are known, folded, with their readings.
#[derive(Default)]
pub(super) struct Surnames(BTreeMap<String, BTreeSet<String>>);

/// Whose row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// Somebody's.
    Person,
    /// Nobody's yet: a vacant seat.
    Vacant,
    /// None's: it has no name.
    Nobody,
    /// Headings once more, or nothing in any column.
    Blank,
}

/// A row as it comes in.
pub(super) struct Incoming {
    pub(super) row: u32,
    pub(super) whose: Whose,
    /// One for each column of the table.
    pub(super) cells: Vec<Seen>,
    pub(super) remarks: Vec<Said>,
    pub(super) name: PersonName,
    /// The name as it stands in the file.
    pub(super) written: String,
    /// Where a name without a space may divide.
    pub(super) families: Vec<String>,
    pub(super) organization: Option<String>,
    pub(super) post: Option<String>,
    /// Organisation and post in one text.
    pub(super) joint: Option<String>,
    pub(super) category: Option<String>,
    pub(super) start: Option<Day>,
    pub(super) end: Option<Day>,
    pub(super) kind: MemberKind,
    pub(super) office: Option<String>,
    pub(super) letter_number: Option<String>,
    pub(super) letter_title: Option<String>,
    pub(super) glyph_note: Option<String>,
    pub(super) needs: Option<Vec<String>>,
    pub(super) publication: Option<Publication>,
    pub(super) gender: Option<Gender>,
    pub(super) contacts: Vec<(F, String)>,
}

/// A cell as it will be shown.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) text: String,
    pub(super) state: CellState,
    pub(super) was: Option<String>,
}

/// Something said about a row, and about which column of it.
#[derive(Debug, Clone)]
pub(super) struct Said {
    pub(super) column: Option<usize>,
    pub(super) remark: Remark,
}

/// What is needed to read rows.
pub(super) struct Reader<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) terms: &'a Terms,
    pub(super) ask: &'a ImportAsk,
    pub(super) surnames: Surnames,
    pub(super) style: DateStyle,
    /// The category of the row above.
    above: Option<String>,
}

impl Surnames {
    pub(super) fn add(&mut self, family: &str, kana: &str) {
        if !family.is_empty() {
            self.0.entry(find_key(family)).or_default().insert(find_key(kana));
        }
    }

    fn has(&self, family: &str, kana: &str) -> bool {
        self.0.get(family).is_some_and(|readings| kana.is_empty() || readings.contains(kana))
    }
}

impl<'a> Reader<'a> {
    /// A reader that knows the surnames of those rows that have a space in their names.
    pub(super) fn new(table: &'a Table<'a>, terms: &'a Terms, ask: &'a ImportAsk, style: DateStyle) -> Self {
        let mut surnames = Surnames::default();
        let column = |field| table.columns.iter().find(|c| c.field == field).map(|c| c.at);
        let (name, kana) = (column(F::Name), column(F::Kana));
        for row in table.rows() {
            let parts = |at: Option<usize>| apart(&row.cells.get(at?)?.value.text());
            if let Some((family, _)) = parts(name) {
                surnames.add(&family, &parts(kana).map(|(kana, _)| kana).unwrap_or_default());
            }
        }
        Self { table, terms, ask, surnames, style, above: None }
    }

    pub(super) fn read(&mut self, row: &RawRow) -> Incoming {
        let mut found = Incoming::new(row.number);
        for (at, column) in self.table.columns.iter().enumerate() {
            let value = row.cells.get(column.at).map_or(&RawValue::Empty, |cell| &cell.value);
            found.cells.push(Seen { text: clean(value), state: CellState::Unused, was: None });
            if column.field != F::Nothing {
                found.look(at, value);
                found.lead(at, column.field, value);
            }
        }
        found.whose = self.whose(&found);
        match found.whose {
            Whose::Person => {
                self.name(&mut found);
                self.rest(&mut found, row);
                self.above.clone_from(&found.category);
            }
            // A vacant seat, or a subtitle that names the category of the rows below it.
            Whose::Vacant | Whose::Nobody => self.above = self.text(&found, F::Category).or(self.above.take()),
            // Headings once more: their word for the category is none.
            Whose::Blank => {}
        }
        found
    }

    fn whose(&self, found: &Incoming) -> Whose {
        let name = self.text(found, F::Name).or_else(|| self.text(found, F::Family)).unwrap_or_default();
        let headings = self.table.columns.iter().filter(|c| c.field.is_name());
        if headings.map(|c| heading_key(&c.heading)).any(|heading| heading == heading_key(&name)) {
            return Whose::Blank;
        }
        let taken = self.table.columns.iter().zip(&found.cells).filter(|(c, _)| c.field != F::Nothing);
        if taken.clone().all(|(_, cell)| cell.text.is_empty()) {
            return Whose::Blank;
        }
        match name.trim_matches(['（', '）', '(', ')', ' ', '　', '【', '】']) {
            "" => Whose::Nobody,
            name if words::VACANT.contains(&name) => Whose::Vacant,
            _ => Whose::Person,
        }
    }

    /// The text of the first column with a field; none where nothing stands there.
    fn text(&self, found: &Incoming, field: F) -> Option<String> {
        let at = self.table.columns.iter().position(|c| c.field == field)?;
        Some(found.cells[at].text.clone()).filter(|text| !text.is_empty())
    }

    fn at(&self, field: F) -> Option<usize> {
        self.table.columns.iter().position(|c| c.field == field)
    }

    fn name(&self, found: &mut Incoming) {
        found.name.latin = self.text(found, F::Latin);
        let mut kana = self.text(found, F::Kana).unwrap_or_default();
        if let Some(family) = self.text(found, F::Family) {
            found.name.family = family;
            found.name.given = self.text(found, F::Given).unwrap_or_default();
            found.written = found.name.full();
        } else {
            let whole = self.text(found, F::Name).unwrap_or_default();
            let parts = bracketed(&whole);
            let in_kana = !parts.note.is_empty() && !read_kana(parts.note).odd;
            if kana.is_empty() && in_kana {
                parts.note.clone_into(&mut kana);
            } else if !parts.note.is_empty() && !in_kana && self.is_odd_note(found, parts.note) {
                found.say(self.at(F::Name), Remark::NameNote(parts.note.to_owned()));
            }
            found.written = closed_up(parts.name).unwrap_or_else(|| parts.name.to_owned());
        }
        let column = self.at(F::Kana).or_else(|| self.at(F::FamilyKana));
        let kana = match self.text(found, F::FamilyKana) {
            Some(family) => format!("{family}　{}", self.text(found, F::GivenKana).unwrap_or_default()),
            None => kana,
        };
        let reading = read_kana(&kana);
        if reading.odd {
            found.say(column, Remark::KanaOdd);
        }
        self.divide(found, &reading.kana, column);
    }

    /// Whether what stands in brackets behind a name is not where the person belongs
    /// or which office they have.
    fn is_odd_note(&self, found: &Incoming, note: &str) -> bool {
        let places = [F::Affiliation, F::Organization].into_iter().filter_map(|field| self.text(found, field));
        !words::OFFICER_TITLES.contains(&note) && !places.map(|p| find_key(&p)).any(|p| p.starts_with(&find_key(note)))
    }

    fn divide(&self, found: &mut Incoming, kana: &str, column: Option<usize>) {
        let known = |family: &str, kana: &str| self.surnames.has(family, kana);
        let readings = apart(kana);
        if found.name.family.is_empty() {
            let written = found.written.clone();
            let chosen = self.terms.decision(found.row).and_then(|d| d.family.as_deref());
            let chosen = chosen.and_then(|family| Some((family.to_owned(), written.strip_prefix(family)?.to_owned())));
            if let Some((family, given)) = apart(&written).or(chosen) {
                (found.name.family, found.name.given) = (family, given);
            } else {
                self.divide_written(found, &written, kana, readings.as_ref());
            }
        }
        let bare = kana.trim();
        let parted = readings.or_else(|| {
            split_kana(&found.name.family, bare, &known).map(|(family, given)| (family.to_owned(), given.to_owned()))
        });
        match parted {
            Some((family, given)) => (found.name.family_kana, found.name.given_kana) = (family, given),
            None => {
                bare.clone_into(&mut found.name.family_kana);
                if !bare.is_empty() && !found.name.given.is_empty() {
                    found.say(column, Remark::KanaWhole);
                }
            }
        }
    }

    fn divide_written(&self, found: &mut Incoming, written: &str, kana: &str, readings: Option<&(String, String)>) {
        let known = |family: &str, kana: &str| self.surnames.has(family, kana);
        let column = self.at(F::Name);
        // One name, written as it is read, with nothing to divide: グエン・ティ・ラン.
        if readings.is_none() && !kana.trim().is_empty() && find_key(written) == find_key(kana) {
            written.clone_into(&mut found.name.family);
            return;
        }
        let both = if readings.is_none() { split_both(written, kana.trim(), &known) } else { None };
        let parts = readings.map(|(family, given)| (family.as_str(), given.as_str()));
        let split = match both {
            Some((at, _)) => NameSplit::Sure(&written[..at], &written[at..]),
            None => split_name(written, parts, &known),
        };
        let (family, given) = match split {
            NameSplit::Sure(family, given) | NameSplit::Guessed(family, given) => (family, given),
            NameSplit::Whole(name) => (name, ""),
        };
        (found.name.family, found.name.given) = (family.to_owned(), given.to_owned());
        let full = found.name.full();
        found.say(
            column,
            match split {
                NameSplit::Sure(..) => Remark::NameDivided(full),
                NameSplit::Guessed(..) => Remark::NameGuessed(full),
                NameSplit::Whole(_) => Remark::NameWhole,
            },
        );
        if !matches!(split, NameSplit::Sure(..)) {
            found.families = possible_families(written).into_iter().map(str::to_owned).collect();
        }
    }

    fn rest(&self, found: &mut Incoming, row: &RawRow) {
        found.organization = self.text(found, F::Organization);
        found.post = self.text(found, F::Post);
        found.joint = self.text(found, F::Affiliation);
        found.category = self.text(found, F::Category).or_else(|| self.above.clone().filter(|_| self.ask.fill_down));
        found.letter_number = self.text(found, F::LetterNumber);
        found.letter_title = self.text(found, F::LetterTitle);
        found.glyph_note = self.text(found, F::GlyphNote);
        found.office = self.text(found, F::Office);
        let parted =
            |text: String| text.split(['、', '，', ',', '\n', '・', ';']).map(|n| n.trim().to_owned()).collect();
        found.needs = self.text(found, F::Needs).map(|text| {
            let all: Vec<String> = parted(text);
            all.into_iter().filter(|need| !need.is_empty()).collect()
        });
        for field in [F::Postal, F::Address, F::Phone, F::Mail, F::Contact] {
            found.contacts.extend(self.text(found, field).map(|text| (field, text)));
        }
        self.days(found, row);
        self.codes(found);
    }

    fn days(&self, found: &mut Incoming, row: &RawRow) {
        let base = self.table.sheet.from_1904;
        for field in [F::Term, F::Start, F::End] {
            let Some(at) = self.at(field) else { continue };
            let value = row.cells.get(self.table.columns[at].at).map_or(&RawValue::Empty, |cell| &cell.value);
            if value.is_empty() || matches!(value, RawValue::Error(_)) {
                continue;
            }
            let one = match value {
                RawValue::Day(day) => Some(*day),
                RawValue::Number(number) => serial_day(*number, base),
                other => read_day(&other.text(), base),
            };
            let read = match field {
                F::Term => read_term(&value.text(), base).or(one.map(|day| (Some(day), None))),
                F::Start => one.map(|day| (Some(day), None)),
                _ => one.map(|day| (None, Some(day))),
            };
            match read {
                Some((start, end)) => {
                    found.start = start.or(found.start);
                    found.end = end.or(found.end);
                    let shown = [start, end].into_iter().flatten().map(|day| self.style.day(day));
                    found.cells[at].text = shown.collect::<Vec<_>>().join(words::UNTIL);
                }
                None => found.say(Some(at), Remark::BadDay(value.text())),
            }
        }
    }

    fn codes(&self, found: &mut Incoming) {
        if let Some(kind) = self.text(found, F::Kind) {
            match MemberKind::ALL.iter().find(|k| k.label() == kind || k.code() == kind) {
                Some(known) => found.kind = *known,
                None => found.say(self.at(F::Kind), Remark::UnknownKind(kind)),
            }
        }
        // A column of offices that has 「委員」 for the others says 「臨時委員」 in the same way.
        if let (Some(office), None) = (&found.office, self.at(F::Kind)) {
            let told = MemberKind::ALL.iter().find(|kind| kind.label() == office.trim());
            found.kind = told.copied().unwrap_or(found.kind);
        }
        if let Some(note) = self.text(found, F::Note) {
            let told = MemberKind::ALL.iter().find(|k| **k != MemberKind::Regular && note.contains(k.label()));
            found.kind = told.copied().unwrap_or(found.kind);
            if told.is_none() && !words::DERIVED_NOTES.iter().any(|known| note.starts_with(known)) {
                found.say(self.at(F::Note), Remark::NoteNotTaken);
            }
        }
        if let Some(gender) = self.text(found, F::Gender) {
            match Gender::ALL.iter().find(|g| g.label() == gender || g.label().trim_end_matches('性') == gender) {
                Some(known) => found.gender = Some(*known),
                None => found.say(self.at(F::Gender), Remark::UnknownGender(gender)),
            }
        }
        if let Some(shown) = self.text(found, F::Publication) {
            match Publication::ALL.iter().find(|p| p.label() == shown || p.code() == shown) {
                Some(known) => found.publication = Some(*known),
                None => found.say(self.at(F::Publication), Remark::UnknownPublication(shown)),
            }
        }
    }
}

impl Incoming {
    fn new(row: u32) -> Self {
        Self {
            row,
            whose: Whose::Blank,
            cells: Vec::new(),
            remarks: Vec::new(),
            name: PersonName::default(),
            written: String::new(),
            families: Vec::new(),
            organization: None,
            post: None,
            joint: None,
            category: None,
            start: None,
            end: None,
            kind: MemberKind::Regular,
            office: None,
            letter_number: None,
            letter_title: None,
            glyph_note: None,
            needs: None,
            publication: None,
            gender: None,
            contacts: Vec::new(),
        }
    }

    /// What any cell may have, whatever its column holds.
    fn look(&mut self, at: usize, value: &RawValue) {
        if let RawValue::Error(error) = value {
            self.say(Some(at), Remark::ErrorCell(error.clone()));
            self.cells[at].text.clear();
            return;
        }
        let text = &self.cells[at].text;
        let odd = private_use(text);
        let broken = text.contains('\u{FFFD}');
        if broken {
            self.say(Some(at), Remark::Unreadable);
        }
        if !odd.is_empty() {
            self.say(Some(at), Remark::PrivateUse(odd));
        }
    }

    /// A telephone number or a postal code that the spreadsheet keeps as a number has
    /// lost the noughts in front.
    fn lead(&mut self, at: usize, field: F, value: &RawValue) {
        let RawValue::Number(_) = value else { return };
        let text = &mut self.cells[at].text;
        if !text.bytes().all(|digit| digit.is_ascii_digit()) {
            return;
        }
        *text = match (field, text.len()) {
            (F::Phone, 9 | 10) => format!("0{text}"),
            (F::Postal, 5 | 6) => format!("{text:0>7}"),
            _ => return,
        };
        let led = text.clone();
        self.say(Some(at), Remark::NoughtInFront(led));
    }

    pub(super) fn say(&mut self, column: Option<usize>, remark: Remark) {
        self.remarks.push(Said { column, remark });
    }

    /// What is noted for internal use.
    pub(super) fn contact(&self) -> Option<String> {
        self.contacts.iter().find(|(field, _)| *field == F::Contact).map(|(_, text)| text.clone())
    }

    /// Says what becomes of the cells of a field.
    pub(super) fn mark(&mut self, table: &Table<'_>, fields: &[F], state: CellState, was: Option<String>) {
        for (column, cell) in table.columns.iter().zip(&mut self.cells) {
            if fields.contains(&column.field) && !cell.text.is_empty() {
                cell.state = state;
                cell.was.clone_from(&was);
            }
        }
    }

    /// Whether something forbids to write the row.
    pub(super) fn is_refused(&self) -> bool {
        self.remarks.iter().any(|said| said.remark.gravity() == super::view::Gravity::Error)
    }
}

/// A cell's text as it would be written: line breaks are layout, blanks around it, too.
fn clean(value: &RawValue) -> String {
    let text = value.text();
    let lines: Vec<&str> = text.split(['\r', '\n']).map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("　")
}
