//! Every combination of arms against what Unicode calls its glyph.

use super::Weight::{Dotted, Heavy, Light};
use super::{Arms, Weight};
use crate::export::measure::width;

const WEIGHTS: [Weight; 4] = [Weight::None, Dotted, Light, Heavy];

/// The light and heavy glyphs of Unicode's box drawing block with their names, "BOX DRAWINGS" left out.
const NAMES: [(&str, &str); 80] = [
    ("─", "LIGHT HORIZONTAL"),
    ("━", "HEAVY HORIZONTAL"),
    ("│", "LIGHT VERTICAL"),
    ("┃", "HEAVY VERTICAL"),
    ("┍", "DOWN LIGHT AND RIGHT HEAVY"),
    ("┎", "DOWN HEAVY AND RIGHT LIGHT"),
    ("┏", "HEAVY DOWN AND RIGHT"),
    ("┑", "DOWN LIGHT AND LEFT HEAVY"),
    ("┒", "DOWN HEAVY AND LEFT LIGHT"),
    ("┓", "HEAVY DOWN AND LEFT"),
    ("┕", "UP LIGHT AND RIGHT HEAVY"),
    ("┖", "UP HEAVY AND RIGHT LIGHT"),
    ("┗", "HEAVY UP AND RIGHT"),
    ("┙", "UP LIGHT AND LEFT HEAVY"),
    ("┚", "UP HEAVY AND LEFT LIGHT"),
    ("┛", "HEAVY UP AND LEFT"),
    ("├", "LIGHT VERTICAL AND RIGHT"),
    ("┝", "VERTICAL LIGHT AND RIGHT HEAVY"),
    ("┞", "UP HEAVY AND RIGHT DOWN LIGHT"),
    ("┟", "DOWN HEAVY AND RIGHT UP LIGHT"),
    ("┠", "VERTICAL HEAVY AND RIGHT LIGHT"),
    ("┡", "DOWN LIGHT AND RIGHT UP HEAVY"),
    ("┢", "UP LIGHT AND RIGHT DOWN HEAVY"),
    ("┣", "HEAVY VERTICAL AND RIGHT"),
    ("┤", "LIGHT VERTICAL AND LEFT"),
    ("┥", "VERTICAL LIGHT AND LEFT HEAVY"),
    ("┦", "UP HEAVY AND LEFT DOWN LIGHT"),
    ("┧", "DOWN HEAVY AND LEFT UP LIGHT"),
    ("┨", "VERTICAL HEAVY AND LEFT LIGHT"),
    ("┩", "DOWN LIGHT AND LEFT UP HEAVY"),
    ("┪", "UP LIGHT AND LEFT DOWN HEAVY"),
    ("┫", "HEAVY VERTICAL AND LEFT"),
    ("┬", "LIGHT DOWN AND HORIZONTAL"),
    ("┭", "LEFT HEAVY AND RIGHT DOWN LIGHT"),
    ("┮", "RIGHT HEAVY AND LEFT DOWN LIGHT"),
    ("┯", "DOWN LIGHT AND HORIZONTAL HEAVY"),
    ("┰", "DOWN HEAVY AND HORIZONTAL LIGHT"),
    ("┱", "RIGHT LIGHT AND LEFT DOWN HEAVY"),
    ("┲", "LEFT LIGHT AND RIGHT DOWN HEAVY"),
    ("┳", "HEAVY DOWN AND HORIZONTAL"),
    ("┴", "LIGHT UP AND HORIZONTAL"),
    ("┵", "LEFT HEAVY AND RIGHT UP LIGHT"),
    ("┶", "RIGHT HEAVY AND LEFT UP LIGHT"),
    ("┷", "UP LIGHT AND HORIZONTAL HEAVY"),
    ("┸", "UP HEAVY AND HORIZONTAL LIGHT"),
    ("┹", "RIGHT LIGHT AND LEFT UP HEAVY"),
    ("┺", "LEFT LIGHT AND RIGHT UP HEAVY"),
    ("┻", "HEAVY UP AND HORIZONTAL"),
    ("┼", "LIGHT VERTICAL AND HORIZONTAL"),
    ("┽", "LEFT HEAVY AND RIGHT VERTICAL LIGHT"),
    ("┾", "RIGHT HEAVY AND LEFT VERTICAL LIGHT"),
    ("┿", "VERTICAL LIGHT AND HORIZONTAL HEAVY"),
    ("╀", "UP HEAVY AND DOWN HORIZONTAL LIGHT"),
    ("╁", "DOWN HEAVY AND UP HORIZONTAL LIGHT"),
    ("╂", "VERTICAL HEAVY AND HORIZONTAL LIGHT"),
    ("╃", "LEFT UP HEAVY AND RIGHT DOWN LIGHT"),
    ("╄", "RIGHT UP HEAVY AND LEFT DOWN LIGHT"),
    ("╅", "LEFT DOWN HEAVY AND RIGHT UP LIGHT"),
    ("╆", "RIGHT DOWN HEAVY AND LEFT UP LIGHT"),
    ("╇", "DOWN LIGHT AND UP HORIZONTAL HEAVY"),
    ("╈", "UP LIGHT AND DOWN HORIZONTAL HEAVY"),
    ("╉", "RIGHT LIGHT AND LEFT VERTICAL HEAVY"),
    ("╊", "LEFT LIGHT AND RIGHT VERTICAL HEAVY"),
    ("╋", "HEAVY VERTICAL AND HORIZONTAL"),
    ("╭", "LIGHT ARC DOWN AND RIGHT"),
    ("╮", "LIGHT ARC DOWN AND LEFT"),
    ("╯", "LIGHT ARC UP AND LEFT"),
    ("╰", "LIGHT ARC UP AND RIGHT"),
    ("╴", "LIGHT LEFT"),
    ("╵", "LIGHT UP"),
    ("╶", "LIGHT RIGHT"),
    ("╷", "LIGHT DOWN"),
    ("╸", "HEAVY LEFT"),
    ("╹", "HEAVY UP"),
    ("╺", "HEAVY RIGHT"),
    ("╻", "HEAVY DOWN"),
    ("╼", "LIGHT LEFT AND HEAVY RIGHT"),
    ("╽", "LIGHT UP AND HEAVY DOWN"),
    ("╾", "HEAVY LEFT AND LIGHT RIGHT"),
    ("╿", "HEAVY UP AND LIGHT DOWN"),
];

fn all() -> impl Iterator<Item = Arms> {
    (0..256).map(|i| {
        let weight = |place: usize| WEIGHTS[i / 4_usize.pow(place as u32) % 4];
        Arms { up: weight(0), right: weight(1), down: weight(2), left: weight(3) }
    })
}

/// The arms that a name tells of: a weight holds for the sides beside it, and the first one for those without.
fn told(name: &str) -> Arms {
    let mut arms = Arms::default();
    let mut first = None;
    for part in name.split(" AND ") {
        let weight = |word| match word {
            "LIGHT" => Some(Light),
            "HEAVY" => Some(Heavy),
            _ => None,
        };
        let said = part.split(' ').find_map(weight).or(first).unwrap();
        first = first.or(Some(said));
        for word in part.split(' ') {
            let (up, down) = (["UP", "VERTICAL"], ["DOWN", "VERTICAL"]);
            let (right, left) = (["RIGHT", "HORIZONTAL"], ["LEFT", "HORIZONTAL"]);
            let sides = [up, right, down, left].map(|side| side.contains(&word));
            arms = arms.and(Arms::of(said, sides));
        }
    }
    arms
}

#[test]
fn a_glyph_has_the_arms_that_its_unicode_name_tells_of() {
    let light = |weight| if weight == Dotted { Light } else { weight };
    for arms in all().filter(|arms| !arms.is_empty()) {
        let drawn = match arms.glyph(false) {
            "┄" => Arms::of(Dotted, [false, true, false, true]),
            "┆" => Arms::of(Dotted, [true, false, true, false]),
            glyph => told(NAMES.iter().find(|(named, _)| *named == glyph).unwrap().1),
        };
        let nearest = Arms {
            up: light(arms.up),
            right: light(arms.right),
            down: light(arms.down),
            left: light(arms.left),
        };
        assert!(drawn == arms || drawn == nearest, "{arms:?} is drawn as {}", arms.glyph(false));
    }
}

#[test]
fn dots_and_weights_are_told_apart_on_straight_lines_in_both_sets() {
    for sides in [[false, true, false, true], [true, false, true, false]] {
        for ascii in [false, true] {
            let mut drawn =
                [Dotted, Light, Heavy].map(|weight| Arms::of(weight, sides).glyph(ascii)).to_vec();
            drawn.dedup();
            assert_eq!(drawn.len(), 3, "{drawn:?}");
        }
    }
}

#[test]
fn an_ascii_glyph_stands_for_a_shape_that_it_looks_like() {
    for arms in all() {
        let heavy = [arms.up, arms.right, arms.down, arms.left].contains(&Heavy);
        let [up, right, down, left] =
            [arms.up, arms.right, arms.down, arms.left].map(|arm| arm != Weight::None);
        let (across, upright, count) =
            (right || left, up || down, [up, right, down, left].into_iter().filter(|arm| *arm).count());
        let corner = count == 2 && across && upright;
        let fits = match arms.glyph(true) {
            " " => count == 0,
            "-" => across && !upright && !heavy,
            "=" => across && !upright && heavy,
            "|" | ":" => upright && !across && !heavy,
            "." => !heavy && (corner && down || across && !upright),
            "'" => !heavy && corner && up,
            "+" => !heavy && across && upright && !corner,
            "#" => heavy && upright,
            _ => false,
        };
        assert!(fits, "{arms:?} is drawn as {}", arms.glyph(true));
    }
}

#[test]
fn every_glyph_takes_one_cell() {
    for arms in all() {
        assert_eq!((width(arms.glyph(false)), width(arms.glyph(true))), (1, 1), "{arms:?}");
        assert!(arms.glyph(true).is_ascii());
    }
}
