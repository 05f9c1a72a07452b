//! Elections in sentences, as they stand in the minutes; and what is wrong with their record.

use crate::elections::record::{Told, ToldCandidate, ToldRound};
use entaku_domain::election::Entry;
use entaku_domain::election_fault::ElectionFault as F;
use entaku_domain::office::Method;

/// What a rule says where somebody names the officer: 会長の指名.
pub(crate) const NAMING: &str = "指名";

/// 髙橋委員.
pub(crate) fn member(name: &str) -> String {
    format!("{name}委員")
}

/// 髙橋　美咲子（副会長）.
pub(crate) fn with_office(name: &str, title: &str) -> String {
    format!("{name}（{title}）")
}

/// Who presided until there was a chair.
pub(crate) fn presided(title: &str, by: Option<&str>) -> String {
    match by {
        Some(name) => format!("{title}が選出されるまでの間、{name}が仮議長として議事を進行した。"),
        None => format!("{title}が選出されるまでの間、事務局が議事を進行した。"),
    }
}

/// Who will preside until there is a chair.
pub(crate) fn presides(title: &str) -> String {
    format!("{title}が決まっていません。選出されるまでは、事務局が会議を進行します。")
}

/// How somebody came to stand, and whether they declined.
pub(crate) fn stood(who: &ToldCandidate) -> Vec<String> {
    let name = &who.name;
    let came = match (who.entry, &who.proposer) {
        (Some(Entry::Volunteered), _) => Some(format!("{name}が立候補した。")),
        (Some(Entry::Recommended), Some(by)) => Some(format!("{by}から{name}が推薦された。")),
        (Some(Entry::Recommended), None) => Some(format!("{name}が推薦された。")),
        (None, _) => None,
    };
    let left = who.declined.then(|| format!("{name}は辞退した。"));
    came.into_iter().chain(left).collect()
}

/// A round with its votes.
pub(crate) fn round(of: &ToldRound) -> String {
    let what = if of.round.runoff { "決選投票" } else { "投票" };
    let mut parts: Vec<String> = of.votes.iter().map(|(name, votes)| format!("{name}{votes}票")).collect();
    parts.extend((of.round.blank > 0).then(|| format!("白票{}票", of.round.blank)));
    parts.extend((of.round.invalid > 0).then(|| format!("無効{}票", of.round.invalid)));
    format!("{what}の結果は、{}であった（投票総数{}票）。", parts.join("、"), of.round.voters)
}

/// A lot.
pub(crate) fn lot(tie: bool, drawn_by: Option<&str>) -> String {
    let why = if tie { "得票が同数のため、" } else { "" };
    match drawn_by {
        Some(name) => format!("{why}{name}が引いたくじにより決定した。"),
        None => format!("{why}くじにより決定した。"),
    }
}

/// The result, or that there is none yet.
pub(crate) fn outcome(told: &Told) -> String {
    let elected: Vec<&str> = told.candidates.iter().filter(|c| c.elected).map(|c| c.name.as_str()).collect();
    let title = &told.title;
    if elected.is_empty() {
        return format!("{title}は選出に至らず、継続することとした。");
    }
    let how = match (told.method, &told.named_by, &told.manner) {
        (Method::MutualElection, ..) => "委員の互選により、".to_owned(),
        (Method::Nomination, Some(by), _) => format!("{by}の指名により、"),
        (Method::Nomination, None, _) => "指名により、".to_owned(),
        (Method::Other, _, Some(manner)) => format!("{manner}により、"),
        (Method::Other | Method::Unknown, ..) => String::new(),
    };
    let agreed = if told.acclaimed { "異議なく、" } else { "" };
    format!("{how}{agreed}{}が{title}に選出された。", elected.join("及び"))
}

/// The result of an office in the history: 委員の互選.
pub(crate) fn way(method: Method) -> &'static str {
    method.label()
}

/// What is wrong with the record of an election.
pub(super) fn fault(found: F) -> String {
    match found {
        F::NoCandidate => "候補者がいません。".to_owned(),
        F::CandidateTwice => "同じ人が、候補者に２度入っています。".to_owned(),
        F::TooMany { count } => format!("選出できるのは{count}人までです。"),
        F::DeclinedElected => "辞退した人を、選出された人にすることはできません。".to_owned(),
        F::HowMissing => "互選の決め方（異議なし、投票、くじ）が記録されていません。".to_owned(),
        F::DoesNotAddUp { round, sum, voters } => {
            format!("第{round}回の投票の合計（{sum}票）が、投票総数（{voters}票）と合いません。")
        }
        F::MoreThanMembers { round, voters, members } => {
            format!("第{round}回の投票総数（{voters}票）が、委員の数（{members}人）より多くなっています。")
        }
        F::EmptyRound { round } => format!("第{round}回の投票に、候補者がいません。"),
        F::RunoffOutsider => "決選投票の候補者が、その前の投票に出ていません。".to_owned(),
        F::NotFirst { votes, most } => {
            format!("選出された人の得票（{votes}票）より、多くの票（{most}票）を得た候補者がいます。")
        }
        F::Tie { votes } => format!("得票が同数（{votes}票）です。"),
        F::LotWithoutTie => "得票に差がありますが、くじで決めたことになっています。".to_owned(),
        F::NamerMissing => "指名した人が記録されていません。".to_owned(),
        F::MannerMissing => "選出の方法が記録されていません。".to_owned(),
        F::PredecessorMissing { needed } => {
            format!("この役職は、今、複数の人が務めています。だれの後任か（{needed}人）が指定されていません。")
        }
        F::PredecessorNotHolder => "前任者とした人は、この日までの在職者ではありません。".to_owned(),
        F::Finished => "この選出は、すでに決まっています。".to_owned(),
    }
}

/// What to do about it.
pub(super) const fn hint(found: F) -> &'static str {
    match found {
        F::Tie { .. } => "決選投票を加えるか、くじで決めたことを記録してください。",
        F::DoesNotAddUp { .. } => "候補者の得票、白票、無効の数と、投票総数を確かめてください。",
        F::HowMissing => "異議なしで決めたときは「異議なし」を選び、投票のときは得票を入力してください。",
        F::NotFirst { .. } => "選出された人と得票を確かめてください。",
        F::Finished => "選出が誤りのときは、その人の画面で選出の記録を取り消してから、改めて記録してください。",
        F::PredecessorMissing { .. } | F::PredecessorNotHolder => {
            "交代する在職者を選んでください。続けて選ばれた人は、選ばなくてもかまいません。"
        }
        F::NoCandidate | F::CandidateTwice | F::DeclinedElected | F::TooMany { .. } | F::RunoffOutsider => {
            "候補者を確かめてください。"
        }
        _ => "内容を直して、もう一度お試しください。",
    }
}

/// The name of a field of an election.
pub(super) fn field(code: &str) -> Option<&'static str> {
    Some(match code {
        "manner" => "選出の方法",
        "named_by" => "指名した人",
        "presided_by" => "仮議長",
        "lot_drawn_by" => "くじを引いた人",
        "proposer" => "推薦した人",
        _ => return None,
    })
}

/// 定数1人　委員18人.
pub(crate) fn facts(count: u8, members: usize) -> String {
    format!("定数{count}人　委員{members}人")
}

/// 第1回投票; 決選投票.
pub(crate) fn round_label(round: usize, runoff: bool) -> String {
    if runoff { "決選投票".to_owned() } else { format!("第{round}回投票") }
}

/// The day, and where.
pub(crate) fn place(day: &str, place: &str) -> String {
    if place.trim().is_empty() { day.to_owned() } else { format!("{day}　{place}") }
}

/// 委員の互選（令和8年度 第1回 全体会）.
pub(crate) fn elected_at(method: &str, meeting: Option<&str>) -> String {
    meeting.map_or_else(|| method.to_owned(), |meeting| format!("{method}（{meeting}）"))
}

/// What the history is called.
pub(crate) const HISTORY: &str = "役員の変遷";
/// Its columns as a table.
pub(crate) const HISTORY_COLUMNS: [&str; 7] =
    ["役職", "氏名", "就任時の所属・職", "就任日", "退任・満了日", "選任方法", "選出した会議"];

/// 全体会　役員の変遷.
pub(crate) fn history_title(body: &str) -> String {
    format!("{body}　{HISTORY}")
}

/// The file of a paper of an election.
pub(crate) fn file(meeting: &str, title: &str, what: &str) -> String {
    let title = if title.is_empty() { String::new() } else { format!("_{title}") };
    format!("{}{title}_{what}", meeting.replace('　', "_"))
}

/// The papers, as files are called.
pub(crate) const BALLOTS: &str = "投票用紙";
/// The count sheet.
pub(crate) const COUNT_SHEET: &str = "開票集計表";
/// The record.
pub(crate) const RECORD: &str = "役員の選出の記録";
