//! The documents that were finished last, until others take their place.

use crate::cases::Cleared;
use entaku_app::printing::Finished;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// Documents that are kept.
const KEPT: usize = 8;
/// Bytes that they may have together, the last one aside.
const BYTES: usize = 200_000_000;

/// The shelf.
#[derive(Debug, Default)]
pub(crate) struct Shelf(Mutex<Standing>);

#[derive(Debug, Default)]
struct Standing {
    count: u64,
    documents: VecDeque<(String, Arc<Cleared<Finished>>)>,
}

impl Shelf {
    fn with<T>(&self, work: impl FnOnce(&mut Standing) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts a document on it; answers by which name it is found.
    pub(crate) fn put(&self, document: Arc<Cleared<Finished>>) -> String {
        self.with(|shelf| {
            shelf.count += 1;
            let handle = format!("document-{}", shelf.count);
            shelf.documents.push_back((handle.clone(), document));
            while shelf.documents.len() > 1 && (shelf.documents.len() > KEPT || shelf.bytes() > BYTES) {
                shelf.documents.pop_front();
            }
            handle
        })
    }

    pub(crate) fn find(&self, handle: &str) -> Option<Arc<Cleared<Finished>>> {
        self.with(|shelf| shelf.documents.iter().find(|(name, _)| name == handle).map(|(_, d)| Arc::clone(d)))
    }

    /// Another council: its documents are not of this one.
    pub(crate) fn clear(&self) {
        self.with(|shelf| shelf.documents.clear());
    }
}

impl Standing {
    fn bytes(&self) -> usize {
        self.documents.iter().map(|(_, document)| document.size()).sum()
    }
}
