//! One file as it is taken in, piece by piece, held against what is there: only what differs is kept or written.

use super::lock::hexadecimal;
use super::{Difference, Failure};
use sha2::{Digest, Sha256};
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// A file that is to be at a place.
pub(super) struct Wanted {
    place: PathBuf,
    /// Where it is written meanwhile; nothing: it is only compared.
    beside: Option<PathBuf>,
    /// Bytes taken in.
    length: u64,
    hash: Sha256,
    state: State,
}

enum State {
    /// So far it is what is there.
    Same(fs::File),
    /// It differs, and is kept to be shown.
    Kept(Vec<u8>),
    /// It differs, and is written beside its place.
    Beside(fs::File),
}

impl Wanted {
    /// Begins a file below `directory`. `write`: where it differs, it is written beside its place.
    pub(super) fn begin(directory: &Path, path: &str, write: bool) -> Result<Self, Failure> {
        let place = directory.join(path);
        let beside = || place.with_file_name(format!(".{}.{}.tmp", path.replace('/', "."), std::process::id()));
        let beside = write.then(beside);
        let found = fs::File::open(&place);
        let (hash, nothing) = (Sha256::new(), State::Kept(Vec::new()));
        let mut wanted = Self { place, beside, length: 0, hash, state: nothing };
        match found {
            Ok(file) => wanted.state = State::Same(file),
            Err(_) => wanted.differ()?,
        }
        Ok(wanted)
    }

    /// The text goes on.
    pub(super) fn append(&mut self, text: &str) -> Result<(), Failure> {
        self.hash.update(text);
        if let State::Same(file) = &mut self.state
            && !goes_on(file, text.as_bytes()).unwrap_or(false)
        {
            self.differ()?;
        }
        self.length += text.len() as u64;
        match &mut self.state {
            State::Same(_) => Ok(()),
            State::Kept(bytes) => {
                bytes.extend_from_slice(text.as_bytes());
                Ok(())
            }
            State::Beside(file) => file.write_all(text.as_bytes()).map_err(|error| self.failure(error)),
        }
    }

    /// Nothing more comes. Whether it is what is there.
    pub(super) fn end(&mut self) -> Result<bool, Failure> {
        if let State::Same(file) = &mut self.state
            && !matches!(file.read(&mut [0]), Ok(0))
        {
            self.differ()?;
        }
        Ok(matches!(self.state, State::Same(_)))
    }

    /// SHA-256 of the text, in hexadecimal.
    pub(super) fn sha256(&self) -> String {
        hexadecimal(self.hash.clone())
    }

    /// What was kept, and what is there.
    pub(super) fn difference(self, path: String) -> Difference {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let wanted = if let State::Kept(bytes) = &self.state { text(bytes) } else { String::new() };
        Difference { path, found: fs::read(&self.place).ok().map(|bytes| text(&bytes)), wanted: Some(wanted) }
    }

    /// Puts it at its place.
    pub(super) fn place(&mut self) -> Result<(), Failure> {
        if let Some(beside) = &self.beside {
            fs::rename(beside, &self.place).map_err(|error| self.failure(error))?;
        }
        self.beside = None;
        Ok(())
    }

    /// What was taken in so far stands at the place as well: from now on it is told from it.
    fn differ(&mut self) -> Result<(), Failure> {
        let Some(beside) = &self.beside else {
            let mut bytes = Vec::new();
            self.so_far(&mut bytes).map_err(|error| self.failure(error))?;
            self.state = State::Kept(bytes);
            return Ok(());
        };
        let folder = self.place.parent().unwrap_or(Path::new("")).to_path_buf();
        let created = fs::create_dir_all(&folder).and_then(|()| fs::File::create(beside));
        let mut file = created.map_err(|error| Failure::File(folder, error))?;
        self.so_far(&mut file).map_err(|error| self.failure(error))?;
        self.state = State::Beside(file);
        Ok(())
    }

    fn so_far(&self, to: &mut impl Write) -> io::Result<()> {
        if self.length > 0 {
            io::copy(&mut fs::File::open(&self.place)?.take(self.length), to)?;
        }
        Ok(())
    }

    fn failure(&self, error: io::Error) -> Failure {
        Failure::File(self.place.clone(), error)
    }
}

/// A build that is given up leaves nothing beside the places of its files, whichever step of it failed.
impl Drop for Wanted {
    fn drop(&mut self) {
        // Where nothing was written there is nothing to remove, and that is no failure.
        self.beside.iter().for_each(|beside| drop(fs::remove_file(beside)));
    }
}

/// The file goes on with these bytes. It is not read as a whole: of 10,000 tables it has 60 MB.
fn goes_on(file: &mut fs::File, bytes: &[u8]) -> io::Result<bool> {
    let mut part = vec![0; bytes.len().min(1 << 16)];
    for wanted in bytes.chunks(part.len().max(1)) {
        let Some(found) = part.get_mut(..wanted.len()) else { return Ok(false) };
        file.read_exact(found)?;
        if found != wanted {
            return Ok(false);
        }
    }
    Ok(true)
}
