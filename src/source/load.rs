//! A model's files: the root and what its `include:` names.

use std::collections::{BTreeSet, VecDeque};
use std::path::{Path, PathBuf};

use super::{Node, NodeKind, SourceId, Sources, Span, Spanned, yaml};
use crate::diagnostics::{Code, Diagnostic};

/// A file larger than this is not a model.
const LARGEST_FILE: u64 = 64 << 20;

/// Reads the root file and, in the order of their names, the files it includes; an included file may include others.
/// A file that cannot be read is a finding and stands in the result as an empty text.
pub fn load(root: &Path) -> (Sources, Vec<Diagnostic>) {
    let mut loader = Loader::default();
    loader.add(root, None);
    while let Some((id, path)) = loader.waiting.pop_front() {
        loader.follow_includes(id, &path);
    }
    (loader.sources, loader.findings)
}

#[derive(Default)]
struct Loader {
    sources: Sources,
    findings: Vec<Diagnostic>,
    seen: BTreeSet<PathBuf>,
    waiting: VecDeque<(SourceId, PathBuf)>,
}

impl Loader {
    fn add(&mut self, path: &Path, named_at: Option<Span>) {
        if !self.seen.insert(path.canonicalize().unwrap_or_else(|_| path.to_owned())) {
            return;
        }
        let shown = path.display().to_string();
        let text = read(path);
        let failed = text.as_ref().err().cloned();
        let id = self.sources.add(shown.clone(), text.unwrap_or_default());
        match failed {
            Some(reason) => {
                let place = named_at.unwrap_or(Span::new(id, 0, 0));
                self.findings.push(reason.finding(place, &shown));
            }
            None => self.waiting.push_back((id, path.to_owned())),
        }
    }

    fn follow_includes(&mut self, id: SourceId, path: &Path) {
        let Some(patterns) = self.sources.get(id).filter(|source| may_include(&source.text)).map(yaml::parse) else {
            return;
        };
        let directory = path.parent().unwrap_or(Path::new(""));
        for pattern in patterns.0.as_ref().map(includes).unwrap_or_default() {
            self.follow(directory, &pattern);
        }
    }

    fn follow(&mut self, directory: &Path, pattern: &Spanned<String>) {
        let directory = glob::Pattern::escape(&directory.display().to_string());
        let whole = Path::new(&directory).join(&pattern.value).display().to_string();
        let found: Vec<PathBuf> = match glob::glob(&whole) {
            Ok(paths) => paths.flatten().filter(|path| path.is_file()).collect(),
            Err(error) => {
                let message = format!("`{}` is not a pattern: {}", pattern.value, error.msg);
                self.findings
                    .push(Diagnostic::new(Code::IncludeFindsNothing, pattern.span, message).help(INCLUDE_HELP));
                return;
            }
        };
        if found.is_empty() {
            let message = format!("`{}` matches no file", pattern.value);
            self.findings.push(Diagnostic::new(Code::IncludeFindsNothing, pattern.span, message).help(INCLUDE_HELP));
        }
        found.iter().for_each(|path| self.add(path, Some(pattern.span)));
    }
}

const INCLUDE_HELP: &str = "a path or a pattern such as `schema/*.yaml`, from the folder of the file that includes it";

/// Saves reading a large file twice: a file that includes says so at the start of a line, or in braces.
fn may_include(text: &str) -> bool {
    let starts = |line: &str| ["include", "\"include", "'include"].iter().any(|key| line.starts_with(key));
    text.trim_start().starts_with('{') || text.lines().any(starts)
}

fn includes(root: &Node) -> Vec<Spanned<String>> {
    let NodeKind::Mapping(entries) = &root.kind else { return Vec::new() };
    let Some((_, value)) = entries.iter().find(|(key, _)| key.value == "include") else { return Vec::new() };
    let items = match &value.kind {
        NodeKind::Sequence(items) => items.as_slice(),
        _ => std::slice::from_ref(value),
    };
    items.iter().filter_map(text).collect()
}

fn text(node: &Node) -> Option<Spanned<String>> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some(Spanned::new(text.clone(), node.span)),
        _ => None,
    }
}

#[derive(Clone)]
enum Unreadable {
    TooLarge,
    NotText,
    Failed(String),
}

impl Unreadable {
    fn finding(self, place: Span, path: &str) -> Diagnostic {
        match self {
            Self::TooLarge => Diagnostic::new(Code::TooLarge, place, format!("`{path}` is larger than 64 MiB"))
                .help("split the model with `include:`, or check that this is the file you meant"),
            Self::NotText => Diagnostic::new(Code::FileUnreadable, place, format!("`{path}` is not UTF-8 text"))
                .help("save it as UTF-8"),
            Self::Failed(reason) => {
                Diagnostic::new(Code::FileUnreadable, place, format!("`{path}` cannot be read: {reason}"))
                    .help("check the path; `schemagen init` writes a model to start from")
            }
        }
    }
}

fn read(path: &Path) -> Result<String, Unreadable> {
    let failed = |error: std::io::Error| Unreadable::Failed(reason(&error));
    let metadata = path.metadata().map_err(failed)?;
    if metadata.is_dir() {
        return Err(Unreadable::Failed("it is a folder".to_owned()));
    }
    if metadata.len() > LARGEST_FILE {
        return Err(Unreadable::TooLarge);
    }
    String::from_utf8(std::fs::read(path).map_err(failed)?).map_err(|_| Unreadable::NotText)
}

/// The system's words without its error number.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
