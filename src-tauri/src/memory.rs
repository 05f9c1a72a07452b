//! Gives memory back that opening a council or making a document has left over;
//! the allocator keeps it otherwise until the program asks for memory again.

/// Gives back what this thread and those that have ended no longer use.
#[allow(unsafe_code, reason = "the allocator's own call has no safe wrapper")]
pub(crate) fn give_back() {
    // SAFETY: takes no pointer, and may be called from any thread at any time.
    unsafe { libmimalloc_sys::mi_collect(true) };
}
