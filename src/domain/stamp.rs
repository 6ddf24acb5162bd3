//! Who wrote an event, and its place in the one order that all devices agree on.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// A device's name in the journal: 26 characters of `0-9A-Z`, random.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DeviceId([u8; LENGTH]);

/// How many characters it has.
const LENGTH: usize = 26;

impl DeviceId {
    /// Reads 26 characters of `0-9A-Z`.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes: [u8; LENGTH] = text.as_bytes().try_into().ok()?;
        bytes.iter().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()).then_some(Self(bytes))
    }
}

impl fmt::Display for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(str::from_utf8(&self.0).unwrap_or_default())
    }
}

impl fmt::Debug for DeviceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// As one piece: a form that is read byte by byte would take longer than all else about an event.
impl Serialize for DeviceId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for DeviceId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let bytes = <&'de [u8]>::deserialize(deserializer)?;
        bytes.try_into().map(Self).map_err(|_| de::Error::invalid_length(bytes.len(), &"26 characters"))
    }
}

/// An event's name: its device, and that device's own count, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId {
    /// Who wrote it.
    pub device: DeviceId,
    /// The device's own count, without holes.
    pub seq: u64,
}

impl EventId {
    /// Reads `DEVICE:SEQ`.
    pub fn parse(text: &str) -> Option<Self> {
        let (device, seq) = text.split_once(':')?;
        Some(Self { device: DeviceId::parse(device)?, seq: seq.parse().ok()? })
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.device, self.seq)
    }
}

/// An event's place in the order of all events: Lamport number, then device, then the device's count.
///
/// The wall clock has no say, so a clock that is years fast can never make an old status win.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Stamp {
    /// One more than the largest number seen when the event was written.
    pub lamport: u64,
    /// The event.
    pub event: EventId,
}

/// A value of which the newest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stamped<T> {
    /// When it was set, in the order of events.
    pub stamp: Stamp,
    /// What it was set to.
    pub value: T,
}

impl<T> Stamped<T> {
    /// Puts `new` into `slot` unless a newer value stands there.
    pub fn set(slot: &mut Option<Self>, new: Self) {
        if slot.as_ref().is_none_or(|old| old.stamp < new.stamp) {
            *slot = Some(new);
        }
    }
}
