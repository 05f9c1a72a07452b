//! The words of the cases that are kept apart.

use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Cases {
    /// 合言葉を入れたファイル（指定しないときは、画面に出さずに尋ねます）
    #[arg(long, value_name = "ファイル", global = true)]
    pub(crate) passphrase_file: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) deed: CasesDeed,
}

#[derive(Debug, Subcommand)]
pub(crate) enum CasesDeed {
    /// ファイルの状態を示します（合言葉は要りません）
    Status,
    /// 事例の番号・受けた日・保存期限を示します
    List,
    /// １件の内容を示します
    Show(OneCase),
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
