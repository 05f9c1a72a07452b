//! A replacement that waits to be printed.

use crate::error::Result;
use crate::packet;
use crate::packet::replacement::Replacement;
use crate::packet::set::IssuedSet;
use crate::publication::Edition;
use crate::snapshot::Snapshot;
use entaku_documents::{Printed, Printer, Watch};
use std::sync::Arc;

/// A replacement that waits to be printed.
#[derive(Debug)]
pub(super) struct Mending {
    pub(super) council: Arc<Snapshot>,
    pub(super) replacement: Replacement,
    pub(super) edition: Edition,
}

impl Mending {
    /// Prints it; with its words, and what readers have with it.
    pub(super) fn print(self, printer: &dyn Printer, watch: &mut Watch<'_>) -> Result<(Printed, String, IssuedSet)> {
        let (printed, packet, set) = self.replacement.print(printer, watch)?;
        packet::look_at_files(&self.council, &packet, &printed, self.edition)?;
        let text = packet.text_with(&printed.texts);
        Ok((printed, text, set))
    }
}
