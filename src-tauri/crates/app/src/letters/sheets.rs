//! Letters in their form: the wording filled in, addressee and sender in their place.

use super::drafts::Draft;
use super::fault;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::letters as words;
use entaku_documents::{Letter, LetterLine, LetterLook};
use entaku_domain::era::DateStyle;
use entaku_domain::letter::{LetterField as F, LetterKind as K, LetterOffice, Template, Wording};

/// A letter for each draft, with its number.
pub(super) fn all(
    council: &Snapshot,
    office: &LetterOffice,
    wording: &Wording,
    drafts: &[Draft],
    numbers: &[String],
    style: DateStyle,
) -> Result<Vec<Letter>> {
    let maker = Maker { council, office, texts: Texts::of(wording)?, kind: wording.kind, style };
    let number = |at: usize| numbers.get(at).cloned().unwrap_or_default();
    let each = drafts.iter().enumerate().flat_map(|(at, draft)| {
        let copies = if wording.kind == K::Recommendation { draft.count } else { 1 };
        std::iter::repeat_n(maker.letter(draft, number(at)), copies)
    });
    Ok(each.collect())
}

/// Each letter with a form for every seat behind it.
pub(super) fn with_forms(
    council: &Snapshot,
    office: &LetterOffice,
    forms: &Wording,
    drafts: &[Draft],
    letters: Vec<Letter>,
    style: DateStyle,
) -> Result<Vec<Letter>> {
    let mut bound = Vec::new();
    for (draft, letter) in drafts.iter().zip(letters) {
        bound.push(letter);
        bound.extend(all(council, office, forms, std::slice::from_ref(draft), &[], style)?);
    }
    Ok(bound)
}

/// A wording, read once for all letters.
struct Texts {
    subject: Template,
    body: Vec<Template>,
    items: Vec<(String, Template)>,
}

impl Texts {
    fn of(wording: &Wording) -> Result<Self> {
        wording.check().map_err(fault)?;
        let read = |field, text: &str| Template::parse(field, text).map_err(fault);
        let lines = |text: &str| text.lines().filter(|l| !l.trim().is_empty()).map(str::to_owned).collect::<Vec<_>>();
        let item = |line: &String| {
            let (label, text) = split(line);
            Ok((label.to_owned(), read("items", text)?))
        };
        Ok(Self {
            subject: read("subject", &wording.subject)?,
            body: lines(&wording.body).iter().map(|l| read("body", l)).collect::<Result<_>>()?,
            items: lines(&wording.items).iter().map(item).collect::<Result<_>>()?,
        })
    }
}

/// A line's label and what follows it; a colon within a field is none.
fn split(line: &str) -> (&str, &str) {
    let plain = |(at, _): &(usize, char)| !line.get(..*at).is_some_and(|before| before.contains('{'));
    let mut colons = line.char_indices().filter(|(_, c)| matches!(c, '：' | ':'));
    match colons.next().filter(plain) {
        Some((at, colon)) => {
            (line.get(..at).unwrap_or_default().trim(), line.get(at + colon.len_utf8()..).unwrap_or_default())
        }
        None => ("", line),
    }
}

struct Maker<'a> {
    council: &'a Snapshot,
    office: &'a LetterOffice,
    texts: Texts,
    kind: K,
    style: DateStyle,
}

impl Maker<'_> {
    fn letter(&self, draft: &Draft, number: String) -> Letter {
        let value = |field| draft.value(field);
        let look = look(self.kind);
        let form = look == LetterLook::Form;
        let lines: Vec<LetterLine> =
            draft.rows.iter().filter(|_| form).cloned().chain(self.items(draft, form)).collect();
        let more = draft.rows.iter().filter(|_| self.kind == K::Feedback).cloned();
        let lines: Vec<LetterLine> = lines.into_iter().chain(more).collect();
        let (items, blanks) = if form { (Vec::new(), lines) } else { (lines, Vec::new()) };
        let from = if form {
            self.signed_by(draft)
        } else {
            vec![LetterLine::plain(draft.sender.as_deref().unwrap_or(&self.office.sender))]
        };
        Letter {
            look,
            number,
            date: if form { words::day_to_be_filled_in(self.style) } else { self.style.day(draft.on) },
            to: if form { vec![self.returned_to().to_owned()] } else { draft.to.clone() },
            name: if form { String::new() } else { draft.name.clone() },
            from,
            seal: if form { self.is_sealed() } else { self.office.seal },
            subject: self.texts.subject.fill(value),
            body: self.texts.body.iter().map(|t| t.fill(value).trim().to_owned()).filter(|t| !t.is_empty()).collect(),
            items,
            blanks,
            contact: if look == LetterLook::Official { lines_of(&self.office.contact) } else { Vec::new() },
            note: self.council.council.notice.clone().unwrap_or_default(),
            large: draft.large,
        }
    }

    /// Whether a form is signed with a seal: nobody needs one to say whether they come.
    const fn is_sealed(&self) -> bool {
        !matches!(self.kind, K::ReplySheet | K::WrittenBallot)
    }

    /// To whom a form is sent back.
    fn returned_to(&self) -> &str {
        match self.kind {
            K::ReplySheet => &self.council.council.secretariat,
            _ => &self.office.sender,
        }
    }

    /// The lines of the record; what nothing is known of is left out, but in a form.
    fn items(&self, draft: &Draft, form: bool) -> Vec<LetterLine> {
        let value = |field| draft.value(field);
        let shown = self.texts.items.iter().filter(|(_, text)| form || !text.is_void(value));
        shown.map(|(label, text)| LetterLine::new(label, text.fill(value).trim())).collect()
    }

    /// Who fills a form in.
    fn signed_by(&self, draft: &Draft) -> Vec<LetterLine> {
        match self.kind {
            K::Recommendation => vec![
                LetterLine::new(words::SIGNED_ORGANIZATION, draft.value(F::Organization)),
                LetterLine::new(words::SIGNED_REPRESENTATIVE, ""),
            ],
            _ => vec![LetterLine::new(words::SIGNED_NAME, draft.value(F::Name))],
        }
    }
}

const fn look(kind: K) -> LetterLook {
    match kind {
        K::Request
        | K::Notice
        | K::Thanks
        | K::MeetingNotice
        | K::Reminder
        | K::SubstituteInvitation
        | K::Invitation
        | K::WrittenMeeting
        | K::CalledOff
        | K::Postponed
        | K::ProposalDelivery
        | K::Feedback
        | K::GalleryNotice => LetterLook::Official,
        K::GalleryRules => LetterLook::Rules,
        K::Commission | K::Assignment | K::Release => LetterLook::Certificate,
        K::Recommendation | K::Consent | K::Resignation | K::ReplySheet | K::WrittenBallot => LetterLook::Form,
    }
}

fn lines_of(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect()
}
