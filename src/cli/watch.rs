//! `schemagen build --watch`: builds again whenever a file of the model changes.

use super::{Exit, Terminal, build, model};
use crate::diagnostics::Code;
use crate::postgres::Failure;
use notify::{RecursiveMode, Watcher};
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

/// Editors write a file in several steps: wait until they are done.
const QUIET: Duration = Duration::from_millis(100);

/// Builds, waits for a change, builds again, until it is interrupted.
pub fn run(arguments: &build::Arguments, terminal: &mut Terminal) -> Exit {
    loop {
        build::once(arguments, terminal);
        let folders = folders(arguments);
        let (sender, changes) = channel();
        let watcher = notify::recommended_watcher(move |event| drop(sender.send(event)));
        let watched = watcher.and_then(|mut watcher| {
            folders.iter().try_for_each(|folder| watcher.watch(folder, RecursiveMode::NonRecursive))?;
            Ok(watcher)
        });
        match watched {
            Ok(_watcher) => wait(&changes, arguments, terminal),
            Err(error) => {
                let failure = Failure::new(Code::FileUnreadable, format!("cannot watch the model: {error}"));
                return terminal.failure(&failure.help("build without --watch"));
            }
        }
    }
}

/// The folders of the model's files: a new file may match an include.
fn folders(arguments: &build::Arguments) -> BTreeSet<PathBuf> {
    let loaded = model::read(&arguments.model);
    let files = loaded.sources.iter().map(|source| PathBuf::from(&source.path)).chain([arguments.model.clone()]);
    files
        .filter_map(|file| {
            file.parent()
                .map(|folder| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_path_buf() })
        })
        .collect()
}

/// Waits for a change of a YAML file, then for quiet.
fn wait(changes: &Receiver<notify::Result<notify::Event>>, arguments: &build::Arguments, terminal: &mut Terminal) {
    terminal.message(format!("watching {}", arguments.model.display()));
    let of_a_model = |event: &notify::Event| {
        !event.kind.is_access()
            && event
                .paths
                .iter()
                .any(|path| path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml"))
    };
    while let Ok(event) = changes.recv() {
        if event.is_ok_and(|event| of_a_model(&event)) {
            while changes.recv_timeout(QUIET).is_ok() {}
            return;
        }
    }
}
