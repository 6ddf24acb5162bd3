//! The one place where the environment is read.

use std::ffi::OsString;

/// The variable's value; one that is set to nothing counts as not set.
pub fn var(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// The variable's value as text; one that is not Unicode counts as not set.
pub fn text(name: &str) -> Option<String> {
    var(name)?.into_string().ok()
}
