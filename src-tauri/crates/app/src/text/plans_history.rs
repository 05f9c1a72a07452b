//! The history's words for plans, hearings, the council's own evaluation and the figures.

use entaku_domain::evaluation::{Disability, EvaluationField, Judgement, Standing};
use entaku_domain::hearing::{RevisionKind, Treatment};
use entaku_domain::plan::CooperationKind;
use serde_json::Value;

/// What a record of a table is called.
pub(super) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "plan_item" => "計画の項目",
        "issue_plan_item" => "計画の項目に関わる課題",
        "plan_law" => "意見聴取の根拠",
        "plan_revision" => "計画の策定・変更",
        "hearing" => "意見聴取",
        "hearing_law" => "意見聴取の根拠法令",
        "hearing_opinion" => "意見聴取への意見",
        "hearing_opinion_issue" => "意見の基になる課題",
        "cooperation" => "連携の記録",
        "evaluation" => "協議会の評価",
        "lived_experience" => "当事者の別",
        "survey_figure" => "照会への数字",
        _ => return None,
    })
}

/// What a column is called.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("plan", "predecessor") => "前の期の計画",
        ("plan_item" | "plan_law" | "plan_revision", "plan") => "計画",
        ("plan_item", "title") => "項目名",
        ("plan_item", "target") => "目標・見込量",
        ("issue_plan_item" | "hearing_opinion", "item") => "計画の項目",
        ("plan_law" | "hearing_law", "law") => "根拠法令",
        ("plan_revision", "kind") => "策定・変更の別",
        ("plan_revision", "text") => "変更の内容",
        ("plan_revision", "due_on") => "決定の予定日",
        ("plan_revision", "decided_on") => "決定日",
        ("hearing", "revision") => "計画の策定・変更",
        ("hearing", "asked_by") => "意見を求めた人",
        ("hearing", "asked_on") => "意見を求められた日",
        ("hearing", "due_on") => "回答の期限",
        ("hearing", "given_on") => "意見を述べた日",
        ("hearing", "answered_on") => "市から回答のあった日",
        ("hearing_law" | "hearing_opinion", "hearing") => "意見聴取",
        ("hearing_opinion", "text") => "意見",
        ("hearing_opinion", "answer") => "市の回答",
        ("hearing_opinion", "treatment") => "意見の取扱い",
        ("hearing_opinion_issue", "opinion") => "意見",
        ("cooperation", "kind") => "連携の種類",
        ("cooperation", "body") => "相手の会議体",
        ("cooperation", "partner") => "相手",
        ("cooperation", "papers") => "資料",
        ("evaluation", "field") => "評価の項目",
        ("evaluation", "judgement") => "評価",
        ("evaluation", "good") => "成果",
        ("evaluation", "change") => "課題",
        ("evaluation", "measures") => "次年度の取組",
        ("lived_experience", "standing") => "当事者の別",
        ("lived_experience", "kinds") => "障害の種別",
        ("lived_experience", "may_tell") => "数に含めることへの同意",
        ("survey_figure", "key") => "数字の項目",
        ("survey_figure", "value") => "数字",
        ("survey_figure", "note") => "数え方",
        _ => return None,
    })
}

/// The term of a coded value.
pub(super) fn coded(table: &str, column: &str, code: &str) -> Option<&'static str> {
    match (table, column) {
        ("plan_revision", "kind") => RevisionKind::from_code(code).ok().map(RevisionKind::label),
        ("hearing_opinion", "treatment") => Treatment::from_code(code).ok().map(Treatment::label),
        ("cooperation", "kind") => CooperationKind::from_code(code).ok().map(CooperationKind::label),
        ("evaluation", "field") => EvaluationField::from_code(code).ok().map(EvaluationField::label),
        ("evaluation", "judgement") => Judgement::from_code(code).ok().map(Judgement::label),
        ("lived_experience", "standing") => Standing::from_code(code).ok().map(Standing::label),
        _ => None,
    }
}

/// Kinds of disability, in words.
pub(super) fn kinds(value: &Value) -> Option<String> {
    let codes = value.as_array()?.iter().filter_map(Value::as_str);
    let labels: Vec<&str> = codes.filter_map(|c| Disability::from_code(c).ok()).map(Disability::label).collect();
    Some(labels.join("、"))
}

/// The table that a column's identifiers belong to.
pub(crate) fn table_of(table: &str, column: &str) -> Option<&'static str> {
    Some(match (table, column) {
        ("plan", "predecessor") | ("plan_item" | "plan_law" | "plan_revision", "plan") => "plan",
        ("issue_plan_item" | "hearing_opinion", "item") | ("proposal", "plan_item") => "plan_item",
        ("plan_law" | "hearing_law", "law") => "law",
        ("hearing", "revision") => "plan_revision",
        ("hearing_law" | "hearing_opinion", "hearing") => "hearing",
        ("hearing_opinion_issue", "opinion") => "hearing_opinion",
        _ => return None,
    })
}

/// What an operation is called.
pub(super) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "save_plan" => "計画の記録",
        "remove_plan" => "計画の削除",
        "save_law" => "根拠法令の記録",
        "remove_law" => "根拠法令の削除",
        "save_plan_item" => "計画の項目の記録",
        "remove_plan_item" => "計画の項目の削除",
        "move_plan_item" => "計画の項目の並べ替え",
        "set_issue_plan_items" => "課題に関わる計画の項目の変更",
        "save_plan_revision" => "計画の策定・変更の記録",
        "remove_plan_revision" => "計画の策定・変更の削除",
        "save_hearing" => "意見聴取の記録",
        "remove_hearing" => "意見聴取の削除",
        "save_hearing_opinion" => "意見聴取への意見の記録",
        "remove_hearing_opinion" => "意見聴取への意見の削除",
        "save_cooperation" => "連携の記録",
        "remove_cooperation" => "連携の記録の削除",
        "set_evaluation" => "協議会の評価の記入",
        "set_survey_figure" => "照会への数字の記入",
        "set_lived_experience" => "当事者の別の記録",
        _ => return None,
    })
}

/// What a field of a form is called.
pub(super) fn field(code: &str) -> Option<&'static str> {
    Some(match code {
        "citation" => "条項",
        "target" => "目標・見込量",
        "asked_by" => "意見を求めた人",
        "opinion" => "意見",
        "partner" => "相手",
        "papers" => "資料",
        "good" => "成果",
        "change" => "課題",
        "key" => "数字の項目",
        "value" => "数字",
        _ => return None,
    })
}
