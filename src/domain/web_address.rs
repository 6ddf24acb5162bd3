//! Which addresses may stand in a roadmap, and be opened.

use fluent_uri::Uri;

/// The longest address that is taken, in bytes.
const LONGEST: usize = 2083;

/// Whether `text` is a whole https address (or http, where `plain` allows it) with a host and no user part.
pub fn is_web_address(text: &str, plain: bool) -> bool {
    let Ok(uri) = Uri::parse(text) else { return false };
    let scheme = uri.scheme().as_str();
    let known = scheme.eq_ignore_ascii_case("https") || (plain && scheme.eq_ignore_ascii_case("http"));
    let host = uri.authority().is_some_and(|at| !at.host().is_empty() && at.userinfo().is_none());
    known && host && text.len() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_with_a_plain_host_passes() {
        for good in ["https://example.org", "https://a.example/b?c=d#e", "https://[::1]:8080/"] {
            assert!(is_web_address(good, false), "{good}");
        }
        for bad in [
            "http://example.org",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://good@evil.example",
            "https://",
            "//x",
            "-x",
            "https://a b",
            "https://a/\u{1b}\\",
            "https://b\u{fc}cher.example",
        ] {
            assert!(!is_web_address(bad, false), "{bad}");
        }
        assert!(is_web_address("http://example.org", true));
    }
}
