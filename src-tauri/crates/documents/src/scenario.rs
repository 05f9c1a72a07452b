//! The script of a meeting (進行シナリオ): who says what, scene by scene, against the clock.

use serde::{Deserialize, Serialize};

use crate::plain::{Lines, spaced};

/// The face of the script: a gothic one, which is read from afar.
pub const GOTHIC: &str = "BIZ UDゴシック";
/// The title, after the meeting's.
pub const TITLE: &str = "進行シナリオ";
/// The label of its day and hours.
pub const WHEN: &str = "日時";
/// The label of its place.
pub const WHERE: &str = "場所";

/// The script of a meeting (進行シナリオ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// The council's name.
    pub council: String,
    /// 「令和8年度 第2回 全体会」.
    pub meeting: String,
    /// 「令和8年10月14日（水）14時00分から16時00分まで」.
    pub date: String,
    /// Room and address.
    pub place: String,
    /// What is to be known before it begins: 進行, 出席, 公開.
    pub facts: Vec<ScenarioFact>,
    /// Its scenes, in order.
    pub scenes: Vec<ScenarioScene>,
    /// Lines under the last scene.
    pub notes: Vec<String>,
    /// Whether it is set in a large type, to be read standing.
    pub large: bool,
}

/// A fact at the head of a script.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioFact {
    /// 「進行」.
    pub label: String,
    /// What it is.
    pub text: String,
}

/// A scene: an item of the agenda, or the opening.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioScene {
    /// When it begins by plan, 「14:05」; empty where no clock runs.
    pub clock: String,
    /// What stands in front of its title: 「3」, 「(1)」.
    pub number: String,
    /// Its title.
    pub heading: String,
    /// How long it may take, 「10分」; empty where nobody said.
    pub minutes: String,
    /// Numbers of its papers, 「資料2-1」.
    pub papers: Vec<String>,
    /// Who presents it; empty if nobody is named.
    pub presenter: String,
    /// Whether the public is not admitted to it.
    pub closed: bool,
    /// Who says what.
    pub lines: Vec<ScenarioSpeech>,
}

/// Words that are said, or something that is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioSpeech {
    /// Who says them; empty for what is done and not read aloud.
    pub speaker: String,
    /// The words.
    pub text: String,
}

impl ScenarioScene {
    /// Number and title, with the mark of a closed item.
    #[must_use]
    pub fn title(&self) -> String {
        let closed = if self.closed { "（非公開）" } else { "" };
        format!("{}{closed}", spaced(&[&self.number, &self.heading]))
    }

    /// Papers and presenter in a line; empty where neither is known.
    #[must_use]
    pub fn about(&self) -> String {
        let papers = if self.papers.is_empty() { String::new() } else { format!("【{}】", self.papers.join("、")) };
        let presenter = if self.presenter.is_empty() { String::new() } else { format!("説明：{}", self.presenter) };
        spaced(&[&papers, &presenter])
    }
}

impl Scenario {
    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(&self.council);
        lines.push(spaced(&[&self.meeting, TITLE]));
        lines.gap();
        for (label, text) in [(WHEN, &self.date), (WHERE, &self.place)] {
            if !text.is_empty() {
                lines.push(format!("{label}　{text}"));
            }
        }
        for fact in &self.facts {
            lines.push(format!("{}　{}", fact.label, fact.text));
        }
        for scene in &self.scenes {
            lines.gap();
            lines.push(format!("■{}", spaced(&[&scene.clock, &scene.title(), &scene.minutes])));
            lines.push(scene.about());
            for speech in &scene.lines {
                let who = if speech.speaker.is_empty() { String::new() } else { format!("【{}】", speech.speaker) };
                lines.push(format!("{who}{}", speech.text));
            }
        }
        lines.gap();
        for note in &self.notes {
            lines.push(note);
        }
        lines.finish()
    }
}
