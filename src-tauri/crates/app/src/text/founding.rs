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

/// Why a question is asked, and what hangs on it.
pub const fn hint(question: Q) -> &'static str {
    match question {
        Q::Reappointment => "任期満了の案内と、再任の記録のときに確かめます。",
        Q::Replacement => "途中で交代した委員の満了日が変わります。未定のときは、委嘱のたびに選びます。",
        Q::Quorum => "開会のときに、出席者の数が足りているかを示します。",
        Q::Proxy => "出欠の取り方（代理・オンライン・書面）に関わります。",
        Q::Openness => "開催の公表と、傍聴席・公開用資料の部数に関わります。",
        Q::Minutes => "会議の後の作業の期限を数えるときに使います。",
        Q::Pay => "開催の準備と予算の見積りに関わります。",
        Q::Season => "年間予定を立てるときに使います。予算要求の締切日もお書きください。",
        Q::SubcommitteeTerm => "部会の委員の満了日を数えるときに関わります。",
        Q::Consignment => "事務の一部を社会福祉法人等に委託しているかどうかです。",
        Q::Spelling => "文書での書き方です。計画や法人の固有の名称は、そのまま書きます。",
        Q::Comma => "文書での読点の書き方です。",
        Q::PaperNumbers => "会議の最初の資料に付ける番号の形に使います。",
        Q::SteeringChair => "運営会議の進行役の選び方です。",
        Q::SupportArrow => "関係図の「運営支援」の矢印の向きです。元の資料からは読み取れません。",
        Q::SortingArrow => "関係図の「課題整理依頼」の矢印の向きです。元の資料からは読み取れません。",
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
