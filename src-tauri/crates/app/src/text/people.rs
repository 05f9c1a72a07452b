//! The words of people's and organisations' records: names over time, addresses,
//! substitutes, and two records that become one.

use crate::people::merge::MergedField;
use entaku_domain::era::DateStyle;
use entaku_domain::person_fault::PersonFault as F;

/// What a record of a table of theirs is called.
pub(super) fn table(name: &str) -> Option<&'static str> {
    Some(match name {
        "representative" => "団体の代表者",
        "distinct_people" => "別の人としての確認",
        _ => return None,
    })
}

/// What a column of theirs is called; and of what a body says of its beginning.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("representative", "post") => "代表者の職名",
        ("representative", "name") => "代表者の氏名",
        ("representative", "title") => "代表者の敬称",
        ("distinct_people", "one") => "一方の人",
        ("distinct_people", "other") => "もう一方の人",
        ("body", "resolved_at") => "設置を決めた全体会",
        ("body", "resolution_note") => "設置の経緯",
        _ => return None,
    })
}

/// The name of a change to them.
pub(super) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "set_representatives" => "代表者の記録",
        "set_distinct" => "別の人としての確認",
        "unset_distinct" => "別の人としての確認の取消し",
        "set_resolution" => "設置の議決の記録",
        _ => return None,
    })
}

/// What is wrong, in words.
pub(super) fn objection(style: DateStyle, found: &F) -> String {
    let day = |d: &entaku_domain::Day| style.day(*d);
    match found {
        F::NameFollows { until } => format!("前の氏名は、{}まで使っていたものとして記録されています。", day(until)),
        F::NameUnchanged => "新しい氏名が、今の氏名と同じです。".to_owned(),
        F::FormerTwice { until } => format!("{}まで使っていた氏名が２つあります。", day(until)),
        F::PostalCode { text } => format!("「{text}」は、郵便番号として読めません。"),
        F::Email { text } => format!("「{text}」は、メールアドレスとして読めません。"),
        F::TooManyLines { limit } => format!("住所は{limit}行までです。"),
        F::AddressEmpty => "住所・電話番号・メールアドレスのどれも入力されていません。".to_owned(),
        F::LettersNowhere => "住所がないため、文書の送付先にできません。".to_owned(),
        F::DaysReversed => "終わりの日が、始まりの日より前です。".to_owned(),
        F::TwoRepresentatives { on } => {
            format!("{}に、代表者が２人いることになります。文書の宛名にする代表者は、一日に１人です。", day(on))
        }
        F::RepresentativesUndated => "代表者が２人以上いますが、だれがいつからかが分かりません。".to_owned(),
        F::KnownToBeTwo => "この２つの記録は、別の人のものとして記録されています。".to_owned(),
        F::OwnSubstitute => "本人を、自分の代理者にはできません。".to_owned(),
        F::SubstituteSits { start, end } => {
            let end = end.map(|d| day(&d)).unwrap_or_default();
            format!("代理者とする人は、同じ会議体の委員です（{}から{end}まで）。", day(start))
        }
        F::SubstituteTwice => "同じ人が、この席の代理者として、すでに登録されています。".to_owned(),
        F::SameRecord => "同じ記録どうしを、１つにまとめることはできません。".to_owned(),
        F::BothSit { body, from } => {
            format!("{body}に、両方の記録の委嘱が重なっています（{}から）。", day(from))
        }
        F::BothAttended { meeting } => format!("{meeting}に、両方の記録の出欠があります。"),
    }
}

/// What to do.
pub(super) const fn hint(found: &F) -> &'static str {
    match found {
        F::NameFollows { .. } => "その日より後の日を入力してください。",
        F::NameUnchanged => "字や読みの誤りを直すだけのときは、「登録の訂正」で直してください。",
        F::FormerTwice { .. } => "どちらかの日を直してください。",
        F::PostalCode { .. } => "248-0012 のように、７桁の数字で入力してください。",
        F::Email { .. } => "name@example.jp のように、半角で入力してください。",
        F::TooManyLines { .. } => "建物の名前は、番地の次の行にまとめてください。",
        F::AddressEmpty => "どれか一つを入力してください。",
        F::LettersNowhere => "住所を入力するか、「文書の送付先にする」を外してください。",
        F::DaysReversed => "日を確かめてください。",
        F::TwoRepresentatives { .. } => "前の代表者の終わりの日か、次の代表者の始まりの日を直してください。",
        F::RepresentativesUndated => "後の代表者に、始まりの日を入力してください。",
        F::KnownToBeTwo => "同じ人であったときは、先に「別の人」の記録を取り消してください。",
        F::OwnSubstitute | F::SubstituteSits { .. } => "ほかの人を選んでください。",
        F::SubstituteTwice => "期間を直すときは、登録済みの行を直してください。",
        F::SameRecord => "もう一方の記録を選んでください。",
        F::BothSit { .. } => {
            "どちらかの委嘱が誤りのときは、先にその委嘱の記録を取り消してください。別の人のときは、まとめないでください。"
        }
        F::BothAttended { .. } => {
            "別の人でないか、確かめてください。同じ人のときは、先にどちらかの出欠の記録を消してください。"
        }
    }
}

/// The field that it concerns.
pub(crate) const fn field(found: &F) -> Option<&'static str> {
    Some(match found {
        F::NameFollows { .. } => "from",
        F::NameUnchanged => "family",
        F::FormerTwice { .. } => "to",
        F::PostalCode { .. } => "postal_code",
        F::Email { .. } => "email",
        F::TooManyLines { .. } | F::AddressEmpty => "lines",
        F::LettersNowhere => "for_letters",
        F::DaysReversed => "to",
        F::TwoRepresentatives { .. } | F::RepresentativesUndated => "representatives",
        F::KnownToBeTwo => "other",
        F::OwnSubstitute | F::SubstituteSits { .. } | F::SubstituteTwice => "person",
        F::SameRecord => "other",
        F::BothSit { .. } | F::BothAttended { .. } => return None,
    })
}

/// A field in which two records of a person differ.
pub(crate) const fn merge_field(field: MergedField) -> &'static str {
    use MergedField as M;
    match field {
        M::Name => "氏名",
        M::Kana => "ふりがな",
        M::Latin => "ローマ字表記",
        M::GlyphNote => "戸籍上の字形",
        M::LetterTitle => "宛名の敬称",
        M::Publication => "公表用の表示",
        M::Needs => "情報保障",
        M::Contact => "連絡先（事務局用）",
        M::Gender => "性別",
        M::Delivery => "届け方",
    }
}

/// What moves from one record to another, by their numbers: appointments, offices,
/// nominations, affiliations, addresses, substitutes.
pub(crate) fn moves(counts: &[usize; 6]) -> Vec<String> {
    let names = ["委嘱・選任（出欠とも）", "役職", "推薦", "所属・職", "住所・連絡先", "代理者の登録"];
    let some = names.iter().zip(counts).filter(|(_, count)| **count > 0);
    some.map(|(name, count)| format!("{name} {count}件")).collect()
}

/// The name of a field of an address, or of an organisation's representative.
pub(super) fn field_name(code: &str) -> Option<&'static str> {
    Some(match code {
        "basis" => "根拠",
        "lines" => "住所",
        "telephone" => "電話番号",
        "email" => "メールアドレス",
        "representative_post" => "代表者の職名",
        "representative_name" => "代表者の氏名",
        "representative_title" => "代表者の敬称",
        _ => return None,
    })
}
