//! The words of clerical work that somebody else does.

use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Consign {
    /// 行うこと
    #[command(subcommand)]
    pub(crate) deed: Deed,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Deed {
    /// 庶務を委託する社会福祉法人等に渡すファイルを作ります（個別事例・情報保障・自宅の住所・非公開の会議録などは入りません）
    Out(Out),
    /// 渡されたファイルから、作業用の協議会のフォルダーを作ります（受託者が行います）
    Open(Unpack),
    /// 戻しのファイルを作ります（受託者が行います）
    Back(Back),
    /// 戻しのファイルの内容を、受け入れる前に示します
    Show(Show),
    /// 戻しのファイルを受け入れます（1回の操作で元に戻せます）
    Take(Take),
}

#[derive(Debug, Args)]
pub(crate) struct Out {
    /// 受託者
    #[arg(value_name = "受託者")]
    pub(crate) to: String,
    /// 備考
    #[arg(long, value_name = "備考", default_value = "")]
    pub(crate) note: String,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Unpack {
    /// 渡されたファイル
    #[arg(value_name = "ファイル")]
    pub(crate) package: PathBuf,
    /// 作るフォルダー
    #[arg(value_name = "フォルダー")]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Back {
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Show {
    /// 戻しのファイル
    #[arg(value_name = "ファイル")]
    pub(crate) package: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Take {
    /// 戻しのファイル
    #[arg(value_name = "ファイル")]
    pub(crate) package: PathBuf,
    /// 両方で変わった記録のうち、戻しの内容とするもの（show の［ ］の中。繰り返して指定できます）
    #[arg(long, value_name = "記録")]
    pub(crate) theirs: Vec<String>,
    /// 受け入れない記録（show の［ ］の中。繰り返して指定できます）
    #[arg(long, value_name = "記録")]
    pub(crate) leave: Vec<String>,
}
