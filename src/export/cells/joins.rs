//! Lines in a cell: four arms from its middle, each with a weight, and the glyph that shows them.

/// How heavy an arm is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// There is no arm.
    #[default]
    None,
    /// What helps and blocks nothing.
    Dotted,
    /// A line as usual.
    Light,
    /// A line of the way in focus.
    Heavy,
}

/// The arms of one cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Arms {
    /// Towards the cell above.
    pub up: Weight,
    /// Towards the cell to the right.
    pub right: Weight,
    /// Towards the cell below.
    pub down: Weight,
    /// Towards the cell to the left.
    pub left: Weight,
}

/// The glyphs by the weights of the arms up, right, and then down and left together: none, light, heavy each.
/// Unicode has every one of them, and light corners also round.
const GLYPHS: [[&str; 9]; 9] = [
    [" ", "╴", "╸", "╷", "╮", "┑", "╻", "┒", "┓"],
    ["╶", "─", "╾", "╭", "┬", "┭", "┎", "┰", "┱"],
    ["╺", "╼", "━", "┍", "┮", "┯", "┏", "┲", "┳"],
    ["╵", "╯", "┙", "│", "┤", "┥", "╽", "┧", "┪"],
    ["╰", "┴", "┵", "├", "┼", "┽", "┟", "╁", "╅"],
    ["┕", "┶", "┷", "┝", "┾", "┿", "┢", "╆", "╈"],
    ["╹", "┚", "┛", "╿", "┦", "┩", "┃", "┨", "┫"],
    ["┖", "┸", "┹", "┞", "╀", "╃", "┠", "╂", "╉"],
    ["┗", "┺", "┻", "┡", "╄", "╇", "┣", "╊", "╋"],
];

impl Arms {
    /// Arms of one weight on the sides that are asked for: up, right, down, left.
    pub fn of(weight: Weight, [up, right, down, left]: [bool; 4]) -> Self {
        let arm = |there| if there { weight } else { Weight::None };
        Self { up: arm(up), right: arm(right), down: arm(down), left: arm(left) }
    }

    /// These arms and others in the same cell, the heavier of each.
    pub fn and(self, other: Self) -> Self {
        Self {
            up: self.up.max(other.up),
            right: self.right.max(other.right),
            down: self.down.max(other.down),
            left: self.left.max(other.left),
        }
    }

    /// The arms to the left and to the right alone.
    pub fn across(self) -> Self {
        Self { right: self.right, left: self.left, ..Self::default() }
    }

    /// The arms up and down alone.
    pub fn upright(self) -> Self {
        Self { up: self.up, down: self.down, ..Self::default() }
    }

    /// Whether there is no arm at all.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// The glyph that shows these arms, one cell wide.
    ///
    /// Dots are kept on a straight line; where a dotted arm meets others it is drawn light, for want of glyphs.
    pub fn glyph(self, ascii: bool) -> &'static str {
        if ascii { self.in_ascii() } else { self.in_unicode() }
    }

    fn in_unicode(self) -> &'static str {
        if self == Self::of(Weight::Dotted, [false, true, false, true]) {
            return "┄";
        }
        if self == Self::of(Weight::Dotted, [true, false, true, false]) {
            return "┆";
        }
        let digit = |weight| match weight {
            Weight::None => 0,
            Weight::Dotted | Weight::Light => 1,
            Weight::Heavy => 2,
        };
        GLYPHS[3 * digit(self.up) + digit(self.right)][3 * digit(self.down) + digit(self.left)]
    }

    fn in_ascii(self) -> &'static str {
        let (across, upright) = (self.right.max(self.left), self.up.max(self.down));
        let corner = (self.right == Weight::None) != (self.left == Weight::None)
            && (self.up == Weight::None) != (self.down == Weight::None);
        match (across, upright) {
            (Weight::None, Weight::None) => " ",
            (Weight::Dotted, Weight::None) => ".",
            (Weight::Light, Weight::None) => "-",
            (Weight::Heavy, Weight::None) => "=",
            (Weight::None, Weight::Dotted) => ":",
            (Weight::None, Weight::Light) => "|",
            (Weight::Heavy, _) | (_, Weight::Heavy) => "#",
            _ if corner && self.down == Weight::None => "'",
            _ if corner => ".",
            _ => "+",
        }
    }
}

#[cfg(test)]
mod tests;
