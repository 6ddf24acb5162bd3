//! How the released program is linked: whole, so that no shared library is looked up and bound when it starts.
//!
//! That saves two fifths of the instructions of a `milepost today` whose page is kept. rustc's own way to it,
//! `-C target-feature=+crt-static`, is closed to a build that names no target, since it would reach procedural macros
//! too. So the linker is asked here, for the program alone, and only where its manner is known: a release for the
//! machine's own x86-64 Linux with glibc, by rustc's own choice of linker, its static libraries installed. Everywhere
//! else the program is linked as usual. It stays position independent either way.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// What the program would share: the names under which the linker looks for it first.
const SHARED: [&str; 3] = ["libgcc_s.a", "libm.a", "libc.a"];

/// The archives that hold the same; they need one another, so the linker goes over them as a group.
const ARCHIVES: [&str; 4] = ["libgcc_eh.a", "libgcc.a", "libm.a", "libc.a"];

/// Without the last, a function that glibc may lack would be called at address nought instead of being found missing.
const ARGUMENTS: [&str; 2] = ["-static-pie", "-Wl,-z,nodynamic-undefined-weak"];

/// Where glibc knows of it, the addresses that are set when the program starts are listed in a thirtieth of the room.
const PACKED: &str = "-Wl,-z,pack-relative-relocs";

/// The first glibc that knows of it.
const PACKS_FROM: (u32, u32) = (2, 36);

/// Asks cargo to link the program whole, if that can be done here; `out` is the build script's folder.
///
/// # Errors
/// Fails if the folder cannot be written.
pub fn link(out: &Path) -> io::Result<()> {
    let Some(archives) = is_known().then(archives).flatten() else { return Ok(()) };
    let folder = out.join("whole");
    fs::create_dir_all(&folder)?;
    let paths: Vec<String> = archives.iter().map(|path| path.display().to_string()).collect();
    let script = format!("GROUP ( {} )\n", paths.join(" "));
    SHARED.iter().try_for_each(|name| fs::write(folder.join(name), &script))?;
    println!("cargo::rustc-link-arg-bins=-L{}", folder.display());
    let packed = glibc().filter(|version| *version >= PACKS_FROM).map(|_| PACKED);
    ARGUMENTS
        .into_iter()
        .chain(packed)
        .for_each(|argument| println!("cargo::rustc-link-arg-bins={argument}"));
    Ok(())
}

/// The version of glibc that is installed, if it tells.
fn glibc() -> Option<(u32, u32)> {
    let said = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?.stdout;
    let said = String::from_utf8(said).ok()?;
    let (major, minor) = said.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// Whether this is a build whose linker is known.
fn is_known() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    is("PROFILE", "release")
        && is("HOST", "x86_64-unknown-linux-gnu")
        && is("TARGET", "x86_64-unknown-linux-gnu")
        && env::var_os("RUSTC_LINKER").is_none()
        && env::var("CARGO_ENCODED_RUSTFLAGS").is_ok_and(|flags| flags.is_empty())
}

/// Where the C compiler, which rustc links with, has the archives; `None` if one is not installed.
fn archives() -> Option<Vec<PathBuf>> {
    let place = |name: &&str| {
        let said = Command::new("cc").arg(format!("-print-file-name={name}")).output().ok()?.stdout;
        let path = PathBuf::from(String::from_utf8(said).ok()?.trim());
        // A name that is not found comes back as it was asked for.
        path.is_absolute().then(|| path.canonicalize().ok()).flatten()
    };
    ARCHIVES.iter().map(place).collect()
}
