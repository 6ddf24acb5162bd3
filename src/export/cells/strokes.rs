//! Lines in a window: what each adds to a cell's arms, and how cells where lines meet or cross are drawn.

use super::grid::{Grid, Ink, Light, Paint, Window};
use super::joins::{Arms, Weight};

/// The lines in one cell.
#[derive(Clone, Copy, Default)]
struct Stroke {
    arms: Arms,
    /// The brightest that runs to the left or the right.
    across: Option<Light>,
    /// The brightest that runs up or down.
    upright: Option<Light>,
    /// Whether one of them turns here, so that those that meet here belong together.
    turned: bool,
}

/// The lines in a window.
pub struct Strokes {
    window: Window,
    cells: Vec<Stroke>,
}

impl Strokes {
    /// No lines yet.
    pub fn new(window: Window) -> Self {
        let cells = usize::from(window.width) * usize::from(window.height);
        Self { window, cells: vec![Stroke::default(); cells] }
    }

    /// Adds a line through these points, each in one row or one column with the next. It begins at a box to its left
    /// and ends at one to its right.
    pub fn add(&mut self, points: &[(i32, i32)], weight: Weight, light: Light) {
        let mut upright = false;
        for pair in points.windows(2).filter(|pair| pair[0] != pair[1]) {
            let turns = (pair[0].0 == pair[1].0) != upright;
            upright = pair[0].0 == pair[1].0;
            if turns {
                self.turn(pair[0]);
            }
            self.run(pair[0], pair[1], weight, light);
        }
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
        self.arm(first, [false, false, false, true], weight, light);
        self.arm(last, [false, true, false, false], weight, light);
        if upright {
            self.turn(last);
        }
    }

    /// Adds a straight part from the middle of one cell to the middle of another.
    fn run(&mut self, from: (i32, i32), to: (i32, i32), weight: Weight, light: Light) {
        let (left, right) = (from.0.min(to.0), from.0.max(to.0));
        let (top, bottom) = (from.1.min(to.1), from.1.max(to.1));
        let window = self.window;
        for y in top.max(window.y)..=bottom.min(window.bottom() - 1) {
            for x in left.max(window.x)..=right.min(window.right() - 1) {
                self.arm((x, y), [y > top, x < right, y < bottom, x > left], weight, light);
            }
        }
    }

    fn arm(&mut self, (x, y): (i32, i32), sides: [bool; 4], weight: Weight, light: Light) {
        let Some(place) = self.window.place(x, y) else { return };
        let cell = &mut self.cells[place];
        cell.arms = cell.arms.and(Arms::of(weight, sides));
        let [up, right, down, left] = sides;
        if left || right {
            cell.across = cell.across.max(Some(light));
        }
        if up || down {
            cell.upright = cell.upright.max(Some(light));
        }
    }

    fn turn(&mut self, (x, y): (i32, i32)) {
        if let Some(place) = self.window.place(x, y) {
            self.cells[place].turned = true;
        }
    }

    /// Draws them. Where two lines cross that have nothing to do with one another, the brighter one is drawn whole and
    /// the other goes under it; of two alike it is the upright one, as the gap beside it is the smaller. So every
    /// glyph with three arms or four is a join.
    pub fn draw(&self, grid: &mut Grid, ascii: bool) {
        let columns = usize::from(self.window.width).max(1);
        for (i, cell) in self.cells.iter().enumerate().filter(|(_, cell)| !cell.arms.is_empty()) {
            let (x, y) = (self.window.x + (i % columns) as i32, self.window.y + (i / columns) as i32);
            let crossing = !cell.turned && cell.across.is_some() && cell.upright.is_some();
            let arms = match crossing {
                true if cell.across > cell.upright => cell.arms.across(),
                true => cell.arms.upright(),
                false => cell.arms,
            };
            let light = cell.across.max(cell.upright).unwrap_or_default();
            grid.put(x, y, arms.glyph(ascii), Paint::new(Ink::Line, light));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Window = Window { x: 0, y: 0, width: 9, height: 5 };

    type Points = &'static [(i32, i32)];

    fn drawn(lines: &[(Points, Weight, Light)]) -> Vec<String> {
        let mut strokes = Strokes::new(WINDOW);
        for (points, weight, light) in lines {
            strokes.add(points, *weight, *light);
        }
        let mut grid = Grid::new(WINDOW);
        strokes.draw(&mut grid, false);
        grid.to_string().lines().map(str::to_owned).collect()
    }

    const OVER: Points = &[(0, 2), (8, 2)];
    const DOWN: Points = &[(0, 0), (4, 0), (4, 4), (8, 4)];

    #[test]
    fn lines_that_begin_together_share_a_trunk_and_part_with_a_join() {
        use {Light::Normal, Weight::Light as L};
        let straight: Points = &[(0, 0), (8, 0)];
        assert_eq!(
            drawn(&[
                (straight, L, Normal),
                (DOWN, L, Normal),
                (&[(0, 0), (4, 0), (4, 2), (8, 2)], L, Normal)
            ]),
            ["────┬────", "    │", "    ├────", "    │", "    ╰────"]
        );
        assert_eq!(drawn(&[(&[(3, 1)], L, Normal)])[1], "   ─", "between two boxes a cell apart");
        assert_eq!(
            drawn(&[(&[(2, 0), (2, 3)], L, Normal)])[..4],
            ["  ╮", "  │", "  │", "  ╰"],
            "a line can turn where it begins"
        );
    }

    #[test]
    fn where_lines_cross_the_brighter_one_is_whole_or_else_the_upright_one() {
        let heavy = |points| (points, Weight::Heavy, Light::Bright);
        let dim = |points| (points, Weight::Light, Light::Dim);
        assert_eq!(drawn(&[heavy(OVER), dim(DOWN)]), ["────╮", "    │", "━━━━━━━━━", "    │", "    ╰────"]);
        assert_eq!(drawn(&[dim(OVER), heavy(DOWN)]), ["━━━━┓", "    ┃", "────┃────", "    ┃", "    ┗━━━━"]);
        assert_eq!(drawn(&[dim(OVER), dim(DOWN)])[2], "────│────");
        let crossed: Points = &[(0, 2), (4, 2), (4, 1), (8, 1)];
        assert_eq!(drawn(&[dim(OVER), dim(crossed), dim(DOWN)])[1..3], ["    ├────", "────┼────"], "a join");
    }

    #[test]
    fn what_is_out_of_sight_is_cut() {
        let far: Points = &[(-5000, -3), (2, -3), (2, 3), (9000, 3)];
        assert_eq!(drawn(&[(far, Weight::Dotted, Light::Normal)]), ["  ┆", "  ┆", "  ┆", "  ╰┄┄┄┄┄┄", ""]);
    }
}
