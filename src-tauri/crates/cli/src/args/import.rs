//! The words of the import of rosters.

use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Import {
    /// 取り込むファイル（.xlsx・.xlsm・.xls・.ods・CSV）
    #[arg(value_name = "ファイル", required_unless_present = "fields")]
    pub(crate) file: Option<PathBuf>,
    /// シート（指定しないときは、名簿の見出しのある最初のシート）
    #[arg(long, value_name = "シート")]
    pub(crate) sheet: Option<String>,
    /// 見出しの最後の行の番号（指定しないときは探します）
    #[arg(long, value_name = "行")]
    pub(crate) header: Option<u32>,
    /// 会議体（指定しないときは、人とその所属だけを取り込みます）
    #[arg(long, value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// いつ現在の名簿か（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 表に委嘱日がないときの委嘱日
    #[arg(long, value_name = "日付")]
    pub(crate) start: Option<String>,
    /// CSVの文字コード: utf8、utf16、windows31j（Shift_JIS）
    #[arg(long, value_name = "文字コード")]
    pub(crate) encoding: Option<String>,
    /// 列の中身（B=name のように、列と項目。何度でも）。項目の一覧は --fields で示します
    #[arg(long, value_name = "列=項目")]
    pub(crate) map: Vec<String>,
    /// 新しい人の、公表用の表示: name（氏名）、organization（団体名）、hidden（非公表、指定しないとき）
    #[arg(long, value_name = "表示")]
    pub(crate) publication: Option<String>,
    /// 区分の空欄を、上の行と同じとします
    #[arg(long)]
    pub(crate) fill_down: bool,
    /// 取り込まない行の番号（何度でも）
    #[arg(long, value_name = "行")]
    pub(crate) leave_out: Vec<u32>,
    /// 行がだれのものか（12=new は新しい人、12=氏名 は登録済みの人。何度でも）
    #[arg(long, value_name = "行=人")]
    pub(crate) person: Vec<String>,
    /// 氏名の字体を、登録ではなくファイルに合わせる行の番号（何度でも）
    #[arg(long, value_name = "行")]
    pub(crate) take_name: Vec<u32>,
    /// 同じもの・変わりのない行も示します
    #[arg(long)]
    pub(crate) all: bool,
    /// 列の項目の一覧を示します
    #[arg(long)]
    pub(crate) fields: bool,
    /// 見るだけで、書き込みません（指定しないときも同じ）
    #[arg(long, conflicts_with = "write")]
    pub(crate) preview: bool,
    /// 書き込みます
    #[arg(long)]
    pub(crate) write: bool,
}
