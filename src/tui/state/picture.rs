//! What the picture of the road remembers: how near one looks, how much of the road shows, which part is in sight.

use super::viewport::Viewport;
use crate::app::page::Shown;
use crate::export::cells::Zoom;
use crate::tui::hit::Target;

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
    /// Where the left button holds it.
    pub grip: Option<Grip>,
}

/// Where the left button holds the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grip {
    /// What it went down on.
    target: Target,
    /// Column and row of the screen.
    at: (u16, u16),
    /// What was in sight then.
    from: Viewport,
    /// Whether the pointer moved since.
    dragged: bool,
}

/// The smallest pane that has room for the small map.
const ROOMY: (i32, i32) = (60, 16);

/// The most columns and rows that the small map takes.
const SMALL: (u16, u16) = (20, 7);

/// The most columns and rows that the small map takes in a room, while not all of the road is in sight and there is
/// room.
pub fn small_in(room: (i32, i32), whole: (i32, i32)) -> Option<(u16, u16)> {
    let all = whole.0 <= room.0 && whole.1 <= room.1;
    let roomy = room.0 >= ROOMY.0 && room.1 >= ROOMY.1;
    (roomy && !all)
        .then(|| (u16::try_from(room.0 / 4).map_or(SMALL.0, |quarter| SMALL.0.min(quarter)), SMALL.1))
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

    /// Takes hold of it at a cell of the screen, on what stands there.
    pub fn take_hold(&mut self, target: Target, at: (u16, u16)) {
        self.grip = Some(Grip { target, at, from: self.viewport, dragged: false });
    }

    /// Moves with the pointer, so that what was taken hold of stays under it as far as the picture goes. Held by the
    /// small map, the part in sight is the one under the pointer, and the same steps beyond its frame: `scaled` says
    /// how many columns and rows of the picture its cells stand for.
    pub fn drag(
        &mut self,
        to: (u16, u16),
        (room, whole): ((i32, i32), (i32, i32)),
        scaled: impl Fn((i32, i32)) -> (i32, i32),
    ) {
        let Some(grip) = &mut self.grip else { return };
        let by = |from: u16, to: u16| i32::from(to) - i32::from(from);
        let (across, down) = (by(grip.at.0, to.0), by(grip.at.1, to.1));
        grip.dragged |= grip.at != to;
        if let Target::Part(x, y) = grip.target {
            let (columns, rows) = scaled((across, down));
            self.viewport.centre((x + columns, y + rows), room, whole);
        } else {
            self.viewport = grip.from;
            self.viewport.pan((-across, -down), room, whole);
        }
    }

    /// Lets go of it. Gives what was clicked, if it was not dragged.
    pub fn let_go(&mut self) -> Option<Target> {
        self.grip.take().filter(|grip| !grip.dragged).map(|grip| grip.target)
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

    #[test]
    fn what_is_held_stays_under_the_pointer_and_is_clicked_only_if_nothing_moved() {
        let (room, whole) = ((40, 10), (200, 50));
        let unscaled = |by| by;
        let mut state = State { viewport: Viewport { x: 100, y: 20 }, ..State::default() };
        state.take_hold(Target::Box(7), (30, 8));
        for (to, sight) in
            [((20, 8), (110, 20)), ((20, 5), (110, 23)), ((39, 0), (91, 28)), ((30, 8), (100, 20))]
        {
            state.drag(to, (room, whole), unscaled);
            assert_eq!((state.viewport.x, state.viewport.y), sight, "{to:?}");
        }
        assert_eq!(state.let_go(), None, "back where it began, but dragged");
        state.drag((0, 0), (room, whole), unscaled);
        assert_eq!((state.viewport.x, state.viewport.y), (100, 20), "nothing is held");
        state.take_hold(Target::Box(7), (30, 8));
        state.drag((30, 8), (room, whole), unscaled);
        assert_eq!((state.let_go(), state.let_go()), (Some(Target::Box(7)), None));
    }
}
