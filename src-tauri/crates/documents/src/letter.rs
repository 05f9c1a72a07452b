//! Letters of a member's life (委嘱関係の文書): one or many in one file, each
//! beginning on a new page and counting its own pages.

use serde::{Deserialize, Serialize};

use crate::plain::{Lines, spaced};

/// Where the list of a letter begins.
pub const RECORD: &str = "記";
/// Where a letter ends.
pub const END: &str = "以上";
/// Where the seal is put.
pub const SEAL: &str = "印";
/// Before those whom a form goes to.
pub const ADDRESSED: &str = "（宛先）";
/// Whom to ask.
pub const CONTACT: &str = "問合せ先";
/// Above what a whole table of blanks is about; the column of what is filled in.
pub const FILLED_IN: &str = "記入欄";

/// The face of an editable letter, as Word calls it.
pub const MINCHO: &str = "游明朝";

/// The face of one in large print.
pub const GOTHIC: &str = "BIZ UDPゴシック";

/// Letters in one file, each beginning on a new page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Letters {
    /// The file's title.
    pub title: String,
    /// The letters in order.
    pub letters: Vec<Letter>,
}

/// How a letter looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterLook {
    /// A letter from office to office (公文): number and day at the right, subject, record.
    Official,
    /// Large type on a page of its own (委嘱状).
    Certificate,
    /// To be filled in and sent back (就任承諾書).
    Form,
    /// Rules to be read, numbered (傍聴要領).
    Rules,
}

/// A letter.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// How it looks.
    pub look: LetterLook,
    /// 「8鎌障第123号」; empty for none.
    pub number: String,
    /// The day in words; of a form, the line in which it is filled in.
    pub date: String,
    /// To whom: organisation and post before the name.
    pub to: Vec<String>,
    /// The name with its title, large on a certificate.
    pub name: String,
    /// Who signs, or who fills the form in.
    pub from: Vec<LetterLine>,
    /// Whether the last of them puts a seal.
    pub seal: bool,
    /// The subject, or the heading.
    pub subject: String,
    /// Paragraphs.
    pub body: Vec<String>,
    /// The record below them.
    pub items: Vec<LetterLine>,
    /// A table to be filled in.
    pub blanks: Vec<LetterLine>,
    /// Whom to ask.
    pub contact: Vec<String>,
    /// A line under it all.
    pub note: String,
    /// In large print (拡大文字): larger type in a plain face, one thing below the other.
    pub large: bool,
}

/// A line with its label; the label is empty for none, the text is empty where
/// something is to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LetterLine {
    /// 「任期」.
    pub label: String,
    /// What it says.
    pub text: String,
}

impl LetterLine {
    /// A line with a label.
    #[must_use]
    pub fn new(label: impl Into<String>, text: impl Into<String>) -> Self {
        Self { label: label.into(), text: text.into() }
    }

    /// A line of text alone.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self::new("", text)
    }

    fn spoken(&self) -> String {
        spaced(&[&self.label, &self.text])
    }
}

impl Letters {
    /// The plain-text version: the letters in order, a line between two.
    #[must_use]
    pub fn text(&self) -> String {
        let all: Vec<String> = self.letters.iter().map(Letter::text).collect();
        all.join("\n────────\n\n")
    }
}

impl Letter {
    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        match self.look {
            LetterLook::Official => self.official(&mut lines),
            LetterLook::Certificate => self.certificate(&mut lines),
            LetterLook::Form => self.form(&mut lines),
            LetterLook::Rules => self.rules(&mut lines),
        }
        lines.gap();
        lines.push(&self.note);
        lines.finish()
    }

    fn official(&self, lines: &mut Lines) {
        lines.push(&self.number);
        lines.push(&self.date);
        lines.gap();
        self.addressee(lines);
        lines.gap();
        self.sender(lines);
        lines.gap();
        lines.push(&self.subject);
        lines.gap();
        self.body.iter().for_each(|paragraph| lines.push(format!("　{paragraph}")));
        self.record(lines);
        if !self.contact.is_empty() {
            lines.gap();
            lines.push(CONTACT);
            self.contact.iter().for_each(|line| lines.push(line));
        }
    }

    fn certificate(&self, lines: &mut Lines) {
        lines.push(&self.number);
        lines.push(&self.subject);
        lines.gap();
        self.addressee(lines);
        lines.gap();
        self.body.iter().for_each(|paragraph| lines.push(paragraph));
        self.items.iter().for_each(|item| lines.push(item.spoken()));
        lines.gap();
        lines.push(&self.date);
        self.sender(lines);
    }

    fn form(&self, lines: &mut Lines) {
        lines.push(&self.subject);
        lines.gap();
        lines.push(&self.date);
        self.to.iter().for_each(|line| lines.push(format!("{ADDRESSED}{line}")));
        lines.gap();
        self.body.iter().for_each(|paragraph| lines.push(format!("　{paragraph}")));
        self.record(lines);
        lines.gap();
        self.blanks.iter().for_each(|blank| lines.push(filled_in(blank)));
        lines.gap();
        let last = self.from.len().saturating_sub(1);
        for (at, line) in self.from.iter().enumerate() {
            let seal = if self.seal && at == last { format!("　（{SEAL}）") } else { String::new() };
            lines.push(format!("{}{seal}", filled_in(line)));
        }
    }

    fn rules(&self, lines: &mut Lines) {
        lines.push(&self.subject);
        lines.gap();
        self.body.iter().for_each(|paragraph| lines.push(format!("　{paragraph}")));
        lines.gap();
        self.items.iter().enumerate().for_each(|(at, item)| lines.push(format!("{}　{}", at + 1, item.spoken())));
        lines.gap();
        self.sender(lines);
    }

    fn addressee(&self, lines: &mut Lines) {
        self.to.iter().for_each(|line| lines.push(line));
        lines.push(&self.name);
    }

    fn sender(&self, lines: &mut Lines) {
        let last = self.from.len().saturating_sub(1);
        for (at, line) in self.from.iter().enumerate() {
            let seal = if self.seal && at == last { format!("　（{SEAL}）") } else { String::new() };
            lines.push(format!("{}{seal}", line.spoken()));
        }
    }

    fn record(&self, lines: &mut Lines) {
        if self.items.is_empty() {
            return;
        }
        lines.gap();
        lines.push(RECORD);
        for (at, item) in self.items.iter().enumerate() {
            lines.push(format!("{}　{}", at + 1, item.spoken().replace('\n', "\n　　")));
        }
        lines.push(END);
    }
}

/// A line that is to be filled in says so.
fn filled_in(line: &LetterLine) -> String {
    let text = if line.text.is_empty() { format!("（{FILLED_IN}）") } else { line.text.clone() };
    spaced(&[&line.label, &text])
}
