//! The words of proposals: what the rules object to (V17, V20), and the history's names.

use entaku_domain::Day;
use entaku_domain::era::DateStyle;
use entaku_domain::issue::Stage;
use entaku_domain::proposal::{BudgetReach, DeliveredBy, Outcome, PartKind, ProposalFault as F, ProposalKind};

/// One objection in a sentence or two, with its reason.
pub(super) fn fault(style: DateStyle, found: &F) -> String {
    let day = |d: &Day| style.day(*d);
    match found {
        F::NumberTaken { year, number } => {
            format!("{}の第{number}号は、すでにあります。", style.fiscal_year(*year))
        }
        F::InFuture { on, .. } => format!("{}は、まだ来ていない日です。", day(on)),
        F::NotThePlenary { .. } => "提案を承認するのは全体会です。ほかの会議体の会議は選べません。".to_owned(),
        F::PlenaryCalledOff { on, .. } => format!("{}の全体会は、開かれないことになっています。", day(on)),
        F::PlenaryAhead { on } => format!("全体会は{}です。まだ開かれていません。", day(on)),
        F::NoMeetingNamed => "承認した全体会が選ばれていません。提案は、全体会の承認に基づきます。".to_owned(),
        F::ApprovalUnproved { year } => {
            format!("{}の全体会が記録されていないため、承認した会議を確かめられません。", style.fiscal_year(*year))
        }
        F::NotApproved => {
            "全体会の承認が記録されていないため、送付することができません（承認に基づく提案であるため）。".to_owned()
        }
        F::DeliveredBefore { on } => {
            format!("{}に送付したと記録されています。承認は、送付より後にできません。", day(on))
        }
        F::BeforeApproval { approved } => format!("送付の日が、承認の日（{}）より前です。", day(approved)),
        F::NotDelivered => "まだ送付されていないため、回答や結果を記録することができません。".to_owned(),
        F::BeforeDelivery { delivered, .. } => format!("送付の日（{}）より前の日です。", day(delivered)),
        F::AnsweredBefore { on } => {
            format!("{}に回答があったと記録されています。送付は、回答より後にできません。", day(on))
        }
        F::SettledBefore { on } => format!("{}の結果が記録されています。それより後の日にはできません。", day(on)),
        F::BeforeAnswer { answered } => format!("結果の日が、回答の日（{}）より前です。", day(answered)),
        F::OutcomeBeforeApproval { approved } => format!("結果の日が、承認の日（{}）より前です。", day(approved)),
        F::WithdrawnWithoutReason => "取下げの理由が書かれていません。".to_owned(),
        F::Withdrawn { on } => format!("{}に取り下げたと記録されています。", day(on)),
        F::OutcomeWithoutAnswer => "回答が記録されていないまま、結果を記録しました。".to_owned(),
        F::NowhereReflected => "どの計画や予算に反映されたか、どのような措置かが書かれていません。".to_owned(),
        F::ChangedAfterDelivery { on } => {
            format!("{}に送付した後の訂正です。送付した文書は変わりません。", day(on))
        }
        F::RemoveDelivered { on } => format!("{}に送付した提案は、削除できません。", day(on)),
        F::WaitsForFeedback { issues } => {
            format!("{}は、提起した団体への報告（フィードバック）を記録すると、反映とします。", issues.join("、"))
        }
        F::MissesBudget(reach) => misses(style, reach),
    }
}

/// V20: 令和9年度予算には間に合いません, with the deadline and the next year.
pub(crate) fn misses(style: DateStyle, reach: &BudgetReach) -> String {
    let Some(missed) = reach.missed else { return reaches(style, reach) };
    let (missed, target) = (style.fiscal_year(missed), style.fiscal_year(reach.target));
    let deadline = style.day(reach.deadline);
    format!("{missed}予算には間に合いません（予算要求締切は{deadline}）。次の目標は{target}予算です。")
}

/// V20: 令和9年度予算に間に合います.
pub(crate) fn reaches(style: DateStyle, reach: &BudgetReach) -> String {
    let target = style.fiscal_year(reach.target);
    format!("{target}予算に間に合います（予算要求締切は{}）。", style.day(reach.deadline))
}

/// What to do about it; empty where nothing is to be done.
pub(super) fn hint(found: &F) -> &'static str {
    match found {
        F::NumberTaken { .. } => "別の番号にするか、番号を空けて自動で付けてください。",
        F::InFuture { .. } => "今日までの日を入力してください。",
        F::NotThePlenary { .. } | F::NoMeetingNamed | F::ApprovalUnproved { .. } => {
            "承認した全体会の会議を選んでください。"
        }
        F::PlenaryCalledOff { .. } => "開かれた全体会を選んでください。",
        F::PlenaryAhead { .. } => {
            "承認は、会議の日が来てから記録してください。予定の会議は「承認の予定」に入れておけます。"
        }
        F::NotApproved => "先に、全体会の承認を記録してください。",
        F::BeforeApproval { .. } => "承認の日以後の日を入力してください。",
        F::NotDelivered => "先に、送付を記録してください。",
        F::BeforeDelivery { .. } => "送付の日以後の日を入力してください。",
        F::DeliveredBefore { .. } => "先に、送付の記録を取り消してください。",
        F::AnsweredBefore { .. } => "先に、回答の記録を直すか取り消してください。",
        F::SettledBefore { .. } => "先に、結果の記録を直すか取り消してください。",
        F::OutcomeBeforeApproval { .. } => "承認の日以後の日を入力してください。",
        F::WithdrawnWithoutReason => "取り下げた理由を書いてください。",
        F::Withdrawn { .. } => "取下げの後に進めるときは、先に結果の記録を取り消してください。",
        F::BeforeAnswer { .. } => "回答の日以後の日を入力してください。",
        F::NowhereReflected => "反映先の計画・予算か、講じられた措置を書いてください。",
        F::RemoveDelivered { .. } => "誤って記録したときは、先に送付の記録を取り消してください。",
        F::WaitsForFeedback { .. } => "「フィードバック」の画面で、団体への報告を記録してください。",
        F::OutcomeWithoutAnswer | F::ChangedAfterDelivery { .. } | F::MissesBudget(_) => "",
    }
}

/// What a record of a table is called.
pub(super) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "proposal_part" => "提案の本文",
        "proposal_meeting" => "提案の基になる会議",
        "proposal_figure" => "提案の基になる数値",
        "feedback" => "フィードバック",
        _ => return None,
    })
}

/// What a column is called.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("proposal", "expected_at") => "承認の予定",
        ("proposal", "approved_on") => "承認の日",
        ("proposal", "addressed_to") => "提案先の団体",
        ("proposal", "delivered_how") => "送付の方法",
        ("proposal", "delivered_on") => "送付日",
        ("proposal", "answer_due") => "回答の期限",
        ("proposal", "answer") => "回答",
        ("proposal", "outcome") => "結果",
        ("proposal", "outcome_on") => "結果の日",
        ("proposal", "measure") => "講じられた措置・理由",
        ("proposal", "plan_item" | "plan_words") => "反映先の計画の項目",
        ("proposal", "budget_year") => "反映先の予算の年度",
        ("proposal", "budget_line") => "反映先の予算の事業名",
        ("proposal", "kind") => "提案の種類",
        ("proposal", "note") => "メモ",
        ("proposal_part", "heading") => "見出し",
        ("proposal_part", "kind") => "本文の部分",
        ("proposal_part", "text") => "提案の本文",
        ("proposal_part" | "proposal_figure" | "proposal_meeting", "position") => "順番",
        ("proposal_figure", "label") => "数値の名前",
        ("proposal_figure", "value") => "数値",
        ("proposal_figure", "source") => "出典",
        ("letter", "proposal") => "提案",
        ("feedback", "organization") => "伝えた団体",
        ("feedback", "day") => "伝えた日",
        ("feedback", "stage") => "伝えた段階",
        _ => return None,
    })
}

/// A column's code in words.
pub(super) fn coded(table: &str, column: &str, code: &str) -> Option<&'static str> {
    match (table, column) {
        ("proposal", "kind") => ProposalKind::from_code(code).ok().map(ProposalKind::label),
        ("proposal", "delivered_how") => DeliveredBy::from_code(code).ok().map(DeliveredBy::label),
        ("proposal", "outcome") => Outcome::from_code(code).ok().map(Outcome::label),
        ("proposal_part", "kind") => PartKind::from_code(code).ok().map(PartKind::label),
        ("feedback", "stage") => Stage::from_code(code).ok().map(Stage::label),
        _ => None,
    }
}

/// A field of a proposal's forms.
pub(super) fn field(name: &str) -> Option<&'static str> {
    Some(match name {
        "addressee" => "提案先",
        "heading" => "見出し",
        "figure_label" => "数値の名前",
        "figure_value" => "数値",
        "figure_source" => "出典",
        "answer" => "回答",
        "measure" => "講じられた措置・理由",
        "plan_words" => "計画の項目",
        "budget_line" => "予算の事業名",
        "part" => "本文",
        _ => return None,
    })
}

/// 令和8年度　第2回　全体会（10月14日）.
pub(crate) fn plenary_on(style: DateStyle, title: &str, on: Day) -> String {
    format!("{title}（{}）", style.day(on))
}

/// V20: by when a draft is to be approved for the next budget.
pub(crate) fn chance(style: DateStyle, reach: &BudgetReach, plenary: Option<&str>) -> String {
    let (target, deadline) = (style.fiscal_year(reach.target), style.day(reach.deadline));
    match plenary {
        Some(plenary) => format!(
            "{target}予算に間に合わせるには、{deadline}までの全体会の承認が要ります。それまでの最後の全体会は、{plenary}です。"
        ),
        None => format!(
            "{target}予算に間に合わせるには、{deadline}までの全体会の承認が要ります。それまでに全体会の予定はありません。"
        ),
    }
}

/// What stands in the course of an issue when its proposal was approved.
pub(crate) fn step_approved(number: &str, title: &str) -> String {
    format!("{number}「{title}」として承認")
}

/// What stands in the course of an issue when its proposal left.
pub(crate) fn step_delivered(number: &str, title: &str, to: &str) -> String {
    format!("{number}「{title}」を{to}に提案")
}

/// What stands in the course of an issue when its proposal was answered.
pub(crate) fn step_answered(number: &str, answer: &str) -> String {
    if answer.trim().is_empty() {
        format!("{number}への回答")
    } else {
        format!("{number}への回答：{}", answer.trim())
    }
}

/// What stands in the course of an issue when something came of its proposal.
pub(crate) fn step_reflected(number: &str, outcome: &str, where_to: &str) -> String {
    if where_to.is_empty() { format!("{number}：{outcome}") } else { format!("{number}：{outcome}（{where_to}）") }
}

/// 第8期障害福祉計画「2-(3)　短期入所」.
pub(crate) fn plan_item(plan: &str, item: &str) -> String {
    format!("{plan}「{item}」")
}

/// 令和9年度予算「移動支援事業費」.
pub(crate) fn budget(style: DateStyle, year: Option<entaku_domain::FiscalYear>, line: &str) -> String {
    let year = year.map(|y| format!("{}予算", style.fiscal_year(y))).unwrap_or_default();
    if line.trim().is_empty() { year } else { format!("{year}「{}」", line.trim()) }
}

/// What the document is.
pub(crate) const PAPER: &str = "提案書・提言書";
/// A proposal's title as it is named in a sentence, which says について itself.
pub(crate) fn named(title: &str) -> &str {
    let short = title.trim_end_matches("について");
    if short.is_empty() { title } else { short }
}

/// In place of the date, of what is not approved yet.
pub(crate) const DRAFT: &str = "（案）";
/// In place of the date, until it is delivered.
pub(crate) const DATE_OPEN: &str = "（送付前）";
/// Headings of a proposal's paper.
pub(crate) const FIGURES: &str = "根拠とする数値";
/// The column of what is counted.
pub(crate) const FIGURE: &str = "項目";
/// The column of how much.
pub(crate) const VALUE: &str = "数値";
/// The column of where it comes from.
pub(crate) const SOURCE: &str = "出典";
/// The issues it rests on.
pub(crate) const ISSUES: &str = "基になる課題";
/// Columns of issues.
pub(crate) const NUMBER: &str = "番号";
/// Title of an issue.
pub(crate) const ISSUE: &str = "課題";
/// Field of an issue.
pub(crate) const FIELD: &str = "分野";
/// Day of receipt.
pub(crate) const RECEIVED: &str = "受付日";
/// The meetings that dealt with it.
pub(crate) const MEETINGS: &str = "協議の経過";
/// A meeting.
pub(crate) const MEETING: &str = "会議";
/// Its day.
pub(crate) const DAY: &str = "開催日";
/// What it did.
pub(crate) const WHAT: &str = "扱い";
/// A plenary approved.
pub(crate) const APPROVED: &str = "承認";
/// A meeting dealt with it.
pub(crate) const DISCUSSED: &str = "協議";
/// What happened after it was handed over.
pub(crate) const AFTERWARDS: &str = "提出後の経過";
/// What happened.
pub(crate) const STEP: &str = "経過";
/// When.
pub(crate) const ON: &str = "日付";
/// In which words.
pub(crate) const CONTENT: &str = "内容";
/// It was handed over.
pub(crate) const DELIVERED: &str = "送付";
/// It was answered.
pub(crate) const ANSWER: &str = "回答";
/// Something came of it.
pub(crate) const OUTCOME: &str = "結果";
/// The members.
pub(crate) const MEMBERS: &str = "委員名簿";
/// Their name.
pub(crate) const NAME: &str = "氏名";
/// Where they come from.
pub(crate) const AFFILIATION: &str = "所属・職";
/// Their office.
pub(crate) const OFFICE: &str = "役職";

/// 令和8年10月14日現在.
pub(crate) fn as_of(day: &str) -> String {
    format!("{day}現在")
}

/// 令和8年度　提案第1号.
pub(crate) fn numbered(style: DateStyle, year: entaku_domain::FiscalYear, number: &str) -> String {
    format!("{}　{number}", style.fiscal_year(year))
}

/// 会長　髙橋美咲子.
pub(crate) fn signed(title: &str, name: &str) -> String {
    if name.is_empty() { title.to_owned() } else { format!("{title}　{name}") }
}

/// What is done, by kind: 提案します.
const fn does(kind: ProposalKind) -> &'static str {
    match kind {
        ProposalKind::Proposal => "提案します",
        ProposalKind::Opinion => "意見を述べます",
        ProposalKind::Recommendation => "提言します",
        ProposalKind::Report => "答申します",
    }
}

/// The sentence on the face of a proposal's paper.
pub(crate) fn lead(council: &str, day: &str, meeting: &str, kind: ProposalKind) -> String {
    format!("{council}は、{day}の{}の承認に基づき、次のとおり{}。", meeting.replace('　', ""), does(kind))
}

/// The same, where the meeting is not recorded.
pub(crate) fn lead_by_day(council: &str, day: &str, kind: ProposalKind) -> String {
    format!("{council}は、{day}の全体会の承認に基づき、次のとおり{}。", does(kind))
}

/// The same, of a draft.
pub(crate) fn lead_of_draft(council: &str, kind: ProposalKind) -> String {
    format!("{council}は、次のとおり{}。", does(kind))
}

/// 鎌倉市長 of 市長; anything else as it is written.
pub(crate) fn full_addressee(municipality: &str, addressee: &str) -> String {
    match addressee.trim() {
        "市長" | "町長" | "村長" | "区長" => super::letters::head_of(municipality),
        other => other.to_owned(),
    }
}

/// 様 behind somebody who holds a post, 御中 behind anything else.
pub(crate) fn addressee_title(addressee: &str) -> &'static str {
    let post = ["長", "事", "臣", "者"].iter().any(|end| addressee.trim().ends_with(end));
    if post { super::labels::LETTER_TITLE } else { super::labels::TO_ORGANIZATION }
}

/// The name of a proposal's file.
pub(crate) fn paper_name(number: &str, title: &str, edition: &str) -> String {
    let edition = if edition.is_empty() { String::new() } else { format!("_{edition}") };
    format!("{number}_{}{edition}", title.trim())
}

/// 令和8年2月18日の全体会, where the meeting is not recorded.
pub(crate) fn plenary_by_day(day: &str) -> String {
    format!("{day}の全体会")
}
