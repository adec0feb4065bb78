//! Two things at once: a build is to use the two cores that even a small machine has.

use std::panic::resume_unwind;
use std::thread::{Builder, scope};

/// Bytes of stack: more than what may be nested in a model needs. It is memory only as far as it is used.
const STACK: usize = 64 << 20;

/// The work in a thread of its own, with room for what may be nested. What it gives back when it ends is taken over by
/// the threads that come after it.
pub fn aside<T: Send>(work: impl Fn() -> T + Sync) -> T {
    scope(|scope| match Builder::new().stack_size(STACK).spawn_scoped(scope, &work) {
        Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
        Err(_) => work(),
    })
}

/// Two things at once. When no thread is to be had: one after the other.
pub fn side_by_side<A: Send, B>(beside: impl Fn() -> A + Sync, here: impl FnOnce() -> B) -> (A, B) {
    scope(|scope| {
        let thread = Builder::new().stack_size(STACK).spawn_scoped(scope, &beside);
        let here = here();
        let beside = match thread {
            Ok(thread) => thread.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => beside(),
        };
        (beside, here)
    })
}
