//! Boxes keep to the cells that they ask for.

use proptest::prelude::*;

use super::super::Window;
use super::*;

fn told(title: &str) -> [Told<'_>; 5] {
    let skill = |status, next, fading| Told::Skill {
        title,
        status,
        hours: 22.5,
        ticked: 3,
        outcomes: 12,
        next,
        fading,
    };
    [
        skill(Status::Done, false, false),
        skill(Status::Done, false, true),
        skill(Status::Ready, true, false),
        Told::Choice { title, had: 0, pick: 2 },
        Told::Stage { title, share: Share { had: 10, whole: 12, ..Share::default() } },
    ]
}

/// The rows of a window that is a cell larger than the box on each side.
fn rows(told: &Told, zoom: Zoom, stand: &Stand) -> Vec<String> {
    let (width, height) = size_of(told, zoom, stand.ascii);
    let mut grid = Grid::new(Window { x: -1, y: -1, width: width + 2, height: height + 2 });
    draw(&mut grid, &Place { x: 0, y: 0, width, height, layer: 0 }, told, zoom, stand);
    grid.rows().map(|row| row.iter().map(|cell| cell.glyph.as_str()).collect()).collect()
}

proptest! {
    #[test]
    fn a_box_takes_the_cells_that_it_asks_for_and_shows_a_title_that_fits(
        title in "[a-zA-Z 日本é]{1,40}",
        focused in any::<bool>(),
        ascii in any::<bool>(),
    ) {
        let stand = Stand { light: Light::Normal, focused, left: Weight::Light, right: Weight::None, beyond: None, ascii };
        for told in told(&title) {
            for zoom in [Zoom::Far, Zoom::Middle, Zoom::Near] {
                let rows = rows(&told, zoom, &stand);
                let (above, below) = (&rows[0], &rows[rows.len() - 1]);
                prop_assert!(above.trim().is_empty() && below.trim().is_empty(), "{rows:?}");
                prop_assert!(rows.iter().all(|row| row.starts_with(' ') && row.ends_with(' ')), "{rows:?}");
                prop_assert!(rows.iter().all(|row| width(row) == width(above)), "{rows:?}");
                prop_assert!(rows.concat().contains(&title) || width(&title) > told.longest(), "{rows:?}");
            }
        }
    }
}

#[test]
fn a_meter_shows_a_little_as_half_a_cell_and_only_the_whole_as_full() {
    let meter = |had, whole| {
        let told = Told::Stage { title: "", share: Share { had, whole, ..Share::default() } };
        let stand = Stand {
            beyond: None,
            light: Light::Normal,
            focused: false,
            left: Weight::None,
            right: Weight::None,
            ascii: true,
        };
        rows(&told, Zoom::Far, &stand)[2].trim().split(' ').next().unwrap().to_owned()
    };
    for (had, whole, shown) in [
        (0, 0, "........"),
        (1, 90, "=......."),
        (4, 8, "####...."),
        (89, 90, "#######="),
        (8, 8, "########"),
    ] {
        assert_eq!(meter(had, whole), shown);
    }
}
