//! Where tracks, stages and skills stand when stages are stations along a road: pixels, from the chart alone.

use std::collections::BTreeMap;

use crate::export::chart::{Chart, EdgeKind, NodeKind};
use crate::export::measure;

use super::style::STAGE;

/// The left side of titles and dots.
pub(super) const LEFT: f64 = 36.0;

/// Pixels that are kept free to the right of the road.
pub(super) const RIGHT: f64 = 24.0;

/// Pixels from a station to the next.
const COLUMN: f64 = 180.0;

/// How many stations stand in a row: five make a picture 960 pixels across, which a README shows nearly unscaled. A
/// picture has room for three at least, since its head needs it.
const COLUMNS: (usize, usize) = (3, 5);

/// Pixels that titles and dots may take below a station.
const ROOM: f64 = 160.0;

/// Pixels from a station's left side to its middle.
pub(super) const RADIUS: f64 = 8.0;

/// Pixels that the road of a stage is long.
pub(super) const BAR: f64 = 160.0;

/// Lines that the title of a stage may take.
const TITLE_LINES: usize = 2;

/// Pixels between the top and the first track.
const TOP: f64 = 100.0;

/// Pixels between two tracks.
const BETWEEN: f64 = 12.0;

/// Pixels from the top of a track to the road of its first row.
const TO_ROAD: f64 = 70.0;

/// Pixels from the bottom of a row to the road of the next one, and within them to the road that turns to it.
const NEXT_ROW: (f64, f64) = (54.0, 8.0);

/// Pixels from the road to the first line of a title, and from a line to the next.
pub(super) const LINE: (f64, f64) = (26.0, 16.0);

/// Pixels from the last line of a title to the middle of the first dots.
const TO_DOTS: f64 = 16.0;

/// Pixels below the middle of the last dots.
const BELOW: f64 = 12.0;

/// Pixels across and down from a dot to the next.
const PITCH: (f64, f64) = (13.3, 17.0);

/// How large dots are drawn: as large as still leaves those of the largest stage within [`TALL`].
const SCALES: [f64; 3] = [1.0, 0.75, 0.5];

/// The same for a stage that no size brings there; it is then as tall as it has to be.
const LEAST: f64 = 0.35;

/// Pixels that the dots of a stage take down at most.
const TALL: f64 = 102.0;

/// Where everything stands.
#[derive(Debug)]
pub(super) struct Places {
    /// Pixels across.
    pub(super) width: f64,
    /// The bottom of the last track.
    pub(super) bottom: f64,
    /// How large dots are drawn.
    pub(super) scale: f64,
    /// The tracks in their order.
    pub(super) bands: Vec<Band>,
}

/// The field of a track.
#[derive(Debug)]
pub(super) struct Band {
    /// Its top.
    pub(super) top: f64,
    /// Its bottom.
    pub(super) bottom: f64,
    /// Its stages in their order.
    pub(super) stations: Vec<Station>,
}

/// A stage with its skills.
#[derive(Debug)]
pub(super) struct Station {
    /// Which one, by its place in the chart.
    pub(super) stage: usize,
    /// Its middle.
    pub(super) at: (f64, f64),
    /// The corners of the road to the next station from where its own ends, if there is a next one.
    pub(super) onward: Vec<(f64, f64)>,
    /// The lines of its title.
    pub(super) title: Vec<String>,
    /// Its skills.
    pub(super) dots: Vec<Dot>,
    /// Its choices, each once a row of dots.
    pub(super) braces: Vec<Brace>,
}

/// A skill.
#[derive(Debug)]
pub(super) struct Dot {
    /// Which one, by its place in the chart.
    pub(super) node: usize,
    /// Its middle.
    pub(super) at: (f64, f64),
}

/// What holds the options of a choice together, below them.
#[derive(Debug)]
pub(super) struct Brace {
    /// Which choice, by its place in the chart.
    pub(super) node: usize,
    /// From where to where.
    pub(super) across: (f64, f64),
    /// Its height.
    pub(super) y: f64,
}

impl Station {
    /// Where the road of the stage ends.
    pub(super) fn road_end(&self) -> f64 {
        self.at.0 + RADIUS + BAR
    }

    /// The left side of its title.
    pub(super) fn left(&self) -> f64 {
        self.at.0 - RADIUS
    }
}

/// Where everything of a chart stands.
pub(super) fn places(chart: &Chart) -> Places {
    let members = members(chart);
    let longest = (0..chart.tracks.len()).map(|track| chart.stages_of(track).count()).max().unwrap_or(0);
    let columns = longest.clamp(COLUMNS.0, COLUMNS.1);
    let grid = Grid::of(members.iter().map(Vec::len).max().unwrap_or(0));
    let mut top = TOP;
    let mut bands = Vec::with_capacity(chart.tracks.len());
    for track in 0..chart.tracks.len() {
        let stages: Vec<usize> = chart.stages_of(track).map(|(stage, _)| stage).collect();
        let mut bottom = top;
        let mut stations = Vec::with_capacity(stages.len());
        for row in stages.chunks(columns) {
            let first = if bottom > top { bottom + NEXT_ROW.0 } else { top + TO_ROAD };
            for (column, &stage) in row.iter().enumerate() {
                let at = (LEFT + COLUMN * column as f64 + RADIUS, first);
                let title = title(&chart.stages[stage].title);
                let below = first + LINE.0 + LINE.1 * (title.len().max(1) - 1) as f64;
                let (dots, braces) = grid.place(&members[stage], (at.0 - RADIUS, below + TO_DOTS));
                let is_last = stations.len() + 1 == stages.len();
                let onward = vec![(at.0 + RADIUS + BAR, first), (at.0 + COLUMN, first)];
                let onward = if is_last { Vec::new() } else { onward };
                bottom = dots.iter().map(|dot| dot.at.1).fold(bottom.max(below), f64::max);
                stations.push(Station { stage, at, onward, title, dots, braces });
            }
            bottom += BELOW;
            if let Some(last) = stations.last_mut().filter(|last| !last.onward.is_empty()) {
                last.onward = turn(last.road_end(), (first, bottom));
            }
        }
        bottom = if stages.is_empty() { top + TO_ROAD } else { (bottom + BELOW / 2.0).ceil() };
        bands.push(Band { top, bottom, stations });
        top = bottom + BETWEEN;
    }
    let bottom = bands.last().map_or(TOP - BETWEEN, |band| band.bottom);
    Places { width: LEFT + COLUMN * columns as f64 + RIGHT, bottom, scale: grid.scale, bands }
}

/// The road from the end of a row, down to below it and back to the left, into the next row.
fn turn(end: f64, (road, bottom): (f64, f64)) -> Vec<(f64, f64)> {
    let (right, left) = (end + 8.0, LEFT - 12.0);
    let (back, next) = (bottom + NEXT_ROW.1, bottom + NEXT_ROW.0);
    vec![(end, road), (right, road), (right, back), (left, back), (left, next), (LEFT + RADIUS, next)]
}

/// The title of a stage in as many lines as it has room for, cut where they do not do.
fn title(title: &str) -> Vec<String> {
    let room = STAGE.cells(ROOM);
    let mut lines = measure::wrap(title, room);
    if lines.len() > TITLE_LINES {
        let rest = lines.split_off(TITLE_LINES - 1).join(" ");
        lines.push(measure::cut(&rest, room, "…"));
    }
    lines
}

/// The skills of each stage in road order, each with the choice that it is an option of. Options stand side by side, in
/// the place of the first.
fn members(chart: &Chart) -> Vec<Vec<(usize, Option<usize>)>> {
    let mut choice_of: BTreeMap<usize, usize> = BTreeMap::new();
    for edge in chart.edges.iter().filter(|edge| edge.kind == EdgeKind::Option) {
        choice_of.entry(edge.from).or_insert(edge.to);
    }
    let mut members = vec![Vec::new(); chart.stages.len()];
    let mut first_of: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (at, node) in chart.nodes.iter().enumerate() {
        let (Some(stage), NodeKind::Skill(_)) = (node.stage, node.kind) else { continue };
        let choice = choice_of.get(&at).copied();
        let first = choice.map_or(at, |choice| *first_of.entry((stage, choice)).or_insert(at));
        members[stage].push((first, at, choice));
    }
    let ordered = |mut stage: Vec<(usize, usize, Option<usize>)>| {
        stage.sort_unstable();
        stage.into_iter().map(|(_, at, choice)| (at, choice)).collect()
    };
    members.into_iter().map(ordered).collect()
}

/// How dots stand below a station.
struct Grid {
    scale: f64,
    pitch: (f64, f64),
    across: usize,
}

impl Grid {
    /// The largest that brings so many dots within [`TALL`].
    fn of(most: usize) -> Self {
        let grids = SCALES.into_iter().map(Self::scaled);
        grids.into_iter().find(|grid| grid.height(most) <= TALL).unwrap_or(Self::scaled(LEAST))
    }

    fn scaled(scale: f64) -> Self {
        let pitch = (PITCH.0 * scale, PITCH.1 * scale);
        Self { scale, pitch, across: (ROOM / pitch.0).floor() as usize }
    }

    /// Pixels that so many dots take down.
    fn height(&self, dots: usize) -> f64 {
        dots.div_ceil(self.across) as f64 * self.pitch.1
    }

    /// Places the skills of a stage, the middle of the first row at `top`, and the braces of its choices.
    fn place(&self, members: &[(usize, Option<usize>)], (left, top): (f64, f64)) -> (Vec<Dot>, Vec<Brace>) {
        let half = self.pitch.0 / 2.0;
        let mut dots = Vec::with_capacity(members.len());
        let mut braces: Vec<Brace> = Vec::new();
        for (i, &(node, choice)) in members.iter().enumerate() {
            let (row, column) = ((i / self.across) as f64, (i % self.across) as f64);
            let at = (tenth(left + half + column * self.pitch.0), tenth(top + row * self.pitch.1));
            dots.push(Dot { node, at });
            let Some(choice) = choice else { continue };
            let (reach, y) = (4.7 * self.scale, tenth(at.1 + 8.0 * self.scale));
            let right = tenth(at.0 + reach);
            match braces.last_mut().filter(|last| last.node == choice && last.y.total_cmp(&y).is_eq()) {
                Some(last) => last.across.1 = right,
                None => braces.push(Brace { node: choice, across: (tenth(at.0 - reach), right), y }),
            }
        }
        (dots, braces)
    }
}

/// A figure to a tenth of a pixel.
fn tenth(figure: f64) -> f64 {
    (figure * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests;
