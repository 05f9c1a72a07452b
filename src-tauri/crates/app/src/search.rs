//! One search over the council: people, bodies, meetings, papers, issues, proposals,
//! plans and organisations, however a name is typed, ranked and grouped.

mod entries;
mod outcomes;

use crate::council::App;
use crate::error::Result;
use entaku_domain::Day;
use entaku_domain::era::parse_day;
use entaku_domain::find::find_key;
use entaku_domain::id::{IssueId, MeetingId, ProposalId};
use serde::Serialize;
use std::fmt::Display;
use ts_rs::TS;

/// The rank of words in minutes: behind everything that is called so.
const SAID: u8 = 5;
/// How many hits of one kind are shown.
const SHOWN: usize = 6;

/// Where something stands in the window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Target {
    /// The screen: `members`, `meetings`, `issues`, `council`, `plan`, `documents`, `settings`.
    pub screen: String,
    /// The record that it opens there.
    pub id: Option<String>,
    /// The part of the record's page.
    pub tab: Option<String>,
    /// Handle of a body, where the screen asks for one.
    pub body: Option<String>,
    /// A record within that page: a seat, a paper.
    pub record: Option<String>,
}

impl Target {
    pub(crate) fn new(screen: &str, id: Option<String>, tab: Option<&str>) -> Self {
        Self { screen: screen.to_owned(), id, tab: tab.map(str::to_owned), body: None, record: None }
    }

    pub(crate) fn screen(screen: &str) -> Self {
        Self::new(screen, None, None)
    }

    pub(crate) fn meeting(id: MeetingId, tab: Option<&str>) -> Self {
        Self::new("meetings", Some(id.to_string()), tab)
    }

    pub(crate) fn issue(id: IssueId) -> Self {
        Self::new("issues", Some(id.to_string()), None)
    }

    pub(crate) fn proposal(id: ProposalId) -> Self {
        Self::new("issues", None, Some("proposals")).with_record(id)
    }

    pub(crate) fn body(key: &str) -> Self {
        Self { body: Some(key.to_owned()), ..Self::new("council", Some(key.to_owned()), None) }
    }

    pub(crate) fn with_record(self, id: impl Display) -> Self {
        Self { record: Some(id.to_string()), ..self }
    }
}

/// What was found.
#[derive(Debug, Serialize, TS)]
pub struct SearchAnswer {
    /// The text that was searched for.
    pub text: String,
    /// By kind, the kind with the best hit first.
    pub groups: Vec<SearchGroup>,
    /// All hits, those not shown included.
    pub total: u32,
}

/// The hits of one kind.
#[derive(Debug, Serialize, TS)]
pub struct SearchGroup {
    /// What they are.
    pub kind: FoundKind,
    /// The best ones.
    pub hits: Vec<SearchHit>,
    /// How many more there are.
    pub more: u32,
}

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum FoundKind {
    /// 人.
    Person,
    /// 会議体.
    Body,
    /// 会議.
    Meeting,
    /// 資料.
    Paper,
    /// 課題.
    Issue,
    /// 提案・意見.
    Proposal,
    /// 計画.
    Plan,
    /// 団体.
    Organization,
    /// 会議録の発言.
    Minutes,
}

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SearchHit {
    /// Its identifier or handle.
    pub id: String,
    /// Its name.
    pub title: String,
    /// What tells it apart.
    pub detail: String,
    /// Where it is shown.
    pub target: Target,
}

/// What may be found, with the texts under which it is.
struct Entry {
    kind: FoundKind,
    hit: SearchHit,
    /// Its names.
    names: Vec<String>,
    /// What else is known of it.
    others: Vec<String>,
    /// Its day.
    day: Option<Day>,
}

/// A question, folded.
struct Asked {
    whole: String,
    words: Vec<String>,
    day: Option<Day>,
}

impl Asked {
    fn new(text: &str) -> Self {
        Self {
            whole: find_key(text),
            words: text.split_whitespace().map(find_key).filter(|w| !w.is_empty()).collect(),
            day: parse_day(text),
        }
    }

    /// How well an entry answers: the lower, the better; none where it does not.
    fn rank(&self, entry: &Entry) -> Option<u8> {
        if self.day.is_some() && self.day == entry.day {
            return Some(0);
        }
        let names: Vec<String> = entry.names.iter().map(|t| find_key(t)).collect();
        let whole = self.whole.as_str();
        if names.iter().any(|n| n == whole) {
            return Some(0);
        }
        if names.iter().any(|n| n.starts_with(whole)) {
            return Some(1);
        }
        if names.iter().any(|n| n.contains(whole)) {
            return Some(2);
        }
        let others: Vec<String> = entry.others.iter().map(|t| find_key(t)).collect();
        if others.iter().any(|n| n.contains(whole)) {
            return Some(3);
        }
        let somewhere = |word: &String| names.iter().chain(&others).any(|n| n.contains(word.as_str()));
        (self.words.len() > 1 && self.words.iter().all(somewhere)).then_some(4)
    }
}

impl App {
    /// Finds what a text may mean. Nothing is found under an empty text.
    ///
    /// # Errors
    /// Those of the store.
    pub fn search(&self, text: &str) -> Result<SearchAnswer> {
        let asked = Asked::new(text);
        let mut found: Vec<(u8, Entry)> = Vec::new();
        if !asked.whole.is_empty() {
            let entries = entries::all(self)?;
            found = entries.into_iter().filter_map(|e| Some((asked.rank(&e)?, e))).collect();
            found.extend(entries::minutes(self, text)?.into_iter().map(|e| (SAID, e)));
        }
        // The entries come in the office's order; sorting keeps it within a rank.
        found.sort_by_key(|(rank, entry)| (*rank, entry.kind));
        let mut groups: Vec<SearchGroup> = Vec::new();
        let total = found.len();
        for (_, entry) in found {
            match groups.iter_mut().find(|g| g.kind == entry.kind) {
                Some(group) if group.hits.len() < SHOWN => group.hits.push(entry.hit),
                Some(group) => group.more += 1,
                None => groups.push(SearchGroup { kind: entry.kind, hits: vec![entry.hit], more: 0 }),
            }
        }
        Ok(SearchAnswer { text: text.to_owned(), groups, total: u32::try_from(total).unwrap_or(u32::MAX) })
    }
}
