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
        F::OutcomeWithoutAnswer => "回答が記録されていないまま、結果を記録しました。".to_owned(),
        F::NowhereReflected => "どの計画や予算に反映されたか、どのような措置かが書かれていません。".to_owned(),
        F::ChangedAfterDelivery { on } => {
            format!("{}に送付した後の訂正です。送付した文書は変わりません。", day(on))
        }
        F::RemoveDelivered { on } => format!("{}に送付した提案は、削除できません。", day(on)),
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
        F::BeforeAnswer { .. } => "回答の日以後の日を入力してください。",
        F::NowhereReflected => "反映先の計画・予算か、講じられた措置を書いてください。",
        F::RemoveDelivered { .. } => "誤って記録したときは、先に送付の記録を取り消してください。",
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
        ("proposal", "measure") => "講じられた措置",
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
        "measure" => "講じられた措置",
        "plan_words" => "計画の項目",
        "budget_line" => "予算の事業名",
        "part" => "本文",
        _ => return None,
    })
}
