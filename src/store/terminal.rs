//! The terminal as the system tells of it: its width, its locale, whether it can place the cursor.

use super::env;

/// Columns of the terminal that standard output, error or input is; `None` if none of them is one.
pub fn columns() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)).filter(|&columns| columns > 0)
}

/// Whether the locale names an encoding other than UTF-8. One that names nothing says nothing.
pub fn is_ascii() -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(env::text);
    named.is_some_and(|locale| !is_utf8_locale(&locale))
}

/// Whether colour is not wanted: `NO_COLOR` is set to anything.
pub fn refuses_colour() -> bool {
    env::var("NO_COLOR").is_some()
}

/// Whether the terminal says that it can do nothing but print.
pub fn is_dumb() -> bool {
    env::text("TERM").is_some_and(|kind| kind == "dumb")
}

fn is_utf8_locale(locale: &str) -> bool {
    let locale = locale.to_ascii_lowercase();
    locale.ends_with("utf-8")
        || locale.ends_with("utf8")
        || locale.contains("utf-8@")
        || locale.contains("utf8@")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_name_their_encoding_after_the_dot() {
        for (locale, utf8) in [
            ("en_GB.UTF-8", true),
            ("C.utf8", true),
            ("de_DE.UTF-8@euro", true),
            ("C", false),
            ("POSIX", false),
            ("de_DE.ISO-8859-15", false),
        ] {
            assert_eq!(is_utf8_locale(locale), utf8, "{locale}");
        }
    }
}
