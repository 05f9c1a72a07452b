//! The words of the cases that are kept apart (事例の別保管).

use crate::error::Finding;

/// What is to be done where words of a case were found.
pub const LEAK_HINT: &str = "その語を消すか、個人が分からない書き方に直してください。その人を指すものでないときは、そのままでよい理由を入れてください。";

/// What was let go, where its name holds words of a case.
pub const UNSPOKEN: &str = "（名前に事例の語があるもの）";

/// Words of cases in what was to leave, each with its place.
pub fn leak(found: &[Finding]) -> String {
    let line = |f: &Finding| format!("{}に、事例の{}「{}」があります。", f.place, kind(f), f.found);
    found.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// 氏名, 住所: what was found, of which it is known that it is one.
fn kind(found: &Finding) -> &'static str {
    use entaku_domain::case_guard::PatternKind as K;
    match found.kind {
        K::Name => "氏名",
        K::BirthDate => "生年月日",
        K::Phone => "電話番号",
        K::CaseNumber => "番号",
        K::Address => "住所",
        K::Facility => "利用事業所",
        K::SmallCell => "少ない人数",
    }
}

/// 資料の「〇〇」の文書情報.
pub fn metadata_place(file: &str, property: &str) -> String {
    format!("「{file}」の文書情報（{property}）")
}

/// 「〇〇.docx」の word/document.xml.
pub fn part_place(file: &str, part: &str) -> String {
    format!("「{file}」の本文（{part}）")
}

/// 「〇〇.pdf」の3ページ.
pub fn page_place(file: &str, page: usize) -> String {
    format!("「{file}」の{page}ページ")
}

/// What went to the ledger: the gist of which case, for which issue.
pub fn gist_release(case: &str, issue: &str) -> String {
    format!("事例{case}の要旨を課題{issue}として台帳へ")
}

/// 「〇〇.docx」のファイル名.
pub fn file_name_place(file: &str) -> String {
    format!("ファイル名「{file}」")
}

/// 委員名簿の文字「…」.
pub fn line_place(title: &str, line: &str) -> String {
    let short: String = line.trim().chars().take(30).collect();
    format!("「{title}」の「{short}」の行")
}

/// What is wrong with the vault.
pub fn message(why: &str, detail: &str) -> String {
    match why {
        "missing" => "事例の別保管のファイル（cases.vault）がありません。".to_owned(),
        "exists" => "事例の別保管は、もう始まっています。".to_owned(),
        "cut_off" if detail.is_empty() => "事例の別保管のファイルが、途中で切れています。".to_owned(),
        "cut_off" => format!("事例の別保管のファイルが、途中で切れています（{detail}バイト）。"),
        "no_vault" => "cases.vault は、円卓の事例のファイルではありません。".to_owned(),
        "newer" => "事例の別保管のファイルは、より新しい版の円卓で作られています。".to_owned(),
        "of_another" => "事例の別保管のファイルが、この協議会のものではありません。".to_owned(),
        "unknown" => "この事例の別保管のファイルは、この協議会では始められていません。".to_owned(),
        "wrong" => "合言葉が違います。".to_owned(),
        "too_much_work" => {
            "事例の別保管のファイルは、開くのに必要な計算が多すぎます。円卓が作ったものではありません。".to_owned()
        }
        "too_large" => format!("事例の別保管のファイルが、大きすぎます（{detail}MB）。"),
        "in_use" => "事例の別保管は、ほかのウィンドウで開かれています。".to_owned(),
        "read_only" => "事例の別保管を、読み取り専用で開いています。".to_owned(),
        "short" => format!("合言葉が短すぎます。{detail}文字以上にしてください。"),
        "different" => "２回目の合言葉が、１回目と違います。".to_owned(),
        "no_case" => format!("事例{detail}が見つかりません。"),
        "destroyed" => format!("事例{detail}は、廃棄されています。"),
        "no_number" => "この年度の事例番号を使い切りました。".to_owned(),
        "no_copy" => "その控えが見つかりません。".to_owned(),
        "closed" => "事例の別保管が閉じています。".to_owned(),
        "io" => format!("「{detail}」を読み書きできませんでした。"),
        _ => "事例の別保管のファイルが壊れています。".to_owned(),
    }
}

/// What to do about it.
pub fn hint(why: &str) -> &'static str {
    match why {
        "missing" => {
            "フォルダーを移したときは、移す前のフォルダーから cases.vault を複写してください。控えから戻すこともできます。協議会のほかのデータは、そのまま使えます。"
        }
        "exists" => "合言葉を入れて開いてください。",
        "cut_off" | "damaged" => {
            "控えから戻せます。壊れたファイルは、名前を変えて残します。協議会のほかのデータは、そのまま使えます。"
        }
        "no_vault" => {
            "別のファイルが同じ名前で置かれていないか確かめ、元の cases.vault を戻してください。控えから戻すこともできます。"
        }
        "newer" => "新しい版の円卓で開いてください。",
        "of_another" => {
            "ほかの協議会のフォルダーから複写したときは、この協議会の cases.vault に戻してください。ファイルは変えていません。"
        }
        "unknown" => {
            "協議会のデータを前の控えに戻したときなど、この協議会のものと分かっているときは、「この協議会の事例として開く」を選んでください。"
        }
        "wrong" => {
            "もう一度入れてください。大文字と小文字は区別します。合言葉を失ったときは、このファイルを誰も開けません。"
        }
        "too_much_work" | "too_large" => {
            "元の cases.vault に戻してください。控えから戻すこともできます。ファイルは変えていません。"
        }
        "in_use" => "そのウィンドウで閉じてから、もう一度開いてください。",
        "read_only" => "書き込める形で開いてから、もう一度お試しください。",
        "short" => "三つ以上の言葉を並べると、覚えやすく、破られにくくなります。",
        "different" => "二つの欄に、同じ合言葉を入れてください。",
        "no_case" => "一覧から選び直してください。",
        "destroyed" => "廃棄した事例の内容は、戻せません。",
        "no_number" => "翌年度の日付で受け付けてください。",
        "no_copy" => "一覧を開き直してください。",
        "closed" => "合言葉を入れて開いてから、もう一度お試しください。",
        "io" => {
            "ディスクの空きがあるか、フォルダーに書き込めるかを確かめて、もう一度お試しください。元のファイルは、そのまま残っています。"
        }
        _ => "控えから戻せます。",
    }
}
