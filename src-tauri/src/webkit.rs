//! What Linux and WebKitGTK need before the window starts; nothing elsewhere.

use std::env::var_os;

/// Whether there is a screen to open a window on.
pub(crate) fn has_display() -> bool {
    let named = |display| var_os(display).is_some_and(|name| !name.is_empty());
    !cfg!(target_os = "linux") || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// Draws in memory instead of over the graphics card's buffers: a third less
/// memory, and no blank window with some drivers. A user's own choice stands.
pub(crate) fn settle() {
    const DRAWN_IN_MEMORY: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    if cfg!(target_os = "linux") && var_os(DRAWN_IN_MEMORY).is_none() {
        set(DRAWN_IN_MEMORY, "1");
    }
}

#[allow(unsafe_code, reason = "WebKit takes this from the environment alone")]
fn set(name: &str, value: &str) {
    // SAFETY: called first in main, before any other thread exists.
    unsafe { std::env::set_var(name, value) };
}
