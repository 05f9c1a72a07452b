//! What is read out of a roster from outside (名簿の取り込み): which column holds
//! what, and how days, readings, names and categories are written there.
//!
//! Names are never normalised. Headings and readings are folded to be recognised;
//! what a name is written with stays to the character.

mod affiliation;
mod category;
mod day;
mod name;
mod surnames;

use crate::find::find_key;
use std::collections::BTreeMap;
use std::sync::LazyLock;

pub use affiliation::split_affiliation;
pub use category::{CategoryReading, read_category};
pub use day::{read_day, read_term, serial_day};
pub use name::{
    Bracketed, NameSplit, Reading, apart, bracketed, closed_up, possible_families, read_kana, split_both, split_kana,
    split_name,
};

coded! {
    /// What a column of a roster holds (取り込む項目).
    ImportField {
        Name = "name", "氏名";
        Family = "family", "姓";
        Given = "given", "名";
        Kana = "kana", "ふりがな";
        FamilyKana = "family_kana", "姓のふりがな";
        GivenKana = "given_kana", "名のふりがな";
        Latin = "latin", "ローマ字";
        Affiliation = "affiliation", "所属・職";
        Organization = "organization", "団体名";
        Post = "post", "職";
        Category = "category", "区分";
        Start = "start", "委嘱日";
        End = "end", "任期満了日";
        Term = "term", "任期（始期～終期）";
        Kind = "kind", "委員の種別";
        Office = "office", "役職";
        LetterNumber = "letter_number", "委嘱状の番号";
        LetterTitle = "letter_title", "敬称";
        Gender = "gender", "性別";
        GlyphNote = "glyph_note", "戸籍の字形";
        Needs = "needs", "情報保障";
        Publication = "publication", "公表用の表示";
        Postal = "postal", "郵便番号";
        Address = "address", "住所";
        Phone = "phone", "電話";
        Mail = "mail", "メール";
        Contact = "contact", "連絡先";
        Note = "note", "備考";
        Number = "number", "番号";
        Nothing = "nothing", "取り込まない";
    }
}

/// Words of headings, by what they announce. Compared as a search compares.
const HEADINGS: &[(ImportField, &[&str])] = &[
    (
        ImportField::Name,
        &["氏名", "委員氏名", "委員名", "名前", "お名前", "委員の氏名", "姓名", "氏名漢字", "漢字氏名", "委員"],
    ),
    (ImportField::Family, &["姓", "氏", "名字", "苗字", "姓漢字"]),
    (ImportField::Given, &["名", "下の名前", "名漢字"]),
    (
        ImportField::Kana,
        &[
            "ふりがな",
            "かな",
            "よみ",
            "よみがな",
            "読み",
            "読み仮名",
            "氏名かな",
            "氏名ふりがな",
            "かな氏名",
            "氏名よみ",
            "氏名の読み",
            "せいめい",
            "委員名かな",
            "委員名ふりがな",
            "フリガナ氏名",
        ],
    ),
    (ImportField::FamilyKana, &["姓かな", "姓ふりがな", "せい", "姓よみ", "姓のふりがな", "姓のよみ", "氏かな"]),
    (ImportField::GivenKana, &["名かな", "名ふりがな", "めい", "名よみ", "名のふりがな", "名のよみ"]),
    (ImportField::Latin, &["ローマ字", "英字", "氏名ローマ字", "アルファベット", "英字氏名"]),
    (
        ImportField::Affiliation,
        &[
            "所属",
            "所属職",
            "所属及び職名",
            "所属職名",
            "所属役職",
            "所属及び役職",
            "所属等",
            "所属団体職名",
            "所属団体及び職名",
            "所属団体役職",
            "所属団体及び役職名",
            "団体名職名",
            "団体名及び職名",
            "所属団体等",
            "所属及び職",
            "団体職名",
            "所属肩書",
            "所属機関職名",
            "団体名役職",
            "所属名",
            "所属団体名及び職名",
        ],
    ),
    (
        ImportField::Organization,
        &[
            "団体名",
            "団体",
            "所属団体",
            "所属団体名",
            "所属機関",
            "所属機関名",
            "機関名",
            "事業所名",
            "事業所",
            "法人名",
            "会社名",
            "勤務先",
            "推薦団体",
            "推薦団体名",
            "推薦母体",
            "選出団体",
            "組織名",
            "団体等",
        ],
    ),
    (ImportField::Post, &["職", "職名", "役職名", "肩書", "肩書き", "職種", "職位", "団体での役職", "所属での役職"]),
    (
        ImportField::Category,
        &[
            "区分",
            "号",
            "選出区分",
            "選任区分",
            "委員区分",
            "構成区分",
            "選出母体",
            "分野",
            "選出分野",
            "委嘱区分",
            "号区分",
            "区分号",
            "条例区分",
            "構成",
            "選任枠",
        ],
    ),
    (
        ImportField::Start,
        &[
            "委嘱日",
            "委嘱年月日",
            "就任日",
            "就任年月日",
            "選任日",
            "選任年月日",
            "任命日",
            "任命年月日",
            "任期開始",
            "任期開始日",
            "任期自",
            "任期始期",
            "始期",
            "委嘱任命日",
            "任期の始期",
            "発令日",
            "就任",
            "任期始まり",
        ],
    ),
    (
        ImportField::End,
        &[
            "任期満了日",
            "満了日",
            "任期満了",
            "任期終了",
            "任期終了日",
            "任期至",
            "任期終期",
            "終期",
            "任期の終期",
            "任期満了年月日",
            "満了年月日",
            "任期末",
            "任期末日",
            "退任日",
            "任期終わり",
        ],
    ),
    (ImportField::Term, &["任期", "委嘱期間", "任期期間", "任期始期終期"]),
    (ImportField::Kind, &["種別", "委員種別", "委員の種別", "委員の種類"]),
    (ImportField::Office, &["役職", "会での役職", "会の役職", "役員", "協議会役職", "協議会での役職"]),
    (ImportField::LetterNumber, &["委嘱状番号", "委嘱状の番号", "委嘱番号", "辞令番号", "文書番号", "発令番号"]),
    (ImportField::LetterTitle, &["敬称", "敬称宛名"]),
    (ImportField::Gender, &["性別", "男女", "男女別"]),
    (ImportField::GlyphNote, &["戸籍の字形", "戸籍上の字形", "字形", "外字", "字体", "戸籍字形", "戸籍の字体"]),
    (ImportField::Needs, &["情報保障", "配慮", "配慮事項", "合理的配慮", "必要な配慮", "会議での配慮", "情報保障配慮"]),
    (ImportField::Publication, &["公表", "公表の別", "公表方法", "公表用の表示", "名簿の公表", "公開", "公表可否"]),
    (ImportField::Postal, &["郵便番号", "〒", "郵便", "zip", "送付先郵便番号"]),
    (ImportField::Address, &["住所", "所在地", "送付先", "送付先住所", "自宅住所", "連絡先住所", "現住所"]),
    (ImportField::Phone, &["電話", "電話番号", "tel", "連絡先電話", "連絡先電話番号", "携帯", "携帯電話", "電話fax"]),
    (ImportField::Mail, &["メール", "メールアドレス", "eメール", "e-mail", "email", "mail", "eメールアドレス"]),
    (ImportField::Contact, &["連絡先", "連絡先内部用"]),
    (ImportField::Note, &["備考", "摘要", "備考欄", "注", "特記事項"]),
    (ImportField::Number, &["番号", "no", "no.", "№", "連番", "通し番号", "通番", "整理番号", "順", "#"]),
];

static FIELDS: LazyLock<BTreeMap<String, ImportField>> = LazyLock::new(|| {
    let pairs = HEADINGS.iter().flat_map(|(field, words)| words.iter().map(move |word| (heading_key(word), *field)));
    pairs.collect()
});

/// A heading as it is compared: folded as for a search, without marks and numbers around it.
#[must_use]
pub fn heading_key(heading: &str) -> String {
    let kept = |c: &char| !matches!(c, '・' | '･' | '/' | '、' | ',' | '※' | '*' | ':' | '(' | ')' | '「' | '」' | '_');
    find_key(heading).chars().filter(kept).collect()
}

/// What a heading announces; none where it is unknown. What stands in brackets
/// counts if the whole is known (氏名（ふりがな）) and is left out otherwise (氏名（敬称略）).
#[must_use]
pub fn recognise_heading(heading: &str) -> Option<ImportField> {
    let known = |text: &str| FIELDS.get(&heading_key(text)).copied();
    known(heading).or_else(|| {
        let open = heading.find(['（', '(', '【', '［', '['])?;
        known(&heading[..open])
    })
}

impl ImportField {
    /// Whether a roster can be told by this column: somebody's name stands in it.
    #[must_use]
    pub const fn is_name(self) -> bool {
        matches!(self, Self::Name | Self::Family)
    }
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
