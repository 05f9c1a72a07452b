//! Days for a calendar program (`.ics`, RFC 5545). The identifiers stay, and the sequence
//! grows with each move, so that a file that is read in again changes what is there
//! instead of adding to it.
//!
//! A writer of our own: a dozen properties are needed, and what goes wrong elsewhere
//! (folding within a character, commas that are not escaped) is what the tests look for.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use std::fmt::Write;

/// Octets of a line without its end (section 3.1).
const LINE: usize = 75;

/// The zone of all hours; Japan has no summer time, so that one rule says all.
const ZONE: &str = "Asia/Tokyo";

/// A calendar file (予定表のファイル).
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarFile {
    /// What the calendar is called.
    pub name: String,
    /// When it is made.
    pub made_at: DateTime<Utc>,
    /// Its entries.
    pub entries: Vec<CalendarEntry>,
}

/// An entry of a calendar file.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarEntry {
    /// The same for the same entry in every file.
    pub uid: String,
    /// How often it was moved.
    pub sequence: u32,
    /// Whether it takes place.
    pub standing: Standing,
    /// When.
    pub when: When,
    /// What.
    pub summary: String,
    /// Where; empty for none.
    pub location: String,
    /// More about it; empty for none.
    pub description: String,
    /// Of which kind: 会議, 節目, 段取り.
    pub category: String,
}

/// Whether an entry takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is planned; nobody has been told.
    Tentative,
    /// It is settled.
    Confirmed,
    /// It was called off.
    Cancelled,
}

/// When an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Whole days, the last included.
    Days {
        /// The first.
        from: NaiveDate,
        /// The last.
        to: NaiveDate,
    },
    /// Hours of a day, in Japan.
    Hours {
        /// The day.
        on: NaiveDate,
        /// The beginning.
        start: NaiveTime,
        /// The end, where it is set.
        end: Option<NaiveTime>,
    },
}

impl CalendarFile {
    /// The file's text, each line ended by CR and LF.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = Out::default();
        for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Entaku//Entaku//JA", "CALSCALE:GREGORIAN"] {
            out.line(line);
        }
        out.line("METHOD:PUBLISH");
        out.text("X-WR-CALNAME", &self.name);
        out.line(&format!("X-WR-TIMEZONE:{ZONE}"));
        out.zone();
        for entry in &self.entries {
            out.entry(entry, self.made_at);
        }
        out.line("END:VCALENDAR");
        out.0
    }
}

/// The text as it grows.
#[derive(Default)]
struct Out(String);

impl Out {
    /// A line, folded at 75 octets and never within a character.
    fn line(&mut self, line: &str) {
        let mut left = LINE;
        for c in line.chars() {
            if c.len_utf8() > left {
                self.0.push_str("\r\n ");
                left = LINE - 1;
            }
            self.0.push(c);
            left -= c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text; nothing where the text is empty.
    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(&format!("{name}:{}", escaped(value)));
        }
    }

    fn zone(&mut self) {
        for line in ["BEGIN:VTIMEZONE", &format!("TZID:{ZONE}"), "BEGIN:STANDARD", "DTSTART:19700101T000000"] {
            self.line(line);
        }
        for line in ["TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "TZNAME:JST", "END:STANDARD", "END:VTIMEZONE"] {
            self.line(line);
        }
    }

    fn entry(&mut self, entry: &CalendarEntry, made_at: DateTime<Utc>) {
        self.line("BEGIN:VEVENT");
        self.text("UID", &entry.uid);
        self.line(&format!("DTSTAMP:{}", made_at.format("%Y%m%dT%H%M%SZ")));
        self.when(entry.when);
        self.line(&format!("SEQUENCE:{}", entry.sequence));
        self.line(match entry.standing {
            Standing::Tentative => "STATUS:TENTATIVE",
            Standing::Confirmed => "STATUS:CONFIRMED",
            Standing::Cancelled => "STATUS:CANCELLED",
        });
        // Whole days leave the time free: a deadline keeps nobody from a meeting.
        let busy = matches!(entry.when, When::Hours { .. }) && entry.standing != Standing::Cancelled;
        self.line(if busy { "TRANSP:OPAQUE" } else { "TRANSP:TRANSPARENT" });
        self.text("SUMMARY", &entry.summary);
        self.text("LOCATION", &entry.location);
        self.text("DESCRIPTION", &entry.description);
        self.text("CATEGORIES", &entry.category);
        self.line("END:VEVENT");
    }

    fn when(&mut self, when: When) {
        match when {
            When::Days { from, to } => {
                // The end is the day after the last (section 3.6.1).
                let after = to.succ_opt().unwrap_or(to);
                self.line(&format!("DTSTART;VALUE=DATE:{}", from.format("%Y%m%d")));
                self.line(&format!("DTEND;VALUE=DATE:{}", after.format("%Y%m%d")));
            }
            When::Hours { on, start, end } => {
                let at = |time: NaiveTime| on.and_time(time).format("%Y%m%dT%H%M%S");
                self.line(&format!("DTSTART;TZID={ZONE}:{}", at(start)));
                if let Some(end) = end.filter(|end| *end > start) {
                    self.line(&format!("DTEND;TZID={ZONE}:{}", at(end)));
                }
            }
        }
    }
}

/// A text value (section 3.3.11): backslash, semicolon, comma and line break are escaped;
/// other control characters have no place in one.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\{c}");
            }
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    //! What a reader of RFC 5545 must find.
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn hour(text: &str) -> NaiveTime {
        NaiveTime::parse_from_str(text, "%H:%M").unwrap()
    }

    fn entry(summary: &str) -> CalendarEntry {
        CalendarEntry {
            uid: "0198f3c0-0000-7000-8000-000000000001@entaku".to_owned(),
            sequence: 2,
            standing: Standing::Confirmed,
            when: When::Hours { on: day("2026-10-14"), start: hour("14:00"), end: Some(hour("16:00")) },
            summary: summary.to_owned(),
            location: "市役所　講堂".to_owned(),
            description: String::new(),
            category: "会議".to_owned(),
        }
    }

    fn file(entries: Vec<CalendarEntry>) -> String {
        let made_at = "2026-10-01T03:00:00Z".parse().unwrap();
        CalendarFile { name: "令和8年度　年間予定".to_owned(), made_at, entries }.text()
    }

    /// The lines as a reader sees them, unfolded.
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_meeting_has_its_hours_in_japan() {
        let lines = unfolded(&file(vec![entry("第2回　全体会")]));
        for wanted in [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "TZID:Asia/Tokyo",
            "TZOFFSETTO:+0900",
            "UID:0198f3c0-0000-7000-8000-000000000001@entaku",
            "DTSTAMP:20261001T030000Z",
            "DTSTART;TZID=Asia/Tokyo:20261014T140000",
            "DTEND;TZID=Asia/Tokyo:20261014T160000",
            "SEQUENCE:2",
            "STATUS:CONFIRMED",
            "SUMMARY:第2回　全体会",
            "LOCATION:市役所　講堂",
            "END:VCALENDAR",
        ] {
            assert!(lines.iter().any(|l| l == wanted), "{wanted} in {lines:#?}");
        }
        let count = |line: &str| lines.iter().filter(|l| *l == line).count();
        assert_eq!((count("BEGIN:VEVENT"), count("END:VEVENT"), count("BEGIN:VTIMEZONE")), (1, 1, 1));
    }

    #[test]
    fn whole_days_end_on_the_day_after_the_last() {
        let when = When::Days { from: day("2026-12-07"), to: day("2027-01-06") };
        let one = CalendarEntry { when, standing: Standing::Tentative, ..entry("パブリックコメント") };
        let lines = unfolded(&file(vec![one]));
        assert!(lines.contains(&"DTSTART;VALUE=DATE:20261207".to_owned()), "{lines:#?}");
        assert!(
            lines.contains(&"DTEND;VALUE=DATE:20270107".to_owned()) && lines.contains(&"TRANSP:TRANSPARENT".to_owned())
        );
    }

    #[test]
    fn a_meeting_that_was_called_off_says_so_and_one_without_an_end_has_none() {
        let when = When::Hours { on: day("2026-10-14"), start: hour("14:00"), end: None };
        let lines = unfolded(&file(vec![CalendarEntry { when, standing: Standing::Cancelled, ..entry("x") }]));
        assert!(lines.contains(&"STATUS:CANCELLED".to_owned()) && !lines.iter().any(|l| l.starts_with("DTEND")));
    }

    #[test]
    fn text_is_escaped() {
        let hostile = "a,b;c\\d\r\ne\u{7}f\nBEGIN:VEVENT";
        let lines = unfolded(&file(vec![entry(hostile)]));
        assert!(lines.contains(&"SUMMARY:a\\,b\\;c\\\\d\\nef\\nBEGIN:VEVENT".to_owned()), "{lines:#?}");
        assert_eq!(lines.iter().filter(|l| *l == "BEGIN:VEVENT").count(), 1, "nothing is smuggled in");
    }

    /// Texts of every length, of characters of one to four octets: a small generator, the same each time.
    fn texts() -> impl Iterator<Item = String> {
        let alphabet = ['a', ',', 'é', '会', '﨑', '𠮷', '邉', '\u{e0102}', ' ', '；', '\\', '\n'];
        let mut state: u64 = 7;
        (0..400).map(move |length| {
            (0..length)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    alphabet[usize::try_from(state >> 33).unwrap() % alphabet.len()]
                })
                .collect()
        })
    }

    #[test]
    fn lines_are_folded_by_octets_and_come_back_whole() {
        for text in texts() {
            let made = file(vec![entry(&text)]);
            for line in made.split_terminator("\r\n") {
                assert!(line.len() <= LINE, "{} octets: {line}", line.len());
                assert!(!line.contains(['\r', '\n']), "{line:?}");
            }
            let wanted = format!("SUMMARY:{}", escaped(&text));
            assert!(text.is_empty() || unfolded(&made).contains(&wanted), "{text:?}");
        }
    }

    #[test]
    fn the_same_is_written_the_same() {
        assert_eq!(file(vec![entry("会議")]), file(vec![entry("会議")]));
    }
}
