//! The words of minutes: of their skeleton, their editions, the letter that goes with the
//! draft, and what the rules object to.

use crate::minutes::ObserversFrom;
use crate::publication::Appearance;
use entaku_documents::LetterLine;
use entaku_domain::era::DateStyle;
use entaku_domain::meeting::{Mode, Presence};
use entaku_domain::minutes::{ApprovalWay, Decision, Lack, Manner};
use entaku_domain::minutes_fault::MinutesFault as F;

/// 会議録.
pub(crate) const MINUTES: &str = "会議録";
/// 会議概要.
pub(crate) const OUTLINE: &str = "会議概要";
/// 決定事項の抄録.
pub(crate) const EXTRACT: &str = "決定事項の抄録";
/// The letter with the draft.
pub(crate) const LETTER: &str = "会議録案の確認の依頼";
/// Behind the title of what is not final.
pub(crate) const DRAFT: &str = "（案）";
/// Of a closed entry, in the members' edition.
pub(crate) const CLOSED_MARK: &str = "非公開";
/// Before a task.
pub(crate) const TASK: &str = "対応";

/// Labels of the head.
pub(crate) const NAME: &str = "会議の名称";
/// Day and hours.
pub(crate) const WHEN: &str = "日時";
/// Place.
pub(crate) const PLACE: &str = "場所";
/// The officials.
pub(crate) const OFFICIALS: &str = "事務局等の出席者";
/// Who listened.
pub(crate) const OBSERVERS: &str = "傍聴者";
/// Open or closed.
pub(crate) const OPENNESS: &str = "公開・非公開の別";
/// The matters.
pub(crate) const AGENDA: &str = "議題";
/// The papers.
pub(crate) const PAPERS: &str = "会議資料";
/// What else.
pub(crate) const OTHER: &str = "その他";
/// Who came, in figures.
pub(crate) const ATTENDANCE: &str = "出席の状況";
/// Nothing else.
pub(crate) const NOTHING: &str = "特になし";
/// None.
pub(crate) const NONE: &str = "なし";
/// Above the outline's text.
pub(crate) const OUTLINE_PART: &str = "会議の概要";
/// Under the outline.
pub(crate) const OUTLINE_NOTE: &str = "この概要は速報です。詳しくは、後日作成する会議録によります。";
/// A decision's number.
pub(crate) const NUMBER: &str = "番号";
/// A decision's item.
pub(crate) const ITEM: &str = "議題";
/// How it was decided.
pub(crate) const HOW: &str = "決定の区分・方法";
/// Who left the room.
pub(crate) const LEFT_ROOM: &str = "退席した委員";
/// To whom it is told.
pub(crate) const TOLD_TO: &str = "通知先";
/// Above a decision's words.
pub(crate) const DECIDED: &str = "決定の内容";
/// A break.
pub(crate) const RECESS: &str = "（休憩）";

/// 14時00分　開会.
pub(crate) fn opened_at(start: Option<&str>) -> String {
    at(start, "開会")
}

/// 16時00分　閉会.
pub(crate) fn closed_at(end: Option<&str>) -> String {
    at(end, "閉会")
}

fn at(time: Option<&str>, what: &str) -> String {
    match time.and_then(|t| t.split_once(':')) {
        Some((hour, minute)) => format!("（{}時{minute}分　{what}）", hour.trim_start_matches('0')),
        None => format!("（{what}）"),
    }
}

/// What happened, in brackets.
pub(crate) fn note(what: &str) -> String {
    format!("（{what}）")
}

/// The last minutes were confirmed.
pub(crate) fn last_minutes(meeting: &str) -> String {
    format!("前回{}の会議録を確認した。", if meeting.is_empty() { String::new() } else { format!("（{meeting}）") })
}

/// The papers, as they are named at the beginning.
pub(crate) fn papers_checked(papers: &[String]) -> String {
    format!("資料の確認を行った。\n{}", papers.join("\n"))
}

/// 資料2-1により説明した。
pub(crate) fn explained(papers: &[String]) -> String {
    if papers.is_empty() { String::new() } else { format!("{}により説明した。", papers.join("、")) }
}

/// A place, with how the meeting was held where that is not in person alone.
pub(crate) fn place(place: &str, mode: &str, how: Mode) -> String {
    match how {
        Mode::InPerson => place.to_owned(),
        Mode::Online | Mode::Hybrid | Mode::Written => spaced(place, &format!("（{mode}）")),
    }
}

/// Two words with a wide space between.
pub(crate) fn spaced(a: &str, b: &str) -> String {
    [a, b].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("　")
}

/// 出席委員（15人）.
pub(crate) fn present(count: usize) -> String {
    format!("出席委員（{count}人）")
}

/// 欠席委員（3人）.
pub(crate) fn absent(count: usize) -> String {
    format!("欠席委員（{count}人）")
}

/// 髙橋　美咲子（会長）, 山田　太郎（代理　鈴木　花子）; namesakes with where they come `from`; one who is not named by what stands in their place.
pub(crate) fn attended(
    shown: &Appearance,
    from: Option<&str>,
    title: Option<&str>,
    presence: Presence,
    proxy: Option<&str>,
    hidden: bool,
) -> String {
    let named = if hidden && !shown.organization.is_empty() { shown.organization.clone() } else { shown.name.clone() };
    let how = match (presence, proxy) {
        (Presence::Proxy, Some(proxy)) => Some(format!("代理　{proxy}")),
        (Presence::Present | Presence::Absent, _) => None,
        (Presence::Excused, _) => None,
        (other, _) => Some(other.label().to_owned()),
    };
    let parts: Vec<String> = [from, title].into_iter().flatten().map(str::to_owned).chain(how).collect();
    if parts.is_empty() { named } else { format!("{named}（{}）", parts.join("、")) }
}

/// 委員15人（欠席3人）、傍聴者2人.
pub(crate) fn counted(present: usize, absent: usize, observers: &str) -> String {
    format!("出席委員{present}人、欠席委員{absent}人、傍聴者{observers}")
}

/// Where the number of listeners comes from, where nobody typed it into the minutes.
pub(crate) fn observers_from(count: u16, from: ObserversFrom) -> String {
    match from {
        ObserversFrom::Minutes => format!("{count}人"),
        ObserversFrom::Day => format!("当日の記録から{count}人"),
        ObserversFrom::Gallery => format!("傍聴の受付から{count}人"),
    }
}

/// A written opinion in the minutes; of one that came as a file, its name.
pub(crate) fn opinion(text: &str, file: Option<&str>) -> String {
    match (text.trim(), file) {
        ("", Some(file)) => format!("（意見書）別添のとおり（{file}）。"),
        (text, _) => format!("（意見書）{text}"),
    }
}

/// How many listened.
pub(crate) fn observers(count: Option<u16>, closed: bool) -> String {
    match (count, closed) {
        (Some(count), _) => format!("{count}人"),
        (None, true) => "（非公開）".to_owned(),
        (None, false) => "未記入".to_owned(),
    }
}

/// Whether the public might listen, and why not.
pub(crate) fn openness(closed: bool, reason: Option<&str>, items: usize, reasons: &[&str]) -> Vec<String> {
    let because = |r: &str| format!("理由：{r}");
    if closed {
        return std::iter::once("非公開".to_owned()).chain(reason.map(because)).collect();
    }
    if items == 0 {
        return vec!["公開".to_owned()];
    }
    let all = reasons.join("、");
    let why = (!all.is_empty()).then(|| because(&all));
    std::iter::once("一部非公開".to_owned()).chain(why).collect()
}

/// 2　専門部会の報告（非公開）.
pub(crate) fn heading(number: &str, title: &str, closed: bool) -> String {
    let mark = if closed { "（非公開）" } else { "" };
    format!("{}{mark}", spaced(number, title))
}

fn because(reason: Option<&str>) -> String {
    reason.map(|r| format!("（理由：{r}）")).unwrap_or_default()
}

/// In place of all that was said.
pub(crate) fn withheld_meeting(reason: Option<&str>) -> String {
    format!("この会議は非公開のため、会議の記録は公開していません{}。", because(reason))
}

/// In place of what was said under a closed item.
pub(crate) fn withheld_item(reason: Option<&str>) -> String {
    format!("この議題は非公開のため、記録は公開していません{}。", because(reason))
}

/// In place of a closed entry, or of several.
pub(crate) fn withheld_entry(reason: Option<&str>) -> String {
    format!("（この部分は公開していません{}。）", because(reason))
}

/// 第3号.
pub(crate) fn decision_number(number: u16) -> String {
    format!("第{number}号")
}

/// 決定　第3号.
pub(crate) fn decision_label(d: Option<&Decision>) -> String {
    let number = d.and_then(|d| d.number).map(decision_number).unwrap_or_default();
    spaced("決定", &number)
}

/// 承認（賛成9、反対1、棄権0）.
pub(crate) fn decision(d: &Decision) -> String {
    let votes: Vec<String> = [("賛成", d.yes), ("反対", d.no), ("棄権", d.abstain)]
        .into_iter()
        .filter_map(|(label, n)| Some(format!("{label}{}", n?)))
        .collect();
    let how = match (d.manner, votes.is_empty()) {
        (Some(Manner::Vote) | None, false) => votes.join("、"),
        (Some(manner), true) => manner.label().to_owned(),
        (Some(manner), false) => format!("{}。{}", manner.label(), votes.join("、")),
        (None, true) => String::new(),
    };
    if how.is_empty() { d.kind.label().to_owned() } else { format!("{}（{how}）", d.kind.label()) }
}

/// 担当：事務局　期限：令和8年9月30日.
pub(crate) fn task(who: &str, due: Option<&str>) -> String {
    spaced(&format!("担当：{who}"), &due.map(|d| format!("期限：{d}")).unwrap_or_default())
}

/// How minutes became final.
pub(crate) fn approved(way: ApprovalWay, meeting: Option<&str>) -> String {
    match (way, meeting) {
        (ApprovalWay::Meeting, Some(meeting)) => format!("{}で確認", meeting.replace('　', " ")),
        (ApprovalWay::Meeting, None) => "会議で確認".to_owned(),
        (other, _) => other.label().to_owned(),
    }
}

/// At the end of final minutes.
pub(crate) fn final_since(day: &str, way: ApprovalWay, meeting: Option<&str>) -> String {
    let how = match (way, meeting) {
        (ApprovalWay::Meeting, Some(meeting)) => format!("{}において確認され、", meeting.replace('　', " ")),
        (ApprovalWay::Meeting, None) => "会議において確認され、".to_owned(),
        (ApprovalWay::Circulation, _) => "委員の持ち回りにより確認され、".to_owned(),
        (ApprovalWay::Chair, _) => "議長の確認を経て、".to_owned(),
    };
    format!("この会議録は、{how}{day}に確定した。")
}

/// Until when members ask for corrections.
pub(crate) fn ask_until(day: &str) -> String {
    format!("修正のある場合は、左の番号を示して、{day}までに事務局へお知らせください。")
}

/// The line with which an extract is certified.
pub(crate) fn certified(is_final: bool) -> String {
    match is_final {
        true => "この抄録は、会議録の記載と相違ないことを証明します。".to_owned(),
        false => "この抄録は、会議で決定した内容を示すものです。会議録は、確認の手続中です。".to_owned(),
    }
}

/// 事務局　障害福祉課.
pub(crate) fn by_office(office: &str) -> String {
    spaced("事務局", office)
}

/// What of the ten is missing.
pub(crate) fn lack(lack: Lack, detail: &str) -> String {
    match lack {
        Lack::Name => "会議の名称がありません。".to_owned(),
        Lack::Agenda => "議題（次第の項目）がありません。".to_owned(),
        Lack::DatePlace => "開始・終了の時刻又は場所が入っていません。".to_owned(),
        Lack::Openness => "非公開とする理由がありません。".to_owned(),
        Lack::Members => format!("出欠の記録がない委員が{detail}人います。"),
        Lack::Officials => "事務局の出席者の職・氏名が入っていません。".to_owned(),
        Lack::Observers => "傍聴者の数が入っていません。".to_owned(),
        Lack::Papers => format!("標題のない資料が{detail}件あります。"),
        Lack::Record if detail.is_empty() => "会議の記録が書かれていません。".to_owned(),
        Lack::Record if detail.chars().all(|c| c.is_ascii_digit()) => {
            format!("発言者のない発言・説明が{detail}件あります。")
        }
        Lack::Record => format!("「{detail}」の記録がありません。"),
        Lack::Other => "その他の欄がありません。".to_owned(),
    }
}

/// Where it is entered.
pub(crate) const fn lack_tab(lack: Lack) -> &'static str {
    match lack {
        Lack::Agenda => "agenda",
        Lack::Members => "attendance",
        Lack::Papers => "papers",
        _ => "minutes",
    }
}

/// How many members have answered.
pub(crate) fn answered(members: usize, answered: usize) -> String {
    format!("委員{members}人のうち{answered}人が回答")
}

/// The first words of a longer text.
pub(crate) fn first_words(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut chars = line.chars();
    let short: String = chars.by_ref().take(24).collect();
    if chars.next().is_some() { format!("{short}…") } else { short }
}

/// A task on 今日.
pub(crate) fn to_do(what: &str) -> String {
    format!("会議で決まった対応：{}", first_words(what))
}

/// Why it stands there.
pub(crate) fn to_do_reason(who: &str, due: Option<&str>) -> String {
    match due {
        Some(due) => format!("担当は{who}、期限は{due}です。終わったら、会議録の「対応」で完了とします。"),
        None => format!("担当は{who}です。期限は決まっていません。終わったら、会議録の「対応」で完了とします。"),
    }
}

/// The corrections are due.
pub(crate) const ROUND: &str = "会議録案の修正をまとめる";

/// Why.
pub(crate) fn round_reason(members: usize, answered: usize) -> String {
    format!("委員の確認の期限です（委員{members}人のうち{answered}人が回答）。")
}

/// In place of what is found in a closed part.
pub(crate) const CLOSED_PART: &str = "非公開の部分に該当する記載があります";

/// Found in minutes.
pub(crate) fn found_in(meeting: &str, closed: bool) -> String {
    if closed { format!("{meeting}　会議録（非公開の部分）") } else { format!("{meeting}　会議録") }
}

/// The subject of the letter with the draft.
pub(crate) fn letter_subject(meeting: &str) -> String {
    format!("{}会議録（案）の確認について", meeting.replace('　', ""))
}

/// Its text.
pub(crate) fn letter_body(meeting: &str, day: &str) -> Vec<String> {
    vec![
        "日頃から、協議会の運営に御協力いただき、ありがとうございます。".to_owned(),
        format!("{day}に開催した{}の会議録（案）を作成しましたので、送付します。", meeting.replace('　', "")),
        "内容を御確認いただき、修正がある場合は、次のとおりお知らせください。修正がない場合も、その旨を御回答くださるようお願いします。"
            .to_owned(),
    ]
}

/// Its record.
pub(crate) fn letter_items(due: &str) -> Vec<LetterLine> {
    vec![
        LetterLine::new("送付物", "会議録（案）　１部"),
        LetterLine::new("回答の期限", due),
        LetterLine::new("修正の書き方", "会議録（案）の左にある番号と、修正前・修正後の文をお書きください。"),
    ]
}

/// The file of minutes.
pub(crate) fn file(meeting: &str, what: &str, edition: &str) -> String {
    let parts = [meeting.replace('　', "_"), what.to_owned(), edition.to_owned()];
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("_")
}

/// What is wrong with minutes.
pub(super) fn fault(style: DateStyle, found: &F) -> String {
    match found {
        F::Approved => "この会議録は確定しているため、書き換えることはできません。".to_owned(),
        F::AlreadyWritten => "この会議録には、すでに書かれたものがあります。".to_owned(),
        F::Empty => "会議録に、まだ何も書かれていません。".to_owned(),
        F::Lacks { count } => format!("会議録に要る事項のうち、{count}件が足りません。会議録の画面でご確認ください。"),
        F::NumberTaken { number } => format!("第{number}号は、同じ年度の別の決定に付いています。"),
        F::MoreVotesThanPresent { votes, present } => {
            format!("票の合計（{votes}）が、出席した委員の数（{present}人）より多くなっています。")
        }
        F::OtherKind => "この項目は、決定又は対応ではありません。".to_owned(),
        F::ReasonMissing => "理由が入っていません。".to_owned(),
        F::NotHeld => "この会議は、まだ開催済になっていません。".to_owned(),
        F::CorrectionsOpen { count } => format!("採否の決まっていない修正が{count}件あります。"),
        F::WordsGone => "修正前の文が、会議録の中に見つかりません。".to_owned(),
        F::ApprovedBefore { on } => format!("確定の日が、会議の日（{}）より前です。", style.day(*on)),
        F::NothingHeard => "文字起こしの中に、取り込む文がありません。".to_owned(),
    }
}

/// What to do about it.
pub(super) const fn hint(found: &F) -> &'static str {
    match found {
        F::Approved => "直す必要があるときは、理由を記録して「確定を取り消す」を行ってください。",
        F::AlreadyWritten => "先に今の会議録を削除するか、項目ごとに書き加えてください。",
        F::NotHeld => "会議の日を過ぎたら、先に会議を「開催済」にしてください。",
        F::NumberTaken { .. } => "番号を空けると、番号のない決定になります。",
        F::WordsGone => "会議録の文を直してから、「文は直してある」として採用してください。",
        F::ReasonMissing => "理由を入力してください。",
        F::NothingHeard => "ファイルの中身と文字コードを確かめてください。",
        _ => "内容を直して、もう一度お試しください。",
    }
}
