//! The window's own few words; all others come from the screens and the core.

/// The program's name, until a council gives the window its title.
pub(crate) const TITLE: &str = "円卓";

/// Asked when the window is closed while a call is being carried out.
pub(crate) const BUSY: &str =
    "処理の途中です。\n閉じると、途中の処理は取りやめになることがあります。保存した記録は残ります。";

/// Closes nevertheless.
pub(crate) const CLOSE: &str = "中止して閉じる";

/// Goes on working.
pub(crate) const STAY: &str = "終わるまで待つ";

/// Asked when the window is closed while something typed is not saved.
pub(crate) const UNSAVED: &str = "入力中の内容が保存されていません。\n閉じると、入力した内容は失われます。";

/// Closes nevertheless.
pub(crate) const DISCARD: &str = "保存せずに閉じる";

/// Goes back to what was typed.
pub(crate) const BACK: &str = "入力に戻る";

/// Told on the terminal where there is no screen.
pub(crate) const NO_DISPLAY: &str =
    "画面がないため、窓を開けません。デスクトップにログインした状態で起動してください。";
