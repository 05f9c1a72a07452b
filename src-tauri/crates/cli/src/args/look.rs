//! The words with which documents are looked through for the cases.

use clap::Args;
use std::path::PathBuf;

/// 事例の語が、作る文書に入っていないかの確かめ.
#[derive(Debug, Args)]
pub(crate) struct Look {
    /// 事例の合言葉のファイル。作る文書に事例の語があると、止めます（環境変数 ENTAKU_CASES_PASSPHRASE でも渡せます）
    #[arg(long, global = true, value_name = "ファイル")]
    pub(crate) cases_passphrase_file: Option<PathBuf>,
    /// 事例の語が見つかっても、そのままでよい理由（事例の別保管に残します）
    #[arg(long, global = true, value_name = "理由")]
    pub(crate) cases_reason: Option<String>,
}
