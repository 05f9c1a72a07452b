//! The words of plans, hearings and working together.

use entaku_domain::era::DateStyle;
use entaku_domain::hearing::HearingFault as F;
use entaku_domain::plan_fault::PlanFault;

/// On the plan as a whole.
pub(crate) const WHOLE_PLAN: &str = "計画全体";
/// 計画.
pub(crate) const PLAN: &str = "計画";
/// 意見書.
pub(crate) const OPINIONS: &str = "意見書";
/// 意見と回答の一覧.
pub(crate) const ANSWERS: &str = "意見と回答の一覧";
/// 連携の記録.
pub(crate) const COOPERATIONS: &str = "連携の記録";
/// 番号.
pub(crate) const NUMBER: &str = "番号";
/// 計画の項目.
pub(crate) const ITEM: &str = "計画の項目";
/// 意見.
pub(crate) const OPINION: &str = "意見";
/// 取扱い.
pub(crate) const TREATMENT: &str = "取扱い";
/// 市の回答.
pub(crate) const ANSWER: &str = "市の回答";
/// 年月日.
pub(crate) const DAY: &str = "年月日";
/// 種類.
pub(crate) const KIND: &str = "種類";
/// 相手.
pub(crate) const WITH: &str = "相手";
/// 内容.
pub(crate) const TEXT: &str = "内容";
/// 資料.
pub(crate) const PAPERS: &str = "資料";
/// 基になった課題.
pub(crate) const ISSUES: &str = "基になった課題";
/// Where no day is known.
pub(crate) const NO_DAY: &str = "年　月　日";
/// Where there was no opinion.
pub(crate) const NO_OPINIONS: &str = "意見はありません。";

/// 障害者総合支援法第88条第9項、児童福祉法第33条の20第9項.
pub(crate) fn laws(names: &[String]) -> String {
    names.join("、")
}

/// R8-3　移動の支援.
pub(crate) fn numbered(number: &str, title: &str) -> String {
    format!("{number}　{title}")
}

/// 令和8年度 第2回 全体会（令和8年10月14日）.
pub(crate) fn dated(what: &str, day: &str) -> String {
    format!("{what}（{day}）")
}

/// 第8期障害福祉計画（策定）.
pub(crate) fn revision(plan: &str, kind: &str) -> String {
    format!("{plan}（{kind}）")
}

/// かながわ障がい者計画（基本にして策定）.
pub(crate) fn resting(plan: &str, label: &str) -> String {
    format!("{plan}（{label}）")
}

/// A body, and who exactly.
pub(crate) fn partner(body: &str, who: &str) -> String {
    match (body, who) {
        ("", who) => who.to_owned(),
        (body, "") => body.to_owned(),
        (body, who) => format!("{body}（{who}）"),
    }
}

/// V19: what a hearing lacks. It is a duty to endeavour, so nothing is forbidden.
pub(crate) fn hearing_fault(style: DateStyle, fault: &F, what: &str, laws: &str) -> String {
    let duty = format!("{laws}により、あらかじめ協議会の意見を聴くよう努めることとされています（努力義務）。");
    match fault {
        F::Unheard { decided } => {
            format!("{}に{what}が決定されましたが、決定の前の意見聴取の記録がありません。{duty}", style.day(*decided))
        }
        F::HeardLate { decided, given } => format!(
            "意見を述べた日（{}）が、{what}の決定日（{}）より前ではありません。{duty}",
            style.day(*given),
            style.day(*decided)
        ),
        F::StillUnheard { due } => {
            format!("{}に{what}が決定される予定ですが、まだ意見聴取の記録がありません。{duty}", style.day(*due))
        }
        F::Unanswered { count } => format!("{what}は決定されましたが、意見{count}件に市の回答が記録されていません。"),
    }
}

/// 第8期障害福祉計画（素案）に対する意見について.
pub(crate) fn opinions_title(plan: &str) -> String {
    format!("{plan}に対する意見について")
}

/// What the council answers, and under which law.
pub(crate) fn opinions_opening(asked_on: Option<&str>, plan: &str, laws: &str, meeting: &str) -> String {
    let asked = asked_on.map(|day| format!("{day}付けで")).unwrap_or_default();
    let by = if laws.is_empty() { String::new() } else { format!("{laws}に基づき、") };
    let at = if meeting.is_empty() { String::new() } else { format!("{meeting}で協議した結果、") };
    format!("{asked}意見を求められた{plan}について、{by}{at}次のとおり意見を述べます。")
}

/// 鎌倉市長　様.
pub(crate) fn addressee(name: &str) -> String {
    format!("{name}　様")
}

/// Who signs: 鎌倉市障害者支援協議会　会長　髙橋美咲子.
pub(crate) fn signed(council: &str, title: &str, name: &str) -> String {
    [council, title, name].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join("　")
}

/// The days of a hearing in a line.
pub(crate) fn hearing_days(asked: Option<&str>, meeting: &str, given: Option<&str>, answered: Option<&str>) -> String {
    let mut said = Vec::new();
    said.extend(asked.map(|d| format!("意見を求められた日　{d}")));
    said.extend((!meeting.is_empty()).then(|| format!("協議した会議　{meeting}")));
    said.extend(given.map(|d| format!("意見を述べた日　{d}")));
    said.extend(answered.map(|d| format!("市の回答　{d}")));
    said.join("、")
}

/// What is still to come.
pub(crate) const NOT_ANSWERED: &str = "（未回答）";

/// The name of a file.
pub(crate) fn file(title: &str, public: bool) -> String {
    if public { format!("{title}_公表用") } else { title.to_owned() }
}

/// 意見聴取を行う.
pub(crate) fn task_hear(plan: &str, kind: &str) -> String {
    format!("「{plan}」の{kind}について意見を聴く")
}

/// 意見への回答を記録する.
pub(crate) fn task_answers(plan: &str) -> String {
    format!("「{plan}」への意見に対する市の回答を記録する")
}

/// Why it is to be done.
pub(crate) fn task_reason(day: &str, laws: &str) -> String {
    format!("{day}に決定の予定。{laws}（努力義務）。")
}

/// 期限までに意見を述べる.
pub(crate) fn task_give(plan: &str) -> String {
    format!("「{plan}」への意見を述べる")
}

/// Why an opinion is to be given.
pub(crate) fn task_give_reason(asked_by: &str) -> String {
    format!("{asked_by}から意見を求められています。")
}

/// Opinions without an answer.
pub(crate) fn unanswered(count: usize) -> String {
    format!("回答のない意見が{count}件あります。")
}

/// One objection in a sentence or two.
pub(super) fn objection(style: DateStyle, found: &PlanFault) -> String {
    match found {
        PlanFault::Hearing { fault, what, laws } => hearing_fault(style, fault, what.label(), laws),
        PlanFault::PartOfItself => "計画を、その計画自身の構成にはできません。".to_owned(),
        PlanFault::FollowsItself => "計画を、その計画自身の次の期にはできません。".to_owned(),
        PlanFault::PlanInUse => {
            "この計画には、項目・策定や変更の記録・構成する計画・次の期の計画・関係図の矢印のいずれかがあります。"
                .to_owned()
        }
        PlanFault::LawInUse => "この根拠法令は、計画か意見聴取で使われています。".to_owned(),
        PlanFault::ItemInUse => "この項目には、意見聴取の意見があります。".to_owned(),
        PlanFault::ItemOfProposal { number } => format!("{number}の結果が、この項目に反映されたと記録されています。"),
        PlanFault::RevisionHeard => "この策定・変更には、意見聴取の記録があります。".to_owned(),
        PlanFault::YearsBackwards { from, to } => {
            format!(
                "終わりの年度（{}）が、始まりの年度（{}）より前です。",
                style.fiscal_year(*to),
                style.fiscal_year(*from)
            )
        }
        PlanFault::DaysBackwards { before, after, .. } => {
            format!("{}は、その前の日（{}）より前です。", style.day(*after), style.day(*before))
        }
        _ => String::new(),
    }
}

/// What to do about it.
pub(super) fn objection_hint(found: &PlanFault) -> &'static str {
    match found {
        PlanFault::Hearing { .. } => "意見聴取を行ったときは、計画の画面で記録してください。",
        PlanFault::PartOfItself | PlanFault::FollowsItself => "ほかの計画を選んでください。",
        PlanFault::PlanInUse | PlanFault::ItemInUse | PlanFault::RevisionHeard => "先に、それらを削除してください。",
        PlanFault::LawInUse => "先に、計画と意見聴取から外してください。",
        PlanFault::ItemOfProposal { .. } => "先に、提案の結果で別の項目を選んでください。",
        PlanFault::YearsBackwards { .. } => "年度を確かめてください。",
        _ => "日付を確かめてください。",
    }
}
