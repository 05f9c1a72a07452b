//! The words that use cases put into documents: headings, footers, marks.

use entaku_domain::appointment::MemberKind;
use entaku_domain::body::BodyVersion;
use entaku_domain::council::Council;
use entaku_domain::id::BodyId;
use entaku_domain::issue::Issue;
use entaku_domain::meeting::Meeting;
use entaku_domain::plan::Law;
use entaku_domain::roster::RosterOrder;
use entaku_domain::term::TermRule;
use entaku_domain::{Day, FiscalYear};

/// 関係図.
pub const CHART: &str = "関係図";
/// 構成図.
pub const TREE: &str = "構成図";
/// 凡例.
pub const LEGEND: &str = "凡例";
/// What a dashed arrow means.
pub const ESTIMATED: &str = "破線は推定（資料に明記のないもの）";
/// 上位計画.
pub const UPPER_PLAN: &str = "上位計画";
/// 欠員.
pub const VACANT: &str = "欠員";
/// In place of the name of a person who chose to appear by organisation.
pub const NAME_WITHHELD: &str = "（団体名のみ公表）";
/// In place of the name of a person who chose not to appear.
pub const WITHHELD: &str = "（非公表）";
/// 再任.
pub const REAPPOINTED: &str = "再任";
/// 課題整理表.
pub const ISSUE_TABLE: &str = "課題整理表";
/// 課題カルテ.
pub const ISSUE_CARDS: &str = "課題カルテ";
/// Officers only, of a list that leaves others out.
pub const OFFICERS: &str = "役員";
/// What a member is called on the seating plan.
pub const MEMBER: &str = "委員";
/// What follows a name when somebody is spoken of.
pub const SPOKEN_TITLES: [&str; 14] = [
    "委員",
    "会長",
    "副会長",
    "部会長",
    "副部会長",
    "座長",
    "副座長",
    "理事長",
    "代表",
    "さん",
    "氏",
    "様",
    "君",
    "先生",
];
/// 事務局.
pub const SECRETARIAT: &str = "事務局";
/// What follows a name in letters where nothing else is set.
pub const LETTER_TITLE: &str = "様";
/// What follows an organisation that is itself addressed.
pub const TO_ORGANIZATION: &str = "御中";

/// 〒248-0012.
pub fn postal_code(code: &str) -> String {
    format!("〒{code}")
}

/// The pages of a packet before its papers, in the print plan.
pub const FRONT_PAGES: &str = "表紙・次第・資料一覧・名簿・席次表";
/// Where something was found: on the cover.
pub const COVER: &str = "表紙";
/// The public edition, in the print plan of the members' one.
pub const PUBLIC_EDITION: &str = "公表用の会議資料　一式";

/// A term that ends on a day or before.
pub fn ends_by(day: &str) -> String {
    format!("{day}までに任期満了")
}

/// Who is listed, where not everybody is.
pub fn only_these(parts: &[String]) -> String {
    format!("次に当てはまる委員だけを載せています：{}", parts.join("、"))
}

/// Columns that were chosen and do not leave the office.
pub fn columns_left_out(columns: &[&str]) -> String {
    format!("次の欄は内部用だけのため、載せていません：{}", columns.join("、"))
}

/// ⑴ to ⒇, then (21).
pub fn category_mark(number: u8) -> String {
    match char::from_u32(0x2473 + u32::from(number)) {
        Some(mark) if (1..=20).contains(&number) => mark.to_string(),
        _ => format!("({number})"),
    }
}

/// 2022年度 鎌倉市障害者支援協議会 関係図.
pub fn chart_title(council: &Council, year: FiscalYear) -> String {
    format!("{}　{}　{CHART}", council.date_style.fiscal_year(year), council.name)
}

/// 2022年度 鎌倉市障害者支援協議会 構成図.
pub fn tree_title(council: &Council, year: FiscalYear) -> String {
    format!("{}　{}　{TREE}", council.date_style.fiscal_year(year), council.name)
}

/// ～ 鎌倉市障害者福祉計画の基本理念 ～; empty where no source is named.
pub fn philosophy_caption(council: &Council) -> String {
    let source = &council.philosophy_source;
    if source.is_empty() { String::new() } else { format!("～ {source} ～") }
}

/// 【目的】….
pub fn purpose(text: &str) -> String {
    format!("【目的】{text}")
}

/// A heading in heavy brackets.
pub fn section(heading: &str) -> String {
    format!("【{heading}】")
}

/// A law as the chart quotes it.
pub fn law(law: &Law) -> String {
    format!("「{}」（{}）", law.text.trim_end_matches('。'), law.citation)
}

/// The line at the right of a body's name: how often it meets, its officers.
pub fn badge(version: &BodyVersion) -> String {
    let mut parts: Vec<String> = version.frequency.iter().map(|f| f.text.clone()).collect();
    if !version.officers.is_empty() {
        parts.push(officers(version));
    }
    parts.join("　")
}

/// 会長・副会長 各1人（委員の互選）.
fn officers(version: &BodyVersion) -> String {
    let titles: Vec<&str> = version.officers.iter().map(|o| o.title.as_str()).collect();
    let count = match (&version.officers[..], version.officers.iter().all(|o| o.count == 1)) {
        ([one], _) => format!("{}人", one.count),
        (_, true) => "各1人".to_owned(),
        _ => String::new(),
    };
    let method =
        version.officers.iter().find_map(|o| o.method.as_deref()).map(|m| format!("（{m}）")).unwrap_or_default();
    format!("{} {count}{method}", titles.join("・"))
}

/// The line at the right of a body's name on the 構成図.
pub fn tree_badge(version: &BodyVersion, sitting: usize) -> String {
    let frequency = version.frequency.iter().map(|f| f.text.clone());
    let count = (sitting > 0).then(|| format!("{sitting}人"));
    frequency.chain(count).collect::<Vec<_>>().join("　")
}

/// What a term rule says, for a body's box.
pub fn term_rule(rule: TermRule, name: impl Fn(BodyId) -> String) -> Option<String> {
    match rule {
        TermRule::NextFiscalYearEnd => {
            Some("任期は２年以内とし、満了日は委嘱を行った年度の翌年度末日とする。".to_owned())
        }
        TermRule::Years(n) => Some(format!("任期は{n}年とする。")),
        TermRule::FiscalYears(n) => {
            Some(format!("任期は{n}年以内とし、満了日は委嘱を行った年度から数えて{n}年度目の末日とする。"))
        }
        TermRule::Predecessor => Some("任期は前任者の残任期間とする。".to_owned()),
        TermRule::AsBody(body) => Some(format!("任期は{}の委員の任期に合わせる。", name(body))),
        TermRule::AsPlenary => Some("任期は全体会の委員の任期に合わせる。".to_owned()),
        TermRule::NoTerm | TermRule::Undecided => None,
    }
}

/// 令和8年10月14日現在.
pub fn as_of(council: &Council, on: Day) -> String {
    format!("{}現在", council.date_style.day(on))
}

/// 全体会　委員名簿.
pub fn roster_title(body: &str) -> String {
    format!("{body}　委員名簿")
}

/// 鎌倉市障害者支援協議会　全体会　委員名簿.
pub fn roster_heading(council: &Council, body: &str) -> String {
    format!("{}　{}", council.name, roster_title(body))
}

/// The worksheet's name, within Excel's 31 characters.
pub fn roster_sheet_name(body: &str) -> String {
    let short: String = body
        .chars()
        .filter(|c| {
            !matches!(
                c,
                ':' | '\\' | '/' | '?' | '*' | '[' | ']' | '：' | '＼' | '／' | '？' | '＊' | '［' | '］' | '\''
            )
        })
        .take(24)
        .collect();
    format!("{short}名簿")
}

/// Lines under a roster.
pub fn roster_footers(council: &Council, order: RosterOrder) -> Vec<String> {
    let order = match order {
        RosterOrder::ByCategory => "敬称略・区分順".to_owned(),
        RosterOrder::BySyllabary => "敬称略・五十音順".to_owned(),
    };
    std::iter::once(order).chain(council.notice.clone()).collect()
}

/// （欠員）.
pub fn vacant_in_brackets() -> String {
    format!("（{VACANT}）")
}

/// オブザーバー　民生委員児童委員協議会　会長.
pub fn observer(affiliation: &str) -> String {
    [MemberKind::Observer.label(), affiliation].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("　")
}

/// 鈴木　一郎（すずき いちろう）.
pub fn told_apart(name: &str, by: &str) -> String {
    format!("{name}（{}）", by.replace('　', " "))
}

/// 補欠（残任期間） or 補欠.
pub fn replacement(remaining: bool) -> String {
    if remaining { "補欠（残任期間）".to_owned() } else { "補欠".to_owned() }
}

/// 任期　令和8年4月1日から令和10年3月31日まで.
pub fn term(council: &Council, start: Day, end: Day) -> String {
    format!("任期　{}から{}まで", council.date_style.day(start), council.date_style.day(end))
}

/// 第2回 全体会.
pub fn meeting_in(number: u16, body: &str) -> String {
    format!("第{number}回　{body}")
}

/// 第2回全体会; a body without a number in its series by name alone.
pub fn meeting_short(number: Option<u16>, body: &str) -> String {
    number.map_or_else(|| body.to_owned(), |n| format!("第{n}回{body}"))
}

/// 第2回全体会・第3回運営会議（合同開催）.
pub fn joint(named: &[String]) -> String {
    format!("{}（合同開催）", named.join("・"))
}

/// 令和8年度 第2回 全体会, by year and number.
pub fn meeting_of(council: &Council, year: FiscalYear, number: u16, body: &str) -> String {
    format!("{}　第{number}回　{body}", council.date_style.fiscal_year(year))
}

/// 14時00分から16時00分まで.
pub fn hours(meeting: &Meeting) -> String {
    let clock = |t: &String| match t.split_once(':').map(|(h, m)| (h.parse::<u8>(), m)) {
        Some((Ok(hour), minute)) => format!("{hour}時{minute}分"),
        _ => t.clone(),
    };
    match (meeting.start.as_ref().map(clock), meeting.end.as_ref().map(clock)) {
        (Some(from), Some(to)) => format!("{from}から{to}まで"),
        (Some(from), None) => format!("{from}から"),
        _ => String::new(),
    }
}

/// Lines at the foot of a packet's cover.
pub fn cover_notes(council: &Council, members: bool) -> Vec<String> {
    members.then(|| "会議当日にお持ちください。".to_owned()).into_iter().chain(council.notice.clone()).collect()
}

/// For whom a copy is: 髙橋　美咲子　様.
pub(crate) fn addressee(council: &crate::snapshot::Snapshot, person: entaku_domain::id::PersonId, on: Day) -> String {
    let name = council.name_of(person, on).unwrap_or_default();
    let title = council.person(person).map(|p| p.letter_title.trim()).filter(|t| !t.is_empty()).unwrap_or(LETTER_TITLE);
    format!("{name}　{title}")
}

/// The stamp of a paper that is collected after the meeting.
pub(crate) fn collected(copy: Option<u32>) -> String {
    copy.map_or_else(|| "会議後に回収".to_owned(), |n| format!("会議後に回収　No.{n}"))
}

/// Papers whose copies are numbered, under the print plan.
pub(crate) fn numbered_apart(papers: &[String], copies: u32) -> String {
    format!("{}は、番号を付けて別に印刷します（各{copies}部）。この表の枚数には含みません。", papers.join("、"))
}

/// What an edition is called on its pages: 修正版　令和8年10月12日.
pub(crate) fn edition(revision: &str, day: Option<&str>) -> String {
    [Some(revision), day.filter(|_| !revision.is_empty())].into_iter().flatten().collect::<Vec<_>>().join("　")
}

/// The line that says what the public edition leaves out.
pub fn omitted(items: &[String], papers: &[String], reasons: &[String]) -> String {
    let mut parts = Vec::new();
    if !items.is_empty() {
        parts.push(format!("次第の{}", items.join("、")));
    }
    if !papers.is_empty() {
        parts.push(papers.join("、"));
    }
    if parts.is_empty() {
        return String::new();
    }
    let reasons = if reasons.is_empty() { String::new() } else { format!("（理由：{}）", reasons.join("、")) };
    format!("{}は、非公開のため掲載していません{reasons}。", parts.join("及び"))
}

/// 「3 個別事例の検討」 in the line of what is left out.
pub fn item_reference(number: &str, title: &str) -> String {
    format!("{number}「{title}」")
}

/// 3番, where the title itself may point at a person.
pub fn item_without_title(number: &str) -> String {
    format!("{number}番")
}

/// Under a public agenda whose closed items are left out of its sum.
pub fn minutes_omitted(minutes: u32) -> String {
    format!("所要時間の計には、非公開の項目（{minutes}分）を含みません。")
}

/// 課題R8-3: where something was found.
pub fn issue_place(number: &str) -> String {
    format!("課題{number}")
}

/// 次第の3: where something was found.
pub fn item_place(number: &str) -> String {
    format!("次第の{number}")
}

/// R8-3: an issue's number as it is spoken of.
pub fn issue_number(issue: &Issue) -> String {
    issue_number_of(issue.year, issue.number)
}

/// 提案第1号.
pub fn proposal_number(proposal: &entaku_domain::proposal::Proposal) -> String {
    format!("{}第{}号", proposal.kind.label(), proposal.number)
}

/// 「こども部会　作業部会」: a body's name with its parent's, where that is asked for.
pub fn body_within(parent: Option<&str>, name: &str) -> String {
    parent.map_or_else(|| name.to_owned(), |parent| format!("{parent}　{name}"))
}

/// R8-3, by year and number.
pub fn issue_number_of(year: FiscalYear, number: u16) -> String {
    let year = entaku_domain::era::Era::of_fiscal_year(year)
        .map_or_else(|| year.number().to_string(), |(era, n)| format!("{}{n}", era.initial));
    format!("{year}-{number}")
}

/// 事例R8-001.
pub fn case_number(case: entaku_domain::case::CaseNumber) -> String {
    format!("事例{case}")
}

/// 令和8年度　課題整理表.
pub fn issue_table_title(council: &Council, year: FiscalYear) -> String {
    format!("{}　{ISSUE_TABLE}", council.date_style.fiscal_year(year))
}

/// The kinds of recipients of a packet, in the order of the print plan.
pub const RECIPIENTS: [&str; 5] = ["委員", "事務局", "傍聴", "報道", "予備"];

/// How the audience and the press get their papers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outside {
    /// Nobody from outside gets any.
    Nobody,
    /// They get the public edition, which is counted.
    Counted,
    /// They get the public edition, which could not be made yet.
    Uncounted,
}

/// Under the print plan.
pub fn print_plan_notes(duplex: bool, outside: Outside) -> Vec<String> {
    let mut notes = Vec::new();
    if duplex {
        notes.push("枚数は両面印刷の場合です。用紙の大きさが変わるところでは、紙を改めます。".to_owned());
    }
    match outside {
        Outside::Nobody => {}
        Outside::Counted => notes.push("傍聴・報道には、公表用の会議資料を配布します。".to_owned()),
        Outside::Uncounted => notes.push(
            "傍聴・報道に配布する公表用の会議資料は、個人が分からないことの確認が済んでいないため、数えていません。"
                .to_owned(),
        ),
    }
    notes
}

/// Whether what a member needs is a person with a place in the room: 「手話通訳（2人）」,
/// but not 「座席（通訳者が見える位置）」.
pub fn is_interpreter(need: &str) -> bool {
    let kind = need.split(['（', '(']).next().unwrap_or(need);
    ["通訳", "要約筆記"].iter().any(|word| kind.contains(word))
}

#[cfg(test)]
mod tests {
    //! Labels that depend on what was typed.
    use super::*;

    #[test]
    fn midnight_has_an_hour() {
        let meeting = |start: &str, end: &str| Meeting {
            id: entaku_domain::id::MeetingId::from_key("m"),
            body: entaku_domain::id::BodyId::from_key("b"),
            number: 1,
            date: Day::default(),
            start: Some(start.to_owned()),
            end: Some(end.to_owned()),
            place: String::new(),
            mode: entaku_domain::meeting::Mode::InPerson,
            closed_reason: None,
            state: entaku_domain::meeting::MeetingState::Draft,
            layout: entaku_domain::meeting::Layout::Square,
            copies: entaku_domain::meeting::Copies::default(),
            secretariat: Vec::new(),
            joint: Vec::new(),
            counts: None,
            off_reason: None,
            off_on: None,
        };
        assert_eq!(hours(&meeting("00:10", "09:05")), "0時10分から9時05分まで");
        assert_eq!(hours(&meeting("14:00", "16:00")), "14時00分から16時00分まで");
    }

    #[test]
    fn a_wish_for_a_seat_is_no_interpreter() {
        assert!(is_interpreter("手話通訳（2人）") && is_interpreter("要約筆記"));
        assert!(!is_interpreter("座席（通訳者が見える位置）"));
    }
}
