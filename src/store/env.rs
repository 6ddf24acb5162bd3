//! The one place where the environment is read.

use std::ffi::OsString;

/// The variable's value; one that is set to nothing counts as not set.
pub fn var(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}
