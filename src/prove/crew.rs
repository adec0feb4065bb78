//! Several databases of the same content and a session in each: jobs are shared out among them.

use super::callers::Asker;
use super::session::Session;
use crate::postgres::{Database, Failure, Scratch};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

/// More would wait for each other: a probe keeps a processor of the server busy.
const MOST: usize = 4;

/// Sessions, each in a database of its own.
pub struct Crew {
    sessions: Vec<Session>,
    /// They live as long as the sessions.
    _databases: Vec<Database>,
}

impl Crew {
    /// One session in this database, to which nobody is connected, and one in each of as many copies as are of use.
    pub fn hire(
        scratch: &Scratch,
        database: Database,
        search_path: &str,
        askers: &[Asker],
        jobs: usize,
    ) -> Result<Self, Failure> {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let copies = (1..processors.min(MOST).min(jobs)).map(|_| scratch.copy(&database));
        let mut databases = copies.collect::<Result<Vec<_>, _>>()?;
        databases.push(database);
        let session = |database: &Database| {
            let mut session = Session::begin(database.superuser()?, search_path)?;
            session.askers = askers.to_vec();
            Ok(session)
        };
        let sessions = databases.iter().map(session).collect::<Result<Vec<_>, Failure>>()?;
        Ok(Self { sessions, _databases: databases })
    }

    /// Any one of the sessions.
    pub fn first(&mut self) -> Option<&mut Session> {
        self.sessions.first_mut()
    }

    /// Statements run so far as somebody.
    pub fn probes(&self) -> usize {
        self.sessions.iter().map(|session| session.probes).sum()
    }

    /// Does every job in one session or another; what comes of them is in the order of the jobs.
    pub fn share<J: Sync, T: Send>(
        &mut self,
        jobs: &[J],
        work: impl Fn(&mut Session, &J) -> Result<T, Failure> + Sync,
    ) -> Result<Vec<T>, Failure> {
        let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
        std::thread::scope(|scope| {
            for session in &mut self.sessions {
                scope.spawn(|| {
                    while let Some((place, job)) = take(jobs, &next) {
                        let came = work(session, job);
                        // Who fails ends it for all.
                        next.fetch_max(if came.is_err() { jobs.len() } else { 0 }, Ordering::Relaxed);
                        done.lock().unwrap_or_else(PoisonError::into_inner).push((place, came));
                    }
                });
            }
        });
        let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        done.sort_by_key(|(place, _)| *place);
        done.into_iter().map(|(_, came)| came).collect()
    }
}

fn take<'j, J>(jobs: &'j [J], next: &AtomicUsize) -> Option<(usize, &'j J)> {
    let place = next.fetch_add(1, Ordering::Relaxed);
    jobs.get(place).map(|job| (place, job))
}
