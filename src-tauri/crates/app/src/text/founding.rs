//! A new council's first words, and the questions that only its office can answer.

use entaku_domain::council::Question as Q;

/// The plenary of a new council.
pub const PLENARY: &str = "全体会";
/// The secretariat of a new council.
pub const SECRETARIAT: &str = "事務局";
/// The law that every such council rests on.
pub const LEGAL_BASIS: &str = "障害者の日常生活及び社会生活を総合的に支援するための法律第89条の3";

/// An answer without words of its own.
pub fn answer(is: &str) -> &'static str {
    if is == "not_in_rules" { "要綱に定めなし" } else { "未定" }
}

/// What the answer is used for; where the program reads nothing from it, that it is kept.
pub const fn hint(question: Q) -> &'static str {
    match question {
        Q::Reappointment => {
            "記録しておきます。回数や年数の上限は、会議体の「任期の定め」で決めると、委嘱のときに確かめます。"
        }
        Q::Replacement => {
            "記録しておきます。補欠の委員の任期の読み方は、会議体の「任期の定め」で決めるか、委嘱のたびに選びます。"
        }
        Q::Quorum => {
            "会議の出欠の画面で、定足数に足りているかを示します。「過半数」「半数以上」「３分の２以上」のどれかを含めてお書きください。"
        }
        Q::Proxy => "出欠の取り方の申し合わせとして、記録しておきます。",
        Q::Openness => "公開の申し合わせとして、記録しておきます。部数は、会議ごとに入力します。",
        Q::Minutes => "会議録の作り方の申し合わせとして、記録しておきます。",
        Q::Pay => "報酬・謝礼の取扱いとして、記録しておきます。",
        Q::Season => "予算要求の締切日（「予算要求締切は10月30日」のように）を、年間予定の確認に使います。",
        Q::SubcommitteeTerm => {
            "部会の委員の任期の定めとして、記録しておきます。満了日は、会議体ごとの任期の定めによります。"
        }
        Q::Consignment => "事務の一部を社会福祉法人等に委託しているかどうかを、記録しておきます。",
        Q::Spelling => "文書での書き方の申し合わせとして、記録しておきます。入力した文字は、そのまま使います。",
        Q::Comma => "文書での読点の申し合わせとして、記録しておきます。入力した文字は、そのまま使います。",
        Q::PaperNumbers => "会議の最初の資料に付ける番号の形に使います（「第」を含むと「資料第1号」の形）。",
        Q::SteeringChair => "運営会議の進行役の選び方を、記録しておきます。",
        Q::SupportArrow => "関係図の「運営支援」の矢印の向きを、記録しておきます。矢印は、協議会の画面で直せます。",
        Q::SortingArrow => "関係図の「課題整理依頼」の矢印の向きを、記録しておきます。矢印は、協議会の画面で直せます。",
    }
}

/// Usual answers.
pub const fn choices(question: Q) -> &'static [&'static str] {
    match question {
        Q::Reappointment => &["再任できる（上限なし）", "再任できる（連続３期まで）", "再任しない"],
        Q::Replacement => &["前任者の残任期間", "条文どおり（委嘱の翌年度末日）"],
        Q::Quorum => &[
            "委員の過半数の出席で成立・議決は出席者の過半数",
            "委員の半数以上の出席で成立・議決は出席者の過半数",
            "委員の３分の２以上の出席で成立・議決は出席者の過半数",
        ],
        Q::Proxy => &["代理出席とオンライン出席を認める", "オンライン出席だけを認める", "どちらも認めない"],
        Q::Openness => &["原則公開・傍聴５人（先着順）", "原則公開・傍聴10人（先着順）", "非公開"],
        Q::Minutes => &["要点記録・45日以内・役職名", "要点記録・30日以内・氏名", "全文記録・60日以内・氏名"],
        Q::Pay => &["報酬を支払う", "謝礼を支払う", "支払わない"],
        Q::Season => &["6月・10月・2月。予算要求締切は10月30日"],
        Q::SubcommitteeTerm => &["全体会の委員と同じ", "１年", "２年"],
        Q::Consignment => &["委託していない", "社会福祉法人に委託している"],
        Q::Spelling => &["障害", "障がい"],
        Q::Comma => &["、", "，"],
        Q::PaperNumbers => &["資料2-1", "資料第2-1号", "資料2の1"],
        Q::SteeringChair => &["委員の互選", "会長の指名", "事務局が務める"],
        Q::SupportArrow => &["運営会議から専門部会", "専門部会から運営会議", "双方向"],
        Q::SortingArrow => &["運営会議から地域事例みえるか会議", "地域事例みえるか会議から運営会議", "双方向"],
    }
}
