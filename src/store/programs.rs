//! The learner's own programs: an editor for text, an opener for addresses.

use std::fs;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use super::env;

/// The longest text that is taken back from an editor, in bytes.
const LARGEST: u64 = 64 * 1024;

/// Lets the learner edit `text` in `$VISUAL` or `$EDITOR` (else `vi`, on Windows `notepad`), and gives what they
/// left; `None` if the editor ended with an error.
///
/// # Errors
/// Fails if the editor cannot be started or the text not be read back.
pub fn edit(text: &str) -> io::Result<Option<String>> {
    let mut file = tempfile::Builder::new().prefix("milepost-").suffix(".md").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let fallback = if cfg!(windows) { "notepad" } else { "vi" };
    let editor = ["VISUAL", "EDITOR"].into_iter().find_map(env::text).unwrap_or_else(|| fallback.to_owned());
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or(fallback);
    let ended = Command::new(program).args(words).arg(file.path()).status().map_err(|error| {
        io::Error::new(error.kind(), format!("cannot start the editor `{program}`: {error}"))
    })?;
    if !ended.success() {
        return Ok(None);
    }
    if fs::metadata(file.path())?.len() > LARGEST {
        return Err(io::Error::other("the note is longer than 64 KiB"));
    }
    fs::read_to_string(file.path()).map(Some)
}

/// Opens an address in the learner's browser, as one argument and through no shell. The caller has checked that it
/// is http or https.
///
/// # Errors
/// Fails if no opener can be started.
pub fn open(address: &str) -> io::Result<()> {
    let mut last = io::Error::new(io::ErrorKind::NotFound, "there is no program to open addresses with");
    for mut command in open::commands(address) {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        match command.spawn() {
            Ok(_) => return Ok(()),
            Err(error) => last = error,
        }
    }
    Err(last)
}
