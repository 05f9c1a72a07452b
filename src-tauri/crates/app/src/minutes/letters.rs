//! The letter that goes with the draft (会議録（案）の確認について): one for each member.

use super::{MinutesFile, name, rule};
use crate::council::App;
use crate::error::Result;
use crate::snapshot::Addressee;
use crate::text::minutes as words;
use entaku_documents::{Letter, LetterLine, LetterLook, Letters};
use entaku_domain::Day;
use entaku_domain::id::MeetingId;

impl App {
    /// The letters with which the draft goes to the members, dated as given.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`]; [`crate::AppError::Nobody`] where nobody sits there.
    pub(crate) fn minutes_letters(&self, id: MeetingId, on: Day) -> Result<Letters> {
        let council = self.snapshot()?;
        let file = MinutesFile::load(self, &council, id)?;
        let m = &file.meeting;
        let office = self.letter_office(&council)?;
        let days = rule(&self.store, &council, m)?.answer_days;
        let due = file.minutes.due_on.or_else(|| on.checked_add_days(chrono::Days::new(u64::from(days)))).unwrap_or(on);
        let style = council.council.date_style;
        let title = name(&council, m);
        let sittings = council.sittings(m.body, m.date);
        let letter = |to: Addressee| Letter {
            look: LetterLook::Official,
            number: String::new(),
            date: style.day(on),
            to: [to.organization.clone(), to.post.clone()].into_iter().filter(|l| !l.is_empty()).collect(),
            name: format!("{}　{}", to.name, to.title),
            from: vec![LetterLine::plain(&office.sender)],
            seal: false,
            subject: words::letter_subject(&title),
            body: words::letter_body(&title, &style.day_with_weekday(m.date)),
            items: words::letter_items(&style.day_with_weekday(due)),
            blanks: Vec::new(),
            contact: office.contact.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect(),
            note: council.council.notice.clone().unwrap_or_default(),
            large: false,
        };
        let people = sittings.iter().filter_map(|s| council.letter_addressee(s.person?.id, on));
        let letters: Vec<Letter> = people.map(letter).collect();
        if letters.is_empty() {
            return Err(crate::AppError::Nobody);
        }
        Ok(Letters { title: words::letter_subject(&title), letters })
    }
}
