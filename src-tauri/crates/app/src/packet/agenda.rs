//! The agenda (次第) of an edition: what it shows, what it leaves out, and when each item begins.

use super::MeetingFile;
use crate::papers::place;
use crate::publication::Withheld;
use crate::snapshot::Snapshot;
use crate::text::labels;
use entaku_documents::{Agenda, AgendaItem as PrintedItem, Audience};
use entaku_domain::agenda::{AgendaItem, marks};
use entaku_domain::case_guard::find_personal;
use entaku_domain::id::PersonId;
use entaku_domain::meeting::Meeting;
use entaku_domain::meeting_rule::{AgendaStyle, PaperBrackets};
use entaku_domain::paper::Paper;

/// What an edition shows, and what it leaves out.
pub(super) struct Shown<'a> {
    all: Vec<Numbered<'a>>,
    pub(super) papers: Vec<&'a Paper>,
    hidden_papers: Vec<&'a Paper>,
    withheld: Withheld,
}

/// An item with its number on the agenda.
pub(super) struct Numbered<'a> {
    pub(super) number: String,
    pub(super) item: &'a AgendaItem,
    hidden: bool,
}

impl<'a> Shown<'a> {
    pub(super) fn new(council: &Snapshot, file: &'a MeetingFile, audience: Audience, member: Option<PersonId>) -> Self {
        let public = audience == Audience::Public;
        let whole = public && file.meeting.closed_reason.is_some();
        let style = council.agenda_style(file.meeting.body);
        let all = numbered(&file.agenda, &style, |item| public && (whole || item.closed_reason.is_some()));
        let used_by = |p: &Paper, hidden| all.iter().any(|i| i.hidden == hidden && i.item.papers.contains(&p.id));
        let mut sorted: Vec<&Paper> = file.papers.iter().collect();
        sorted.sort_by(|a, b| place(&file.style, a).cmp(&place(&file.style, b)));
        // What is not theirs is not spoken of: their copy is as if it did not exist.
        sorted.retain(|p| !member.is_some_and(|m| p.handling.held_from.contains(&m)));
        let under_closed = |p: &Paper| used_by(p, true) && !used_by(p, false);
        let closed = |p: &Paper| whole || p.closed_reason.is_some() || p.handling.collect || under_closed(p);
        let (hidden_papers, papers) = sorted.into_iter().partition(|p| public && closed(p));
        Self { all, papers, hidden_papers, withheld: Withheld::from(council, audience) }
    }

    /// The items of this edition, in order.
    pub(super) fn items(&self) -> impl Iterator<Item = &Numbered<'a>> {
        self.all.iter().filter(|i| !i.hidden)
    }

    fn hidden(&self) -> impl Iterator<Item = &Numbered<'a>> {
        self.all.iter().filter(|i| i.hidden)
    }

    /// The line that says what is left out. A title or a reason in which
    /// something may point at a person (V21) is not told.
    pub(super) fn omitted(&self) -> String {
        let harmless = |text: &str| self.withheld.found_in(text).is_empty() && find_personal(text, &[]).is_empty();
        let reference = |i: &Numbered<'_>| match harmless(&i.item.title) {
            true => labels::item_reference(&i.number, &i.item.title),
            false => labels::item_without_title(&i.number),
        };
        // A break has no number and no secret.
        let items: Vec<String> = self.hidden().filter(|i| !i.number.is_empty()).map(reference).collect();
        let papers: Vec<String> = self.hidden_papers.iter().map(|p| p.number.to_string()).collect();
        let of_items = self.hidden().filter_map(|i| i.item.closed_reason.as_ref());
        let of_papers = self.hidden_papers.iter().filter_map(|p| p.closed_reason.as_ref());
        let mut reasons: Vec<String> = of_items.chain(of_papers).filter(|r| harmless(r)).cloned().collect();
        reasons.sort();
        reasons.dedup();
        labels::omitted(&items, &papers, &reasons)
    }

    fn notes(&self) -> Vec<String> {
        let minutes = self.hidden().filter_map(|i| i.item.minutes).map(u32::from).sum();
        let shown = self.items().any(|i| i.item.minutes.is_some());
        let unsummed = (minutes > 0 && shown).then(|| labels::minutes_omitted(minutes));
        unsummed.into_iter().chain(Some(self.omitted()).filter(|line| !line.is_empty())).collect()
    }
}

/// The items with their numbers; a break has none.
fn numbered<'a>(
    agenda: &'a [AgendaItem],
    style: &AgendaStyle,
    hidden: impl Fn(&AgendaItem) -> bool,
) -> Vec<Numbered<'a>> {
    let row = |(item, number)| Numbered { number, item, hidden: hidden(item) };
    agenda.iter().zip(marks(agenda, style)).map(row).collect()
}

/// The agenda as it is printed. The clock runs over the whole meeting, so that it
/// tells an audience when to be back.
pub(super) fn printed(council: &Snapshot, meeting: &Meeting, name: &str, shown: &Shown<'_>) -> Agenda {
    let style = council.agenda_style(meeting.body);
    let mut agenda = Agenda {
        council: council.council.name.clone(),
        meeting: name.to_owned(),
        date: format!("{}　{}", council.council.date_style.day_with_weekday(meeting.date), labels::hours(meeting)),
        place: meeting.place.clone(),
        each_paper: style.papers == PaperBrackets::Each,
        items: shown.all.iter().map(|i| printed_item(i, shown, &style)).collect(),
        notes: shown.notes(),
    };
    let start = meeting.start.as_deref().filter(|_| style.times);
    if let Some(start) = start.and_then(|t| chrono::NaiveTime::parse_from_str(t, "%H:%M").ok()) {
        agenda.run_clock(start);
    }
    let all = std::mem::take(&mut agenda.items).into_iter().zip(&shown.all);
    agenda.items = all.filter(|(_, i)| !i.hidden).map(|(printed, _)| printed).collect();
    agenda
}

fn printed_item(numbered: &Numbered<'_>, shown: &Shown<'_>, style: &AgendaStyle) -> PrintedItem {
    let item = numbered.item;
    let presenter = item.presenter.as_deref().filter(|_| style.presenters).unwrap_or_default();
    let kind = style.kinds && !item.kind.says_itself();
    PrintedItem {
        number: numbered.number.clone(),
        depth: item.level,
        kind: if kind { item.kind.label().to_owned() } else { String::new() },
        title: item.title.clone(),
        presenter: shown.withheld.conceal(presenter, labels::MEMBER),
        minutes: item.minutes.filter(|_| style.times).map(u32::from),
        clock: String::new(),
        papers: item
            .papers
            .iter()
            .filter_map(|id| shown.papers.iter().find(|p| p.id == *id))
            .map(|p| p.number.to_string())
            .collect(),
        closed: item.closed_reason.is_some(),
    }
}
