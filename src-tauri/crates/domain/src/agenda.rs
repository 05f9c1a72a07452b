//! The agenda (次第) of a meeting.

use crate::id::{AgendaItemId, IssueId, MeetingId, PaperId};
use crate::meeting_rule::{AgendaStyle, MainMark, ThirdMark};
use crate::violation::Violation;

coded! {
    /// What is done with an item (議事の種別).
    ItemKind {
        Opening = "opening", "開会";
        Letters = "letters", "委嘱状の伝達";
        Greeting = "greeting", "あいさつ";
        Introductions = "introductions", "自己紹介";
        LastMinutes = "last_minutes", "会議録の確認";
        Heading = "heading", "見出し";
        Deliberation = "deliberation", "協議";
        Report = "report", "報告";
        Election = "election", "選出";
        Other = "other", "その他";
        Recess = "recess", "休憩";
        Closing = "closing", "閉会";
    }
}

coded! {
    /// Why an item was not brought to its end (持越しの理由).
    LeftOver {
        OutOfTime = "out_of_time", "時間切れ";
        Continued = "continued", "継続協議";
    }
}

/// An item of the agenda (次第の項目).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItem {
    /// Its identifier.
    pub id: AgendaItemId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Place on the agenda.
    pub order: i64,
    /// What is done with it.
    pub kind: ItemKind,
    /// Its title.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Minutes planned for it.
    pub minutes: Option<u16>,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// Its papers, in order.
    pub papers: Vec<PaperId>,
    /// 0 for a main item, 1 for one under it, 2 for one under that; at most [`Self::DEEPEST`].
    pub level: u8,
    /// What stands in front of it instead of a number, as 「・」; empty for nothing;
    /// none where it is counted.
    pub mark: Option<String>,
    /// The meeting whose minutes it approves (前回会議録の確認).
    pub approves: Option<MeetingId>,
    /// The item of an earlier meeting that it goes on with (継続).
    pub carried_from: Option<AgendaItemId>,
    /// The local issue that it deals with.
    pub issue: Option<IssueId>,
    /// Why it was not brought to its end; none where it was, or nobody said.
    pub left_over: Option<LeftOver>,
    /// What is noted about that.
    pub left_note: Option<String>,
    /// Why it does not return, although it was left over.
    pub dropped: Option<String>,
    /// When it began, as HH:MM.
    pub started: Option<String>,
    /// When it ended, as HH:MM.
    pub ended: Option<String>,
}

impl ItemKind {
    /// Whether its name says all: no kind is printed before the title.
    pub const fn says_itself(self) -> bool {
        !matches!(self, Self::Deliberation | Self::Report | Self::Election | Self::Other)
    }

    /// Whether something is dealt with that may be left over for the next meeting.
    pub const fn may_be_left(self) -> bool {
        matches!(self, Self::Deliberation | Self::Report | Self::Election | Self::Other | Self::LastMinutes)
    }
}

impl AgendaItem {
    /// How deep an item may lie under others.
    pub const DEEPEST: u8 = 2;

    /// An item of a meeting of which nothing else is known, at no place yet.
    pub const fn new(id: AgendaItemId, meeting: MeetingId, kind: ItemKind, title: String) -> Self {
        Self {
            id,
            meeting,
            order: i64::MIN,
            kind,
            title,
            presenter: None,
            minutes: None,
            closed_reason: None,
            papers: Vec::new(),
            level: 0,
            mark: None,
            approves: None,
            carried_from: None,
            issue: None,
            left_over: None,
            left_note: None,
            dropped: None,
            started: None,
            ended: None,
        }
    }

    /// Whether it is to return at a later meeting: it was left over, and nobody dropped it.
    pub const fn returns(&self) -> bool {
        self.left_over.is_some() && self.dropped.is_none()
    }
}

/// What stands in front of each item: its number as the body writes it, or its own
/// mark. A break has none. Items under another are counted from 1 again.
pub fn marks(items: &[AgendaItem], style: &AgendaStyle) -> Vec<String> {
    let mut counts = [0_usize; 3];
    let mut mark = |item: &AgendaItem| {
        let level = usize::from(item.level.min(AgendaItem::DEEPEST));
        if let Some(own) = &item.mark {
            return own.clone();
        }
        if item.kind == ItemKind::Recess {
            return String::new();
        }
        let mut count = 0;
        for (at, slot) in counts.iter_mut().enumerate() {
            match at.cmp(&level) {
                std::cmp::Ordering::Less => {}
                std::cmp::Ordering::Equal => {
                    *slot += 1;
                    count = *slot;
                }
                std::cmp::Ordering::Greater => *slot = 0,
            }
        }
        match level {
            0 => main_mark(style.main, count),
            1 => format!("({count})"),
            _ => third_mark(style.third, count),
        }
    };
    items.iter().map(&mut mark).collect()
}

fn main_mark(style: MainMark, count: usize) -> String {
    match style {
        MainMark::Plain => count.to_string(),
        MainMark::Dotted => format!("{count}."),
        MainMark::Ordinal => format!("第{count}"),
    }
}

/// ① to ⑳, then (21); ア to ン; or a dot.
fn third_mark(style: ThirdMark, count: usize) -> String {
    const KANA: &str = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    let circled =
        || u32::try_from(count).ok().filter(|n| (1..=20).contains(n)).and_then(|n| char::from_u32(0x245F + n));
    let found = match style {
        ThirdMark::Circled => circled(),
        ThirdMark::Kana => count.checked_sub(1).and_then(|at| KANA.chars().nth(at)),
        ThirdMark::Dot => Some('・'),
    };
    found.map_or_else(|| format!("({count})"), String::from)
}

/// Whether the items take longer than the meeting lasts, from `start` to `end` as HH:MM.
pub fn check_length(items: &[AgendaItem], start: Option<&str>, end: Option<&str>) -> Option<Violation> {
    let available = minutes_of_day(end?)?.checked_sub(minutes_of_day(start?)?)?;
    let planned = items.iter().filter_map(|i| i.minutes).map(u32::from).sum();
    (planned > available).then_some(Violation::AgendaTooLong { planned, available })
}

/// A time, HH:MM, as minutes since midnight.
pub fn minutes_of_day(time: &str) -> Option<u32> {
    let (hours, minutes) = time.split_once(':')?;
    Some(hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?)
}

#[cfg(test)]
mod tests;
