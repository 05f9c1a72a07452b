//! The script of a meeting (進行シナリオ): its parts, what is filled into their wording,
//! and how a wording is read as who says what.

use crate::letter::{Field, LetterFault, Template};

coded! {
    /// A part of the script for which there is a wording (進行シナリオの場面).
    ScenarioPart {
        Opening = "opening", "開会";
        FirstOpening = "first_opening", "開会（会長がいないとき）";
        Attendance = "attendance", "出席の報告";
        Quorum = "quorum", "定足数の報告";
        Open = "open", "公開の会議の案内";
        Closed = "closed", "非公開の会議の案内";
        Access = "access", "発言の仕方のお願い";
        Papers = "papers", "資料の確認";
        HandOver = "hand_over", "会長への引継ぎ";
        Letters = "letters", "委嘱状の伝達";
        Greeting = "greeting", "あいさつ";
        Introductions = "introductions", "自己紹介";
        LastMinutes = "last_minutes", "会議録の確認";
        Heading = "heading", "議事に入る";
        Deliberation = "deliberation", "協議の項目";
        Report = "report", "報告の項目";
        Continued = "continued", "前回からの継続";
        ClosedItem = "closed_item", "非公開の項目に入る";
        Reopened = "reopened", "非公開の項目を終える";
        Election = "election", "役員の選出（互選）";
        ElectionNamed = "election_named", "役員の選出（指名）";
        ElectionVote = "election_vote", "役員の選出（投票になったとき）";
        Elected = "elected", "選出の後";
        Other = "other", "その他の項目";
        Recess = "recess", "休憩";
        Closing = "closing", "閉会";
        NextMeeting = "next_meeting", "次回の案内";
    }
}

coded! {
    /// What can be filled into the script (差し込み項目), written `{会長}`.
    ScenarioField {
        Council = "council", "協議会名";
        Meeting = "meeting", "会議名";
        Date = "date", "日時";
        Place = "place", "会場";
        Chair = "chair", "会長";
        ChairName = "chair_name", "会長氏名";
        Presider = "presider", "進行役";
        Members = "members", "委員数";
        Present = "present", "出席数";
        Absent = "absent", "欠席者";
        Late = "late", "遅参者";
        Proxies = "proxies", "代理出席者";
        Online = "online", "オンライン出席者";
        QuorumRule = "quorum_rule", "定足数の定め";
        Quorum = "quorum", "定足数";
        Audience = "audience", "傍聴者数";
        Reason = "reason", "非公開の理由";
        Papers = "papers", "資料一覧";
        Item = "item", "項目";
        Number = "number", "項目番号";
        Title = "title", "項目名";
        ItemPapers = "item_papers", "項目の資料";
        Presenter = "presenter", "説明者";
        Minutes = "minutes", "所要時間";
        Before = "before", "前回の会議";
        Office = "office", "役職";
        Method = "method", "選出の方法";
        Next = "next", "次回の会議";
    }
}

impl Field for ScenarioField {
    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.label() == name)
    }
}

/// The office's own wording of a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioWording {
    /// The part.
    pub part: ScenarioPart,
    /// The wording: a line 「【事務局】…」 begins what somebody says, one that begins with
    /// ※ tells what is done and is not read aloud, and fields stand in braces.
    pub text: String,
}

/// A line of the script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScenarioLine {
    /// Who says it; empty for what is done and not read aloud.
    pub speaker: String,
    /// The words.
    pub text: String,
}

impl ScenarioWording {
    /// Refuses a wording with a field that there is not.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), LetterFault> {
        Template::<ScenarioField>::parse("text", &self.text).map(drop)
    }
}

/// The lines of a wording, filled in; a line all of whose fields are empty is left out.
/// What is filled in is not read again, so that nobody's name becomes a speaker.
pub fn lines(text: &str, value: impl Fn(ScenarioField) -> String) -> Vec<ScenarioLine> {
    let mut speaker = String::new();
    let mut found: Vec<ScenarioLine> = Vec::new();
    let mut goes_on = false;
    for line in text.lines() {
        let (says, rest) = said_by(line);
        if let Some(who) = says {
            speaker = filled(who, &value).unwrap_or_default();
            goes_on = false;
        }
        let cue = rest.trim_start().starts_with('※');
        let Some(words) = filled(rest, &value).filter(|words| !words.trim().is_empty()) else { continue };
        let who = if cue { String::new() } else { speaker.clone() };
        match found.last_mut().filter(|last| goes_on && last.speaker == who) {
            Some(last) => last.text.push_str(&format!("\n{words}")),
            None => found.push(ScenarioLine { speaker: who, text: words }),
        }
        goes_on = !cue;
    }
    found
}

/// Who speaks, as 「【事務局】…」 says, and what follows.
fn said_by(line: &str) -> (Option<&str>, &str) {
    let named = line.strip_prefix('【').and_then(|rest| rest.split_once('】'));
    named.map_or((None, line), |(who, rest)| (Some(who), rest))
}

/// A line filled in; none where it holds fields and all of them are empty, or it cannot be read.
fn filled(line: &str, value: &impl Fn(ScenarioField) -> String) -> Option<String> {
    let template = Template::<ScenarioField>::parse("text", line).ok()?;
    (!template.is_void(value)).then(|| template.fill(value))
}

#[cfg(test)]
mod tests {
    //! How a wording becomes who says what.
    use super::*;

    fn said(text: &str) -> Vec<(String, String)> {
        let value = |field| match field {
            ScenarioField::Chair => "会長".to_owned(),
            ScenarioField::Title => "【会長】{進行役}".to_owned(),
            _ => String::new(),
        };
        lines(text, value).into_iter().map(|l| (l.speaker, l.text)).collect()
    }

    #[test]
    fn a_wording_tells_who_says_what() {
        let text = "【事務局】開会します。\n資料を確認します。\n※　会長席へ\n【{会長}】続けます。";
        let told = [("事務局", "開会します。\n資料を確認します。"), ("", "※　会長席へ"), ("会長", "続けます。")];
        assert_eq!(said(text), told.map(|(who, what)| (who.to_owned(), what.to_owned())));
    }

    #[test]
    fn a_line_that_has_nothing_to_tell_is_left_out() {
        assert_eq!(
            said("【事務局】遅参は{遅参者}です。\n始めます。"),
            [("事務局".to_owned(), "始めます。".to_owned())]
        );
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        assert_eq!(said("【{会長}】{項目名}です。"), [("会長".to_owned(), "【会長】{進行役}です。".to_owned())]);
    }

    #[test]
    fn an_unknown_field_is_refused_with_its_line() {
        let wording = ScenarioWording { part: ScenarioPart::Opening, text: "開会\n{会場名}".to_owned() };
        let fault = LetterFault::UnknownField { field: "text", name: "会場名".to_owned(), line: 2 };
        assert_eq!(wording.check(), Err(fault));
    }
}
