//! The scenes of the script, one for each item of the agenda.

use super::Sources;
use crate::agenda::template::vacant_offices;
use crate::text::{elections as election_words, labels, scenario as words};
use entaku_documents::{ScenarioScene, ScenarioSpeech};
use entaku_domain::agenda::{AgendaItem, ItemKind, marks, minutes_of_day};
use entaku_domain::id::PaperId;
use entaku_domain::office::wants_election;
use entaku_domain::paper::PaperClass;
use entaku_domain::scenario::{ScenarioField as F, ScenarioLine, ScenarioPart as P, lines};
use entaku_domain::time_plan::clock_text;

/// What changes from scene to scene.
struct Stage {
    /// Who leads now.
    presider: String,
    /// Whether the chair leads, or there is none.
    handed: bool,
    /// Whether the public is out of the room.
    closed: bool,
    /// When the next item begins by plan.
    clock: Option<u32>,
    /// The number of the main item above.
    parent: String,
}

/// What a part is about, beyond the meeting.
#[derive(Default)]
struct About<'a> {
    item: Option<&'a AgendaItem>,
    number: String,
    office: String,
    method: String,
}

impl Sources<'_> {
    /// The scenes, in order; an opening and a closing also where the agenda has none.
    pub(super) fn scenes(&self) -> Vec<ScenarioScene> {
        let chaired = self.chair().is_none_or(|(_, name)| !name.is_empty());
        let mut stage = Stage {
            presider: words::SECRETARIAT.to_owned(),
            handed: false,
            closed: self.meeting.closed_reason.is_some(),
            clock: self.meeting.start.as_deref().and_then(minutes_of_day),
            parent: String::new(),
        };
        let style = self.council.agenda_style(self.meeting.body);
        let marks = marks(&self.items, &style);
        let mut scenes = Vec::new();
        if !self.items.iter().any(|i| i.kind == ItemKind::Opening) {
            let lines = self.opening(&mut stage, chaired);
            scenes.push(ScenarioScene { heading: words::OPENING.to_owned(), lines, ..ScenarioScene::default() });
        }
        for (item, mark) in self.items.iter().zip(marks) {
            scenes.push(self.scene(item, mark, &mut stage, chaired));
        }
        if !self.items.iter().any(|i| i.kind == ItemKind::Closing) {
            let lines = self.closing(&stage, &About::default());
            scenes.push(ScenarioScene { heading: words::CLOSING.to_owned(), lines, ..ScenarioScene::default() });
        }
        scenes
    }

    fn scene(&self, item: &AgendaItem, number: String, stage: &mut Stage, chaired: bool) -> ScenarioScene {
        let clock = stage.clock;
        stage.clock = clock.map(|at| at + item.minutes.map_or(0, u32::from));
        let spoken = if item.level == 0 { number.clone() } else { words::under(&stage.parent, &number) };
        if item.level == 0 {
            stage.parent.clone_from(&number);
        }
        let about = About { item: Some(item), number: spoken, ..About::default() };
        let mut said = self.doors(item, stage, &about);
        said.extend(self.of_kind(item, stage, &about, chaired));
        let paper = |id: &PaperId| self.papers.iter().find(|p| p.id == *id).map(|p| p.number.to_string());
        ScenarioScene {
            clock: clock.map(clock_text).unwrap_or_default(),
            number,
            heading: item.title.clone(),
            minutes: item.minutes.map(words::minutes).unwrap_or_default(),
            papers: item.papers.iter().filter_map(paper).collect(),
            presenter: item.presenter.clone().unwrap_or_default(),
            closed: item.closed_reason.is_some(),
            lines: said,
        }
    }

    /// The public goes out before a closed item, and comes back after the last.
    fn doors(&self, item: &AgendaItem, stage: &mut Stage, about: &About<'_>) -> Vec<ScenarioSpeech> {
        if self.meeting.closed_reason.is_some() || item.closed_reason.is_some() == stage.closed {
            return Vec::new();
        }
        stage.closed = item.closed_reason.is_some();
        self.part(if stage.closed { P::ClosedItem } else { P::Reopened }, stage, about)
    }

    fn of_kind(&self, item: &AgendaItem, stage: &mut Stage, about: &About<'_>, chaired: bool) -> Vec<ScenarioSpeech> {
        let part = match item.kind {
            ItemKind::Opening => return self.opening(stage, chaired),
            ItemKind::Closing => return self.closing(stage, about),
            ItemKind::Election => return self.election(item, stage, about),
            ItemKind::Letters => P::Letters,
            ItemKind::Greeting => P::Greeting,
            ItemKind::Introductions => P::Introductions,
            ItemKind::LastMinutes => P::LastMinutes,
            ItemKind::Heading => P::Heading,
            ItemKind::Deliberation => P::Deliberation,
            ItemKind::Report => P::Report,
            ItemKind::Other => P::Other,
            ItemKind::Recess => P::Recess,
        };
        let mut said = Vec::new();
        if item.carried_from.is_some() {
            said.extend(self.part(P::Continued, stage, about));
        }
        said.extend(self.part(part, stage, about));
        said
    }

    /// Opening, attendance, quorum, openness, how to speak, papers; then the chair takes over.
    fn opening(&self, stage: &mut Stage, chaired: bool) -> Vec<ScenarioSpeech> {
        let about = About::default();
        let opens = if chaired { P::Opening } else { P::FirstOpening };
        let mut said = self.part(opens, stage, &about);
        said.extend(self.part(P::Attendance, stage, &about));
        said.extend(self.quorum_said(stage, &about));
        let closed = self.meeting.closed_reason.is_some();
        said.extend(self.part(if closed { P::Closed } else { P::Open }, stage, &about));
        said.extend(self.part(P::Access, stage, &about));
        if !self.papers.is_empty() {
            said.extend(self.part(P::Papers, stage, &about));
        }
        if chaired {
            said.extend(self.hand_over(stage, &about));
        }
        said
    }

    /// V16: nothing where the office has set no rule.
    fn quorum_said(&self, stage: &Stage, about: &About<'_>) -> Vec<ScenarioSpeech> {
        let Some((_, needed)) = self.quorum() else { return Vec::new() };
        let cue = |text: String| ScenarioSpeech { speaker: String::new(), text };
        match self.there.present {
            Some(present) if present < needed => vec![cue(words::quorum_missed(needed, present))],
            Some(_) => self.part(P::Quorum, stage, about),
            None => {
                let mut said = vec![cue(words::quorum_unknown(needed))];
                said.extend(self.part(P::Quorum, stage, about));
                said
            }
        }
    }

    /// The chair leads from here, where the body has one.
    fn hand_over(&self, stage: &mut Stage, about: &About<'_>) -> Vec<ScenarioSpeech> {
        let Some((title, _)) = self.chair().filter(|_| !stage.handed) else { return Vec::new() };
        let said = self.part(P::HandOver, stage, about);
        stage.presider = title.to_owned();
        stage.handed = true;
        said
    }

    /// The elections of an item, office by office as the rules name them; when the chair
    /// is elected, they take over.
    fn election(&self, item: &AgendaItem, stage: &mut Stage, about: &About<'_>) -> Vec<ScenarioSpeech> {
        let version = self.council.version(self.meeting.body, self.meeting.year());
        let rules = version.map(|v| v.officers.as_slice()).unwrap_or_default();
        let vacant = vacant_offices(self.council, self.meeting);
        let open = |title: &str| vacant.is_empty() || vacant.iter().any(|v| v == title);
        let named: Vec<_> = rules.iter().filter(|r| item.title.contains(&r.title) && open(&r.title)).collect();
        let chosen = if named.is_empty() { rules.iter().filter(|r| open(&r.title)).collect() } else { named };
        let mut said = Vec::new();
        for rule in chosen {
            let method = rule.method.clone().unwrap_or_else(|| words::USUAL_METHOD.to_owned());
            let by_name = method.contains(election_words::NAMING) && !wants_election(Some(&method));
            let part = if by_name { P::ElectionNamed } else { P::Election };
            let number = about.number.clone();
            let of = About { item: about.item, number, office: rule.title.clone(), method };
            said.extend(self.part(part, stage, &of));
            if !by_name {
                said.extend(self.part(P::ElectionVote, stage, &of));
            }
            said.extend(self.part(P::Elected, stage, &of));
            if rule.presides {
                said.extend(self.hand_over(stage, &of));
            }
        }
        said
    }

    fn closing(&self, stage: &Stage, about: &About<'_>) -> Vec<ScenarioSpeech> {
        let mut said = self.part(P::NextMeeting, stage, about);
        said.extend(self.part(P::Closing, stage, about));
        said
    }

    /// A part in the office's wording, else in the program's.
    fn part(&self, part: P, stage: &Stage, about: &About<'_>) -> Vec<ScenarioSpeech> {
        let own = self.wordings.iter().find(|(p, _)| *p == part).map(|(_, text)| text.as_str());
        let said = lines(own.unwrap_or_else(|| words::built_in(part)), |field| self.value(field, stage, about));
        said.into_iter().map(|ScenarioLine { speaker, text }| ScenarioSpeech { speaker, text }).collect()
    }

    fn value(&self, field: F, stage: &Stage, about: &About<'_>) -> String {
        let listed = |names: &[String]| names.join("、");
        let style = self.council.council.date_style;
        match field {
            F::Council => self.council.council.name.clone(),
            F::Meeting => self.council.meeting_title(self.meeting),
            F::Date => format!("{}{}", style.day_with_weekday(self.meeting.date), labels::hours(self.meeting)),
            F::Place => self.meeting.place.clone(),
            F::Chair => self.chair().map(|(title, _)| title.to_owned()).unwrap_or_default(),
            F::ChairName => self.chair_name(),
            F::Presider => stage.presider.clone(),
            F::Members => self.there.members.to_string(),
            F::Present => self.there.present.map_or_else(|| words::BLANK.to_owned(), |n| n.to_string()),
            F::Absent => listed(&self.there.absent),
            F::Late => listed(&self.there.late),
            F::Proxies => listed(&self.there.proxies),
            F::Online => listed(&self.there.online),
            F::QuorumRule => self.quorum().map(|(rule, _)| rule.label().to_owned()).unwrap_or_default(),
            F::Quorum => self.quorum().map(|(_, needed)| needed.to_string()).unwrap_or_default(),
            F::Audience => words::BLANK.to_owned(),
            F::Papers => self.papers_said(),
            F::Office => about.office.clone(),
            F::Method => about.method.clone(),
            F::Next => self.next_said(),
            _ => self.of_item(field, about),
        }
    }

    fn of_item(&self, field: F, about: &About<'_>) -> String {
        let item = about.item;
        let text = |found: Option<&String>| found.cloned().unwrap_or_default();
        match field {
            F::Item => item.map(|i| words::item(&about.number, &i.title)).unwrap_or_default(),
            F::Number => about.number.clone(),
            F::Title => text(item.map(|i| &i.title)),
            F::Presenter => text(item.and_then(|i| i.presenter.as_ref())),
            F::Minutes => item.and_then(|i| i.minutes).map(words::minutes).unwrap_or_default(),
            F::Reason => text(item.and_then(|i| i.closed_reason.as_ref()).or(self.meeting.closed_reason.as_ref())),
            F::Before => {
                let id = item.map(|i| i.id);
                self.before.iter().find(|(of, _)| Some(*of) == id).map(|(_, name)| name.clone()).unwrap_or_default()
            }
            F::ItemPapers => {
                let number = |id: &PaperId| self.papers.iter().find(|p| p.id == *id).map(|p| p.number.to_string());
                let numbers: Vec<String> = item.iter().flat_map(|i| &i.papers).filter_map(number).collect();
                numbers.join("、")
            }
            _ => String::new(),
        }
    }

    /// The name of the chair; a blank where it is elected at the meeting.
    fn chair_name(&self) -> String {
        let name = self.chair().map(|(_, name)| name).unwrap_or_default();
        if name.is_empty() { words::BLANK.to_owned() } else { name }
    }

    /// The list of papers, class by class, to be read aloud.
    fn papers_said(&self) -> String {
        let mut said = Vec::new();
        for class in [PaperClass::Sent, PaperClass::OnTheDay, PaperClass::Reference] {
            let mut of_class = self.papers.iter().filter(|p| p.class == class).peekable();
            if of_class.peek().is_none() {
                continue;
            }
            said.push(words::papers_of(class).to_owned());
            said.extend(of_class.map(|p| words::paper(&p.number.to_string(), &p.title, p.revision.as_deref())));
        }
        said.join("\n")
    }

    fn next_said(&self) -> String {
        let Some(next) = self.next else { return words::NEXT_OPEN.to_owned() };
        let day = self.council.council.date_style.day_with_weekday(next.date);
        words::next(&day, &labels::hours(next), &self.council.meeting_short(next))
    }
}
