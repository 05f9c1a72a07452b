//! The desk itself.

use crate::host::Host;
use entaku_app::{App, AppError, Clock, WireError};
use entaku_documents::Printer;
use serde_json::Value;
use std::sync::{Arc, Mutex};

/// What a call answers.
#[derive(Debug)]
pub enum Answer {
    /// A value.
    Json(Value),
    /// A file's content, a PDF for instance.
    Bytes(Vec<u8>),
}

/// The desk: cheap to clone, called from any thread.
#[derive(Clone)]
pub struct Desk {
    app: Arc<Mutex<Option<App>>>,
    printer: Arc<dyn Printer + Send + Sync>,
    host: Arc<dyn Host>,
    clock: Clock,
}

impl Desk {
    /// An empty desk.
    pub fn new(printer: Arc<dyn Printer + Send + Sync>, host: Arc<dyn Host>, clock: Clock) -> Self {
        Self { app: Arc::default(), printer, host, clock }
    }

    /// Carries out a command of the desk or of the council; `bytes` is the content
    /// of a file that comes with it.
    ///
    /// # Errors
    /// As the screens show them.
    pub fn call(&self, name: &str, args: Value, bytes: Option<Vec<u8>>) -> Result<Answer, WireError> {
        let _ = (&self.printer, &self.host, self.clock, bytes);
        let mut app = self.app.lock().map_err(|_| AppError::Internal.to_wire())?;
        let app = app.as_mut().ok_or_else(|| AppError::Internal.to_wire())?;
        entaku_app::commands::dispatch(app, name, args).map(Answer::Json).map_err(|e| e.to_wire())
    }
}
