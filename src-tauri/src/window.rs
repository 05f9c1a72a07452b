//! The window itself: its size and place, and what it refuses.

use crate::host::MAIN;
use crate::text;
use crate::work::Work;
use tauri::plugin::TauriPlugin;
use tauri::webview::{NewWindowResponse, PermissionResponse};
use tauri::{App, Manager, Url, WebviewUrl, WebviewWindowBuilder, Window, WindowEvent, Wry};
use tauri_plugin_dialog::{DialogExt, MessageDialogButtons, MessageDialogKind};
use tauri_plugin_window_state::{Builder, StateFlags};

/// At first.
const SIZE: (f64, f64) = (1440.0, 900.0);
/// The screens are made for 1280 × 720; less still works.
const SMALLEST: (f64, f64) = (1024.0, 640.0);

/// The window comes back where it was, as large as it was.
pub(crate) fn remembered() -> TauriPlugin<Wry> {
    let place = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    Builder::default().with_state_flags(place).with_filename("window.json").build()
}

/// Opens it. It shows the program's own pages and nothing else: no other page, no
/// second window, no download, no camera or place; files pass by the bridge.
pub(crate) fn open(app: &App) -> Result<(), Box<dyn std::error::Error>> {
    WebviewWindowBuilder::new(app, MAIN, WebviewUrl::default())
        .title(text::TITLE)
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .prevent_overflow()
        .center()
        // Files are dropped by HTML's own events.
        .disable_drag_drop_handler()
        .zoom_hotkeys_enabled(true)
        .on_navigation(is_own)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .on_document_title_changed(|window, title| {
            // The screens name the council; a title that is not set is no harm.
            let _ = window.set_title(&title);
        })
        .build()?;
    Ok(())
}

/// Whether a page is one of the program's own.
fn is_own(url: &Url) -> bool {
    let (scheme, host) = if cfg!(windows) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
    url.scheme() == scheme && url.host_str() == Some(host)
}

/// Asks before something that is being made, or that was typed, is lost.
pub(crate) fn closing(window: &Window, event: &WindowEvent) {
    let WindowEvent::CloseRequested { api, .. } = event else { return };
    let work = window.state::<Work>();
    let Some((lost, close, stay)) = lost(work.is_long(), work.is_unsaved()) else { return };
    api.prevent_close();
    let asked = window.clone();
    window
        .dialog()
        .message(lost)
        .title(text::TITLE)
        .kind(MessageDialogKind::Warning)
        .buttons(MessageDialogButtons::OkCancelCustom(close.to_owned(), stay.to_owned()))
        .parent(window)
        .show(move |close| {
            if close {
                let _ = asked.destroy();
            }
        });
}

/// What would be lost, and the words on the buttons that close and that stay.
fn lost(long: bool, unsaved: bool) -> Option<(String, &'static str, &'static str)> {
    match (long, unsaved) {
        (false, false) => None,
        (true, false) => Some((text::BUSY.to_owned(), text::CLOSE, text::STAY)),
        (false, true) => Some((text::UNSAVED.to_owned(), text::DISCARD, text::BACK)),
        (true, true) => Some((format!("{}\n\n{}", text::UNSAVED, text::BUSY), text::DISCARD, text::BACK)),
    }
}

#[cfg(test)]
mod tests {
    use super::{is_own, lost};
    use crate::text;

    #[test]
    fn only_what_would_be_lost_is_asked_about() {
        assert_eq!(lost(false, false), None);
        assert_eq!(lost(true, false).unwrap().0, text::BUSY);
        assert_eq!(lost(false, true).unwrap().0, text::UNSAVED);
        let both = lost(true, true).unwrap().0;
        assert!(both.contains(text::BUSY) && both.contains(text::UNSAVED));
    }

    #[test]
    fn only_own_pages_are_shown() {
        let own = if cfg!(windows) { "http://tauri.localhost/" } else { "tauri://localhost/" };
        let is_own = |url: &str| is_own(&url.parse().unwrap());
        assert!(is_own(own) && is_own(&format!("{own}#/members/1")));
        for other in ["https://example.jp/", "file:///etc/passwd", "tauri://other/", "about:blank", "data:text/html,x"]
        {
            assert!(!is_own(other), "{other}");
        }
    }
}
