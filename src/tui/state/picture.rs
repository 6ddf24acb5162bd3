//! What the picture of the road remembers: how near one looks, how much of the road shows, which part is in sight.

use super::viewport::Viewport;
use crate::app::page::Shown;
use crate::export::cells::Zoom;

/// What the picture of the road remembers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// How near one looks.
    pub zoom: Zoom,
    /// How much of the road it shows.
    pub shown: Shown,
    /// Which part is in sight.
    pub viewport: Viewport,
    /// What was brought into sight last: the box in focus, and the room that there was.
    pub followed: Option<(usize, (i32, i32))>,
}

impl State {
    /// Looks from nearer; `false` if it is as near as it can be.
    pub fn nearer(&mut self) -> bool {
        let next = match self.zoom {
            Zoom::Far => Zoom::Middle,
            Zoom::Middle | Zoom::Near => Zoom::Near,
        };
        std::mem::replace(&mut self.zoom, next) != next
    }

    /// Looks from farther away; from a skill's own way it goes on to the whole road. `false` at the end.
    pub fn farther(&mut self) -> bool {
        let before = *self;
        match (self.zoom, self.shown) {
            (Zoom::Near, _) => self.zoom = Zoom::Middle,
            (_, Shown::Way(_)) => self.shown = Shown::Whole,
            _ => self.zoom = Zoom::Far,
        }
        *self != before
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SkillIx;

    #[test]
    fn from_a_skills_way_one_steps_back_to_the_whole_road_and_then_to_its_stations() {
        let mut state = State { zoom: Zoom::Near, shown: Shown::Way(SkillIx(3)), ..State::default() };
        let mut seen = Vec::new();
        while state.farther() {
            seen.push((state.zoom, state.shown));
        }
        assert_eq!(
            seen,
            [(Zoom::Middle, Shown::Way(SkillIx(3))), (Zoom::Middle, Shown::Whole), (Zoom::Far, Shown::Whole)]
        );
        assert!(state.nearer() && state.nearer() && !state.nearer());
        assert_eq!(state.zoom, Zoom::Near);
    }
}
