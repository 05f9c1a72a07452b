//! What is printed around a notice: who answered what, who is to be reminded, what is to
//! be arranged, opinions, and who comes to listen.

use super::needs::NeedRow;
use super::replies::{ReplyList, ReplyRow, answer};
use super::title;
use crate::council::App;
use crate::error::Result;
use crate::meetings::page::meeting;
use crate::publication::{Edition, Guard, appearance};
use crate::snapshot::Snapshot;
use crate::text::notice_papers as words;
use crate::text::notices;
use entaku_documents::{Audience, MemberColumn, MemberList, OpinionGroup, Opinions, WrittenOpinion};
use entaku_domain::Day;
use entaku_domain::convocation::Convocation;
use entaku_domain::era::DateStyle;
use entaku_domain::gallery::{Applicant, ApplicantState};
use entaku_domain::id::{AgendaItemId, MeetingId};
use entaku_domain::meeting::Meeting;
use entaku_domain::reply::{Answer, Opinion};
use entaku_sheets::{Cell, Column, DateStyle as SheetDates, Kind, Page, Sheet};

/// Empty lines on the reception list for those who come without having applied.
const EMPTY_LINES: usize = 5;

impl App {
    /// Who answered what. What each needs stands on it, why never.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub(crate) fn reply_paper(&self, id: MeetingId) -> Result<MemberList> {
        let (council, list) = (self.snapshot()?, self.reply_list(id)?);
        let m = meeting(&council, id)?;
        let style = council.council.date_style;
        let rows = list.rows.iter().enumerate().map(|(at, r)| words::reply_row(style, at + 1, r)).collect();
        let mut paper = self.listing(&council, m, notices::REPLIES, &words::REPLY_COLUMNS, rows);
        paper.lines = vec![list.summary.clone()];
        paper.lines.extend(due_line(style, &list));
        paper.footers.splice(0..0, list.guests.iter().map(words::guest));
        Ok(paper)
    }

    /// Who has not answered yet, and how to reach them.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub(crate) fn reminder_paper(&self, id: MeetingId) -> Result<MemberList> {
        let (council, list) = (self.snapshot()?, self.reply_list(id)?);
        let m = meeting(&council, id)?;
        let open = list.rows.iter().filter(|r| r.answer.is_none() && !r.stray);
        let rows: Vec<Vec<String>> = open.enumerate().map(|(at, r)| words::reminder_row(at + 1, r)).collect();
        let count = rows.len();
        let mut paper = self.listing(&council, m, notices::REMINDERS, &words::REMINDER_COLUMNS, rows);
        paper.lines = vec![words::open(count)];
        paper.lines.extend(due_line(council.council.date_style, &list));
        paper.roomy = true;
        Ok(paper)
    }

    /// What is to be arranged for a meeting, and by when.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub(crate) fn needs_paper(&self, id: MeetingId) -> Result<MemberList> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let style = council.council.date_style;
        let rows = self.meeting_needs(id)?.iter().map(|r: &NeedRow| words::need_row(style, r)).collect();
        let mut paper = self.listing(&council, m, notices::NEEDS, &words::NEED_COLUMNS, rows);
        paper.landscape = false;
        paper.footers.insert(0, words::NO_REASONS.to_owned());
        Ok(paper)
    }

    /// Who comes to listen, to be ticked at the door. It holds no address.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub(crate) fn reception_paper(&self, id: MeetingId) -> Result<MemberList> {
        let (council, page) = (self.snapshot()?, self.gallery_page(id)?);
        let m = meeting(&council, id)?;
        let all = self.store().applicants(id)?;
        let comes = |a: &&Applicant| a.state == ApplicantState::Admitted;
        let mut rows: Vec<Vec<String>> = all.iter().filter(comes).enumerate().map(words::applicant_row).collect();
        let known = rows.len();
        rows.extend((0..EMPTY_LINES).map(|at| words::empty_row(known + at + 1)));
        let mut paper = self.listing(&council, m, notices::RECEPTION, &words::RECEPTION_COLUMNS, rows);
        paper.lines = vec![page.rule.clone(), words::admitted(known)];
        let since = page.erase_on.parse::<Day>().map(|d| council.council.date_style.day(d)).unwrap_or_default();
        paper.footers.insert(0, words::erased(&since));
        (paper.roomy, paper.landscape) = (true, false);
        Ok(paper)
    }

    fn listing(
        &self,
        council: &Snapshot,
        m: &Meeting,
        what: &str,
        columns: &[(&str, f64)],
        rows: Vec<Vec<String>>,
    ) -> MemberList {
        let style = council.council.date_style;
        MemberList {
            council: council.council.name.clone(),
            title: format!("{}　{what}", title(council, m)),
            right: vec![style.day_with_weekday(m.date), words::as_of(style, self.today())],
            lines: Vec::new(),
            landscape: true,
            columns: columns.iter().map(|(label, width)| MemberColumn::new(*label, *width)).collect(),
            rows,
            roomy: false,
            footers: council.council.notice.iter().cloned().collect(),
        }
    }

    /// The replies as a table for Excel.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub(crate) fn reply_sheet(&self, id: MeetingId) -> Result<Sheet> {
        let (council, list) = (self.snapshot()?, self.reply_list(id)?);
        let m = meeting(&council, id)?;
        let day = |iso: Option<&str>| iso.and_then(|d| d.parse().ok()).map_or(Cell::Empty, Cell::Date);
        let row = |r: &ReplyRow| {
            vec![
                Cell::from(r.name.as_str()),
                Cell::from(r.kana.as_str()),
                Cell::from(r.affiliation.as_str()),
                Cell::from(answer(r.answer.as_deref()).map(Answer::label).unwrap_or_default()),
                Cell::from(r.proxy.as_deref().unwrap_or_default()),
                day(r.received_on.as_deref()),
                Cell::from(words::needs(r).replace('\n', "、")),
                Cell::from(r.note.as_deref().unwrap_or_default()),
            ]
        };
        let columns = words::SHEET_COLUMNS.iter().map(|(name, width, is_day)| Column {
            name: (*name).to_owned(),
            width: *width,
            kind: if *is_day { Kind::Date } else { Kind::Text },
        });
        Ok(Sheet {
            name: notices::REPLIES.to_owned(),
            title: vec![format!("{}　{}", title(&council, m), notices::REPLIES), list.summary.clone()],
            columns: columns.collect(),
            rows: list.rows.iter().map(row).collect(),
            page: Page::Landscape,
            footer: council.council.notice.clone().unwrap_or_default(),
            dates: SheetDates::Era,
            author: council.council.secretariat.clone(),
            made_on: self.today(),
        })
    }

    /// The opinions for a meeting, collected. In public, those on closed items are left out,
    /// and members appear as they chose (V26).
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`]; [`crate::AppError::Personal`] for a public
    /// edition that names somebody who is withheld.
    pub(crate) fn opinions_paper(&self, id: MeetingId, edition: Edition) -> Result<Opinions> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let items = crate::letters::items_of(self, &council, m)?;
        let days = self.store().convocation(id)?.unwrap_or_else(|| Convocation::usual(id, m.date, &council.calendar));
        let public = edition.audience == Audience::Public;
        let mut all = self.store().opinions(id)?;
        let count = all.len();
        let closed = |item: Option<AgendaItemId>| {
            m.closed_reason.is_some() || items.iter().any(|i| Some(i.id) == item && i.closed_reason.is_some())
        };
        all.retain(|o| !(public && closed(o.item)));
        let left_out = count - all.len();
        let of = |item: Option<AgendaItemId>, heading: String| OpinionGroup {
            heading,
            opinions: all
                .iter()
                .filter(|o| o.item == item)
                .map(|o| written(&council, m, o, edition.audience))
                .collect(),
        };
        let mut groups: Vec<OpinionGroup> = items.iter().map(|i| of(Some(i.id), i.line())).collect();
        groups.push(of(None, notices::WHOLE_MEETING.to_owned()));
        groups.retain(|g| !g.opinions.is_empty());
        let style = council.council.date_style;
        let mut footers: Vec<String> = (left_out > 0).then(|| words::left_out(left_out)).into_iter().collect();
        if groups.is_empty() {
            footers.push(words::NO_OPINIONS.to_owned());
        }
        footers.extend(council.council.notice.clone());
        let taken = days.opinions_by.map(|d| words::opinions_until(&style.day_with_weekday(d)));
        let paper = Opinions {
            council: council.council.name.clone(),
            title: format!("{}　{}", title(&council, m), notices::OPINIONS),
            right: std::iter::once(style.day_with_weekday(m.date)).chain(taken).collect(),
            audience: edition.audience,
            groups,
            footers,
        };
        let mut guard = Guard::new(&council, edition);
        guard.everything(notices::OPINIONS, &paper.text());
        guard.pass()?;
        Ok(paper)
    }
}

fn written(council: &Snapshot, m: &Meeting, opinion: &Opinion, audience: Audience) -> WrittenOpinion {
    let person = council.appointment(opinion.appointment).and_then(|a| council.person(a.person));
    let shown = person.map(|p| appearance(council, p, m.date, audience)).unwrap_or_default();
    let office = person.and_then(|p| council.office_title(m.body, p.id, m.date)).unwrap_or_default();
    let mut paragraphs: Vec<String> =
        opinion.text.lines().map(str::trim).filter(|l| !l.is_empty()).map(str::to_owned).collect();
    if opinion.file.is_some() {
        paragraphs.push(notices::IN_FILE.to_owned());
    }
    let parts = [office, shown.name.as_str(), shown.affiliation.as_str()];
    let who = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("　");
    WrittenOpinion { who, paragraphs }
}

fn due_line(style: DateStyle, list: &ReplyList) -> Option<String> {
    let due: Day = list.days.reply_by.as_deref()?.parse().ok()?;
    Some(words::due(&style.day_with_weekday(due)))
}
