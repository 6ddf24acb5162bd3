//! The only code that touches disk, clock, environment, randomness and other programs.

pub mod atomic;
pub mod clock;
pub mod config;
pub mod device;
pub mod env;
mod fold_cache;
pub mod folder;
pub mod journal;
mod nofollow;
pub mod paths;
pub mod programs;
pub mod roadmap_files;
pub mod terminal;

pub use device::DeviceError;
pub use paths::{Paths, PathsError};
