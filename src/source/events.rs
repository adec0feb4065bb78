//! The events of a YAML text. Those of a large one are read ahead, in a thread of their own: to scan a text takes twice
//! as long as to make nodes of it.

use super::Source;
use granit_parser::{Event, Options, Parser, ScanError, Span};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::{Builder, Scope};
use std::vec::IntoIter;

/// What the parser says next; nothing comes behind an error.
type Next<'text> = Result<(Event<'text>, Span), ScanError>;

/// Events handed over at once.
const BATCH: usize = 256;
/// Bytes from which a thread is worth its start, some 50 µs.
const LARGE: usize = 32 << 10;

pub(super) struct Events<'text> {
    ready: IntoIter<Next<'text>>,
    batches: Receiver<Vec<Next<'text>>>,
}

impl<'text> Events<'text> {
    /// The events of a source, from the first on.
    pub(super) fn of<'scope>(source: &'text Source, options: &Options, scope: &'scope Scope<'scope, 'text>) -> Self {
        let (batches, received) = channel();
        let read = |batches| {
            let options = options.clone();
            move || send(Parser::new_from_str_with_options(&source.text, options), &batches)
        };
        let large = source.text.len() >= LARGE;
        if !large || Builder::new().spawn_scoped(scope, read(batches.clone())).is_err() {
            read(batches)();
        }
        Self { ready: Vec::new().into_iter(), batches: received }
    }
}

impl<'text> Iterator for Events<'text> {
    type Item = Next<'text>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ready.len() == 0 {
            self.ready = self.batches.recv().ok()?.into_iter();
        }
        self.ready.next()
    }
}

/// Sends all events up to an error; stops when nobody receives them any more.
fn send<'text>(mut events: impl Iterator<Item = Next<'text>>, batches: &Sender<Vec<Next<'text>>>) {
    let mut more = true;
    while more {
        // An event has 300 bytes: a batch that grows is copied eight times over.
        let mut batch = Vec::with_capacity(BATCH);
        while more && batch.len() < BATCH {
            let next = events.next();
            more = matches!(next, Some(Ok(_)));
            batch.extend(next);
        }
        more &= batches.send(batch).is_ok();
    }
}
