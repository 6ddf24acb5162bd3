//! How the store opens files: for their owner only, never through a link, never anything but a regular file.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Opens a regular file for reading.
///
/// # Errors
/// As `open(2)`; [`io::ErrorKind::InvalidInput`] if it is a link, a folder, a pipe or a device.
pub(crate) fn read(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().read(true))
}

/// Opens a regular file for reading and for writing at its end, made with mode 0600 if there is none.
///
/// # Errors
/// As [`read`].
pub(crate) fn append(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().read(true).append(true).create(true))
}

/// Opens a regular file for reading and for writing in place, made with mode 0600 if there is none.
///
/// # Errors
/// As [`read`].
pub(crate) fn update(path: &Path) -> io::Result<File> {
    open(path, OpenOptions::new().read(true).write(true).create(true).truncate(false))
}

fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    guard(path, options)?;
    let file = options.open(path).map_err(|error| if is_link(&error) { refused("a link") } else { error })?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(refused("not a regular file")) }
}

fn refused(why: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, why)
}

/// The mode is given at opening, not afterwards, so that there is no moment at which others may read; a pipe must
/// not make the opening wait.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it may fail")]
fn guard(_: &Path, options: &mut OpenOptions) -> io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;

    use rustix::fs::OFlags;
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    options.mode(0o600).custom_flags(flags.bits().cast_signed());
    Ok(())
}

#[cfg(not(unix))]
fn guard(path: &Path, _: &mut OpenOptions) -> io::Result<()> {
    match path.symlink_metadata() {
        Ok(found) if !found.is_file() => Err(refused("a link, or not a regular file")),
        _ => Ok(()),
    }
}

/// Whether opening failed because a link stands there: `ELOOP`, or `EMLINK` on FreeBSD.
#[cfg(unix)]
fn is_link(error: &io::Error) -> bool {
    use rustix::io::Errno;
    [Errno::LOOP, Errno::MLINK].map(|errno| Some(errno.raw_os_error())).contains(&error.raw_os_error())
}

#[cfg(not(unix))]
fn is_link(_: &io::Error) -> bool {
    false
}

/// Makes a folder with mode 0700, and those above it, so that they are there after a power cut.
///
/// # Errors
/// As `mkdir(2)` and `fsync(2)`.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    let made = make_folder_unsynced(path)?;
    made.iter().filter_map(|folder| folder.parent()).try_for_each(sync_folder)
}

/// The same without waiting for the disk; gives back which folders were made.
///
/// # Errors
/// As `mkdir(2)`.
pub(crate) fn make_folder_unsynced(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.is_dir() {
        return Ok(Vec::new());
    }
    let missing: Vec<PathBuf> =
        path.ancestors().take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)?;
    Ok(missing)
}

/// Waits until the folder's list of files is on the disk. Only Unix can say so.
///
/// # Errors
/// As `fsync(2)`.
pub(crate) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_a_regular_file_is_opened() {
        let room = tempfile::tempdir().unwrap();
        let (target, link) = (room.path().join("target"), room.path().join("link"));
        std::fs::write(&target, "as it was").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        for open in [read, append, update] {
            assert_eq!(open(&link).unwrap_err().kind(), io::ErrorKind::InvalidInput);
            assert!(open(&target).is_ok());
        }
        assert_eq!(read(room.path()).unwrap_err().kind(), io::ErrorKind::InvalidInput);
        assert_eq!(read(Path::new("/dev/zero")).unwrap_err().kind(), io::ErrorKind::InvalidInput);
        assert_eq!(std::fs::read_to_string(&target).unwrap(), "as it was");
    }
}
