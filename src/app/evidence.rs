//! What may be linked to a skill: an address of the web, or a path on this machine.

use std::path::Path;

use super::AppError;
use crate::domain::{Clean, is_web_address};

/// Reads what was typed as an http or https address, or as a path, which becomes a whole one.
///
/// # Errors
/// Fails if it is an address of another kind, or a path at which nothing lies.
pub fn target(typed: &str) -> Result<Clean, AppError> {
    let typed = typed.trim();
    if is_web_address(typed, true) {
        return Ok(Clean::line(typed));
    }
    if typed.contains("://") {
        return Err(AppError::usage(format!("{typed} is no http or https address"))
            .hint("an address has a host and no user name: https://github.com/you/service"));
    }
    let path = std::path::absolute(Path::new(typed)).map_err(|error| nothing(typed, &error))?;
    path.metadata().map_err(|error| nothing(typed, &error))?;
    Ok(Clean::line(&path.display().to_string()))
}

fn nothing(typed: &str, error: &std::io::Error) -> AppError {
    AppError::usage(format!("cannot link the path {typed}: {error}"))
        .hint("an address begins with https:// or http://; a path must lead to something")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_stay_as_typed_and_paths_become_whole() {
        assert_eq!(&*target(" http://ci.example/run/7 ").unwrap(), "http://ci.example/run/7");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().display().to_string();
        assert_eq!(&*target(&path).unwrap(), path);
        assert!(Path::new(&*target("Cargo.toml").unwrap()).is_absolute());
    }

    #[test]
    fn other_schemes_and_paths_to_nothing_are_refused() {
        for typed in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://good@evil.example",
            "https://",
            "no/such",
            "",
        ] {
            assert!(target(typed).is_err(), "{typed}");
        }
    }
}
