//! A folder, watched: each file that is put there or changed.

use crate::complain;
use anyhow::{Context, Result};
use notify_debouncer_mini::notify::RecursiveMode;
use notify_debouncer_mini::{DebounceEventResult, DebouncedEventKind, new_debouncer};
use std::collections::BTreeMap;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::{Duration, SystemTime};

/// How long a file must rest before it is read: programs write in several steps.
const REST: Duration = Duration::from_millis(300);

/// What tells a file from an earlier state of it.
type State = (u64, Option<SystemTime>);

/// Calls `changed` with each file below `folder` that is new or has changed, until the program is interrupted.
pub(super) fn watch(folder: &Path, mut changed: impl FnMut(&Path) -> Result<()>) -> Result<()> {
    let (sender, receiver) = channel::<DebounceEventResult>();
    let mut debouncer = new_debouncer(REST, sender)?;
    let cannot = || format!("cannot watch {}", folder.display());
    debouncer.watcher().watch(folder, RecursiveMode::Recursive).with_context(cannot)?;
    let mut known = present(folder)?;
    if io::stderr().is_terminal() {
        complain(format_args!("watching {}; end with Ctrl-C", folder.display()));
    }
    for events in receiver {
        for event in events?.into_iter().filter(|e| e.kind == DebouncedEventKind::Any) {
            let Some(state) = state(&event.path) else { continue };
            // That a file was read is an event, too.
            if known.insert(event.path.clone(), state) != Some(state) {
                changed(&event.path)?;
            }
        }
    }
    Ok(())
}

/// The files that are there already.
fn present(folder: &Path) -> Result<BTreeMap<PathBuf, State>> {
    let pattern = Path::new(&glob::Pattern::escape(&folder.to_string_lossy())).join("**").join("*");
    let files = glob::glob(&pattern.to_string_lossy())?.filter_map(Result::ok);
    Ok(files.filter_map(|path| state(&path).map(|state| (path, state))).collect())
}

/// The state of a file that is to be read; none of what is no file, hidden or an editor's own.
fn state(path: &Path) -> Option<State> {
    let name = path.file_name()?.to_str()?;
    let metadata = path.metadata().ok().filter(|m| m.is_file() && !name.starts_with('.') && !name.ends_with('~'))?;
    Some((metadata.len(), metadata.modified().ok()))
}
