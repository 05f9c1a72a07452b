//! The window's own few words; all others come from the screens and the core.

/// The program's name, until a council gives the window its title.
pub(crate) const TITLE: &str = "円卓";

/// Asked when the window is closed while something is still being made.
pub(crate) const BUSY: &str =
    "書類を作っているところです。\n閉じると、作りかけのものは残りません。記録はすべて保存されています。";

/// Closes nevertheless.
pub(crate) const CLOSE: &str = "中止して閉じる";

/// Goes on working.
pub(crate) const STAY: &str = "作り終わるまで待つ";

/// Told on the terminal where there is no screen.
pub(crate) const NO_DISPLAY: &str =
    "画面がないため、窓を開けません。デスクトップにログインした状態で起動してください。";
