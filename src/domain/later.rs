//! A value that is read when it is first asked for.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// How a value is read from bytes that live as long as the program.
type Read<T> = fn(&'static [u8]) -> T;

/// A value that is read from bytes when it is first asked for, or one that is there already. Much of a road is looked
/// at a skill at a time, if at all.
#[derive(Clone)]
pub struct Later<T> {
    value: OnceLock<T>,
    from: Option<(&'static [u8], Read<T>)>,
}

impl<T> Later<T> {
    /// The value that `read` will find in these bytes.
    pub fn read_from(bytes: &'static [u8], read: Read<T>) -> Self {
        Self { value: OnceLock::new(), from: Some((bytes, read)) }
    }
}

impl<T> From<T> for Later<T> {
    fn from(value: T) -> Self {
        Self { value: OnceLock::from(value), from: None }
    }
}

impl<T> Default for Later<T> {
    fn default() -> Self {
        Self { value: OnceLock::new(), from: None }
    }
}

impl<T: Default> Deref for Later<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.get_or_init(|| self.from.map_or_else(T::default, |(bytes, read)| read(bytes)))
    }
}

/// As the value, wherever it comes from.
impl<T: Default + fmt::Debug> fmt::Debug for Later<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
