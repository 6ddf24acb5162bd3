//! The only code that touches disk, clock, environment, randomness and other programs.

#![expect(clippy::disallowed_methods, reason = "this is the layer that they are kept to")]

pub mod atomic;
pub mod clock;
pub mod config;
pub mod device;
pub mod env;
pub mod folder;
pub mod journal;
mod kept;
pub mod memory_cache;
mod nofollow;
pub mod page_cache;
pub mod paths;
pub mod programs;
pub mod roadmap_files;
pub mod target;
pub mod terminal;
pub mod timer;

pub use device::DeviceError;
pub use paths::{Paths, PathsError};
