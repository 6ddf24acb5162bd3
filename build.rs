//! Compiles the shipped roadmap into the program; a fault in it fails the build.
//!
//! The checker is the one that `milepost check` runs, taken in by path.

#![expect(dead_code, unused_imports, reason = "the build needs only a part of the modules that it takes in")]
#![expect(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "a build script reads, writes and speaks for itself; the program's rules are for the program"
)]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

#[path = "src/domain/mod.rs"]
mod domain;
#[path = "src/format/roadmap/mod.rs"]
mod roadmap;
#[path = "build/whole.rs"]
mod whole;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=roadmaps");
    println!("cargo::rerun-if-changed=src/domain");
    println!("cargo::rerun-if-changed=src/format/roadmap");
    println!("cargo::rerun-if-changed=build");
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), String> {
    let mut files = Vec::new();
    gather(Path::new("roadmaps"), &mut files).map_err(|error| format!("roadmaps: {error}"))?;
    files.sort();
    let sources: Vec<roadmap::Source> = files.iter().map(|path| source(path)).collect();
    let read = roadmap::read(None, &sources);
    if !read.defects.is_empty() {
        let shown = read.defects.iter().map(|defect| roadmap::excerpt(&sources, defect).to_string());
        return Err(shown.collect::<Vec<_>>().join("\n"));
    }
    let roadmap = read.roadmap.ok_or("the shipped roadmap was refused without a defect")?;
    let bytes = roadmap::encode(&roadmap).map_err(|error| error.to_string())?;
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    fs::write(out.join("roadmap.bin"), bytes).map_err(|error| error.to_string())?;
    whole::link(&out).map_err(|error| error.to_string())
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    Ok(())
}

fn source(path: &Path) -> roadmap::Source {
    let name = path.display().to_string();
    match fs::read(path) {
        Ok(bytes) => roadmap::Source::new(&name, bytes),
        Err(error) => roadmap::Source::unreadable(&name, &error.to_string()),
    }
}
