//! The words of the cases that are kept apart.

use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Cases {
    /// 合言葉を入れたファイル（指定しないときは、環境変数 ENTAKU_CASES_PASSPHRASE を見て、なければ画面に出さずに尋ねます）
    #[arg(long, value_name = "ファイル", global = true)]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) deed: CasesDeed,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CasesDeed {
    /// ファイルの状態を示します（合言葉は要りません）
    Status,
    /// 事例の別保管を始めます。合言葉を決めます
    Begin,
    /// 事例の番号・受けた日・保存期限を示します
    List(ListCases),
    /// １件の内容を示します
    Show(OneCase),
    /// 事例を受けます。内容は、引数ではなくファイルで渡します
    Add(AddCase),
    /// 匿名の要旨を、地域課題として台帳に出します
    Release(Box<ReleaseCase>),
    /// 何をいつ、誰が、どの理由で外に出したかを示します（事例の内容は示しません）
    Releases,
    /// 文書やメモの文字に、事例の語が入っていないかを調べます
    Check(CheckText),
    /// １件を廃棄します（元に戻せません）
    Destroy(DestroyOne),
}

#[derive(Debug, Args)]
pub(crate) struct OneCase {
    /// 事例番号（R8-1）
    #[arg(value_name = "事例番号")]
    pub(crate) case: String,
}

#[derive(Debug, Args)]
pub(crate) struct ListCases {
    /// 保存期限を過ぎた事例だけを示します
    #[arg(long)]
    pub(crate) due: bool,
}

#[derive(Debug, Args)]
#[command(
    after_help = "ファイルの書き方（JSON。要るのは name だけです）:\n  {\"name\":\"姓　名\",\"kana\":\"\",\"received_on\":\"R8.9.1\",\"from\":\"受けた相手\",\"born_on\":\"\",\"phone\":\"\",\"address\":\"\",\n   \"certificate\":\"受給者証番号\",\"facilities\":[\"利用事業所\"],\"related\":[\"関係者\"],\"situation\":\"状況\",\"course\":\"経過\",\"view\":\"見立て\",\n   \"gist\":\"匿名化した要旨\",\"keep_until\":\"\"}"
)]
pub(crate) struct AddCase {
    /// 内容のファイル（JSON、UTF-8）
    #[arg(value_name = "ファイル")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct ReleaseCase {
    /// 事例番号（R8-1）
    #[arg(value_name = "事例番号")]
    pub(crate) case: String,
    /// 課題の件名
    #[arg(long, value_name = "件名")]
    pub(crate) title: String,
    /// 課題の要旨（指定しないときは、事例の匿名化した要旨）
    #[arg(long, value_name = "文")]
    pub(crate) gist: Option<String>,
    /// 背景
    #[arg(long, value_name = "文", default_value = "")]
    pub(crate) background: String,
    /// 分野
    #[arg(long, value_name = "分野", default_value = "")]
    pub(crate) field: String,
    /// 受付日（指定しないときは、今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 事例を持ち込んだ団体。どうなったかを返します
    #[arg(long, value_name = "団体")]
    pub(crate) raised_by: Option<String>,
    /// 個人が分かるかもしれない語を、そのままでよいとする理由（語=理由。何度でも）
    #[arg(long, value_name = "語=理由")]
    pub(crate) because: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct CheckText {
    /// 調べる文字のファイル（UTF-8）
    #[arg(value_name = "ファイル")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct DestroyOne {
    /// 事例番号（R8-1）
    #[arg(value_name = "事例番号")]
    pub(crate) case: String,
    /// 元に戻せないことを確かめました
    #[arg(long)]
    pub(crate) confirmed: bool,
}
