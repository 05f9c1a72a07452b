//! V21: what in a text may point at a person, before it leaves for the public.

use crate::violation::Violation;

coded! {
    /// What kind of thing was found.
    PatternKind {
        Name = "name", "氏名らしい語";
        BirthDate = "birth_date", "生年月日らしい日付";
        Phone = "phone", "電話番号らしい数字";
        CaseNumber = "case_number", "事例・受給者番号らしい番号";
        Address = "address", "住所らしい語";
        Facility = "facility", "事例の利用事業所";
        SmallCell = "small_cell", "５人に満たない人数";
    }
}

/// Everything in a text that may point at a person. `names` are the names that
/// must not appear: of a case, or of people who are not to be published.
pub fn find_personal(text: &str, names: &[String]) -> Vec<Violation> {
    let folded = crate::text::half_width(text);
    let mut found = Vec::new();
    let mut push = |kind, list: Vec<String>| {
        found.extend(list.into_iter().map(|found| Violation::PersonalPattern { kind, found }))
    };
    push(PatternKind::Name, find_names(&folded, names));
    push(PatternKind::BirthDate, find_birth_dates(&folded));
    push(PatternKind::Phone, find_phones(&folded));
    push(PatternKind::CaseNumber, find_case_numbers(&folded));
    push(PatternKind::Address, find_addresses(&folded));
    push(PatternKind::SmallCell, find_small_cells(&folded));
    found
}

/// Counts below five of people who are looked after: 利用者3人, 難病の方が2名.
pub fn small_cells(text: &str) -> Vec<String> {
    find_small_cells(&crate::text::half_width(text))
}

/// Given names, and words that carry the title of a person of a case: 〇〇さん, 〇〇氏.
fn find_names(text: &str, names: &[String]) -> Vec<String> {
    let key = crate::text::search_key(text);
    let mut found: Vec<String> = names
        .iter()
        .filter(|name| name.chars().count() >= 2 && key.contains(&crate::text::search_key(name)))
        .cloned()
        .collect();
    for (title, goes_on) in TITLES {
        for (at, _) in text.match_indices(title) {
            let before: String = name_before(&text[..at]);
            let before = if before.is_empty() { kana_before(&text[..at]) } else { before };
            let is_part = text[at + title.len()..].starts_with(goes_on);
            if before.chars().count() >= 2 && !is_part && !is_common(&before) && !found.contains(&before) {
                found.push(before);
            }
        }
    }
    found
}

/// Titles of a person, each with what makes another word of it: 様式, 氏名, さんか.
const TITLES: [(&str, &[char]); 5] = [
    ("さん", &['ぽ', 'か', 'ざ', 'せ', 'だ']),
    ("くん", &['れ']),
    ("ちゃん", &['と', 'ぽ']),
    ("氏", &['名', '族', '神', '姓', '子']),
    ("様", &['式', '子', '々', '態', '相', '変', '似']),
];

/// The run of kanji, at most six, that ends where a title begins.
fn name_before(text: &str) -> String {
    let mut run: Vec<char> = text.chars().rev().take_while(|c| crate::text::is_kanji(*c)).take(6).collect();
    run.reverse();
    run.into_iter().collect()
}

/// The run of kana of one kind, two to six long, that ends where a title begins and begins
/// where another kind of character ends; empty for what people are called who are nobody in particular.
fn kana_before(text: &str) -> String {
    let katakana = |c: char| matches!(c, 'ァ'..='ヶ' | 'ー');
    let hiragana = |c: char| matches!(c, 'ぁ'..='ゖ');
    let last = text.chars().next_back();
    let kind = |c: &char| if last.is_some_and(katakana) { katakana(*c) } else { hiragana(*c) };
    let mut run: Vec<char> = text.chars().rev().take_while(kind).take(9).collect();
    run.reverse();
    let run: String = run.into_iter().collect();
    let fits = (2..=6).contains(&run.chars().count());
    let called = KANA_COMMON.iter().any(|word| run.ends_with(word)) || run.starts_with(PARTICLES);
    if fits && !called { run } else { String::new() }
}

/// What begins such a run and is no name: の, は, が, を, に, と, も, で, や, へ.
const PARTICLES: [char; 10] = ['の', 'は', 'が', 'を', 'に', 'と', 'も', 'で', 'や', 'へ'];

/// What people are called in kana who are nobody in particular.
const KANA_COMMON: [&str; 32] = [
    "みな",
    "みんな",
    "たく",
    "かあ",
    "とう",
    "じい",
    "ばあ",
    "おじ",
    "おば",
    "にい",
    "ねえ",
    "むすこ",
    "むすめ",
    "お子",
    "よめ",
    "むこ",
    "まご",
    "やくしょ",
    "もり",
    "ヘルパー",
    "スタッフ",
    "ボランティア",
    "マネジャー",
    "マネージャー",
    "ケアマネ",
    "ワーカー",
    "メンバー",
    "サポーター",
    "ドクター",
    "ナース",
    "ドライバー",
    "オーナー",
];

/// Words before a title that are no names: what people are, not who. Longer
/// words may end with them (障害者, 相談員); no family or given name does.
const COMMON: [&str; 52] = [
    "皆",
    "各位",
    "者",
    "員",
    "家族",
    "同",
    "両",
    "多",
    "仕",
    "模",
    "王",
    "一",
    "異",
    "有",
    "本人",
    "医師",
    "看護師",
    "保健師",
    "薬剤師",
    "福祉士",
    "療法士",
    "保育士",
    "栄養士",
    "先生",
    "学生",
    "生徒",
    "児童",
    "園児",
    "障害児",
    "幼児",
    "両親",
    "父親",
    "母親",
    "兄弟",
    "姉妹",
    "夫婦",
    "子供",
    "住民",
    "市民",
    "町民",
    "会長",
    "部会長",
    "座長",
    "課長",
    "所長",
    "園長",
    "校長",
    "院長",
    "施設長",
    "代表",
    "団体",
    "友人",
];

fn is_common(word: &str) -> bool {
    COMMON.iter().any(|w| word.ends_with(w))
}

/// What follows 日生 in words that are no birth: 5日生活支援部会.
const NO_BIRTH: [char; 8] = ['活', '徒', '産', '命', '涯', '計', '育', '物'];

/// A date within a few characters of 生 or 誕生.
fn find_birth_dates(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for (at, c) in characters.iter().enumerate() {
        let next: String = characters[at + 1..].iter().take(3).collect();
        if *c == '生'
            && !next.starts_with(NO_BIRTH)
            && (at > 0 && matches!(characters[at - 1], '日' | '誕')
                || next.starts_with("年月日")
                || next.starts_with("まれ"))
        {
            let around: String = characters[at.saturating_sub(14)..(at + 14).min(characters.len())].iter().collect();
            if around.chars().filter(char::is_ascii_digit).count() >= 3 {
                found.push(around.trim().to_owned());
            }
        }
    }
    found
}

/// Runs of digits and hyphens shaped like a telephone number.
fn find_phones(text: &str) -> Vec<String> {
    runs(text, |c| c.is_ascii_digit() || matches!(c, '-' | '(' | ')'))
        .into_iter()
        .filter(|run| {
            let digits = run.chars().filter(char::is_ascii_digit).count();
            let groups = run.split(|c: char| !c.is_ascii_digit()).filter(|g| !g.is_empty()).count();
            run.starts_with(['0', '(']) && (10..=11).contains(&digits) && (groups == 3 || groups == 1)
        })
        .collect()
}

/// A number of six digits or more that follows 番号, 受給者証 or 事例.
fn find_case_numbers(text: &str) -> Vec<String> {
    ["番号", "受給者証", "事例", "ケース", "No."]
        .iter()
        .flat_map(|word| text.match_indices(word).map(move |(at, _)| &text[at + word.len()..]))
        .filter_map(|rest| {
            let rest = rest.trim_start_matches([' ', ':', '：', '第', '番', '号']);
            let number: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
            (number.chars().filter(char::is_ascii_digit).count() >= 4).then_some(number)
        })
        .collect()
}

/// 〇丁目〇番, 〇番地, 〇町1-2: what is written of a house, not of a district.
fn find_addresses(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let figure = |at: usize| characters.get(at).is_some_and(|c| is_figure(*c));
    let mut found = Vec::new();
    for at in 1..characters.len() {
        let rest: String = characters[at..].iter().take(12).collect();
        let block = figure(at - 1) && rest.starts_with("丁目") && figure(at + 2)
            || figure(at - 1) && rest.starts_with("番地")
            || figure(at - 1) && rest.starts_with("番") && figure(at + 1) && rest.contains('号')
            || matches!(characters[at - 1], '町' | '目') && is_house(&rest);
        if block {
            let around: String = characters[at.saturating_sub(8)..(at + 10).min(characters.len())].iter().collect();
            found.push(around.trim().to_owned());
        }
    }
    found.truncate(5);
    found
}

/// Figures of an address, 一丁目 included.
fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
}

/// 18-10, as behind the name of a town.
fn is_house(rest: &str) -> bool {
    let figures: String = rest.chars().take_while(|c| c.is_ascii_digit() || *c == '-').collect();
    figures.starts_with(|c: char| c.is_ascii_digit()) && figures.trim_end_matches('-').contains('-')
}

/// Words beside which a number of people tells of those who are looked after.
const GROUPS: [&str; 9] = ["利用者", "入所者", "通所者", "入居者", "障害児", "障害者", "難病", "対象者", "当事者"];

/// Words behind a number that make it no count of those people.
const NO_COUNT: [&str; 6] = ["人以上", "人以下", "人介", "人体制", "人部屋", "人1組"];

/// A count below five of people who are looked after: 利用者3人, 難病の方が2名.
fn find_small_cells(text: &str) -> Vec<String> {
    let characters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    for (at, c) in characters.iter().enumerate() {
        let is_alone =
            at == 0 || !characters[at - 1].is_ascii_digit() && !matches!(characters[at - 1], ',' | '.' | '-');
        let rest: String = characters[at + 1..].iter().take(4).collect();
        let counts = rest.starts_with(['人', '名']) && !NO_COUNT.iter().any(|word| rest.starts_with(word));
        if ('1'..='4').contains(c) && is_alone && counts {
            let before: String = characters[at.saturating_sub(10)..at].iter().collect();
            let before = before.rsplit(['。', '、', '\n']).next().unwrap_or_default().to_owned();
            if GROUPS.iter().any(|group| before.contains(group)) {
                found.push(format!("{before}{c}{}", rest.chars().take(1).collect::<String>()));
            }
        }
    }
    found
}

fn runs(text: &str, keep: impl Fn(char) -> bool) -> Vec<String> {
    text.split(|c| !keep(c)).filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    //! V21's examples: what is found, and what an office writes every day and must not be stopped by.
    use super::*;

    fn kinds(text: &str, names: &[&str]) -> Vec<PatternKind> {
        let names: Vec<String> = names.iter().map(|n| (*n).to_owned()).collect();
        find_personal(text, &names)
            .into_iter()
            .filter_map(|v| match v {
                Violation::PersonalPattern { kind, .. } => Some(kind),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn v21_finds_what_points_at_a_person() {
        for (text, kind) in [
            ("髙橋さんは夜間の介助が必要である。", PatternKind::Name),
            ("𠮷田氏の家族から相談があった。", PatternKind::Name),
            ("利用者の佐藤様、患者の和夫さん、羽生さん", PatternKind::Name),
            ("平成12年4月5日生の男性", PatternKind::BirthDate),
            ("昭和60年5月3日生まれ、女性", PatternKind::BirthDate),
            ("生年月日：1985/5/3", PatternKind::BirthDate),
            ("連絡先は0467-00-0000", PatternKind::Phone),
            ("電話 ０９０００００００００", PatternKind::Phone),
            ("受給者証番号 1414000123", PatternKind::CaseNumber),
            ("事例R8-0012について", PatternKind::CaseNumber),
            ("母とタロウさんが来所", PatternKind::Name),
            ("昨日、たろうさんが来た", PatternKind::Name),
            ("見本町一丁目２番３号に住む", PatternKind::Address),
            ("御成町１８－１０のアパート", PatternKind::Address),
            ("中央1丁目5", PatternKind::Address),
            ("12番地に転居", PatternKind::Address),
            ("利用者３人の事業所", PatternKind::SmallCell),
            ("難病の方が2名いる", PatternKind::SmallCell),
        ] {
            assert!(kinds(text, &[]).contains(&kind), "{text}: {:?}", kinds(text, &[]));
        }
        assert_eq!(kinds("やまだ たろうの件", &["山田", "やまだたろう"]), [PatternKind::Name]);
    }

    #[test]
    fn v21_leaves_ordinary_sentences_alone() {
        for text in [
            "令和8年10月14日に協議した。利用者様への説明を工夫する。",
            "皆さんの意見を聴く。当事者の家族が安心して暮らせる。",
            "第88条第9項に基づく意見聴取（2026年度）",
            "資料2-1、課題第12号、対象者は1,200人",
            "相談支援事業者が生活の場を訪問する。平成31年度の生活実態調査",
            "申請様式を見直す。新しい生活様式に合わせ、代表者氏名を書く欄をなくす。",
            "患者さん、利用者さん、相談員さん、看護師さんに聴いた。地域さんぽを開く。",
            "みなさん、ヘルパーさん、お母さん、たくさんの声。おばあさんの通院",
            "利用者30人、対象者5人以上、委員3名、障害者1,204人。利用者2人以上で送迎",
            "第3番、2丁目の自治会、1番の課題",
            "令和8年11月5日生活支援部会で協議。障害者団体様、実施団体様へ依頼する。",
        ] {
            assert_eq!(kinds(text, &[]), [], "{text}");
        }
    }
}
