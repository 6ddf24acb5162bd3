//! The full screen: keys to use cases, reports to the screen.
//!
//! Input becomes an action before any screen sees it; `update` changes the model and returns effects as data;
//! `perform` carries them out; `view` reads the model and draws.

mod action;
mod canvas;
mod effect;
mod glyphs;
mod hints;
mod hit;
mod input;
mod kept_frame;
mod keymap;
mod look;
mod message;
mod model;
mod overlay;
mod perform;
mod place;
mod runtime;
mod screen;
mod signals;
mod state;
mod terminal;
mod theme;
mod update;
mod view;
mod visits;
mod widget;
mod workshop;

pub use action::{ACTIONS, Action, Row, Scope};
pub use keymap::{Keymap, KeymapError};
pub use runtime::run;

#[cfg(test)]
mod tests;
