//! The desk with a printer and a window that are played.
