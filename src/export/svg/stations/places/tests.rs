//! Tests of the places: rows, dots and choices stand where one looks for them.

use super::*;
use crate::domain::Clean;
use crate::export::chart::fixture;

fn road(tracks: &[Vec<usize>]) -> Chart {
    fixture::shaped(tracks, |_| Clean::fixed("A title"))
}

#[test]
fn a_track_goes_in_rows_of_five_and_each_row_leads_into_the_next() {
    let places = places(&road(&[vec![3; 12], vec![1]]));
    assert!((places.width - 960.0).abs() < 0.1, "{}", places.width);
    let stations = &places.bands[0].stations;
    let mut rows: Vec<Vec<&Station>> = Vec::new();
    for station in stations {
        match rows.last_mut().filter(|row| row[0].at.1.total_cmp(&station.at.1).is_eq()) {
            Some(row) => row.push(station),
            None => rows.push(vec![station]),
        }
    }
    assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [5, 5, 2]);
    for (station, next) in stations.iter().zip(&stations[1..]) {
        let end = station.onward.last().copied();
        assert!(end == Some(next.at), "{end:?} leads to {:?}", next.at);
    }
    assert!(stations[11].onward.is_empty());
}

#[test]
fn a_short_road_makes_a_small_picture() {
    let width = |stages: usize| places(&road(&[vec![2; stages]])).width;
    assert!(width(1) < width(4) && width(4) < width(5));
    assert!(width(5).total_cmp(&width(40)).is_eq());
}

#[test]
fn dots_shrink_only_as_far_as_the_largest_stage_asks() {
    let scale = |skills: usize| places(&road(&[vec![2, skills]])).scale;
    let scales: Vec<f64> = [1, 16, 72, 73, 300, 10_000].map(scale).to_vec();
    assert_eq!(scales, [1.0, 1.0, 1.0, 0.75, 0.35, 0.35]);
}

#[test]
fn options_stand_side_by_side_in_the_place_of_the_first() {
    // Every fifth skill is an option: 4, 9 and 14 of fifteen.
    let chart = road(&[vec![15]]);
    let places = places(&chart);
    let station = &places.bands[0].stations[0];
    let order: Vec<usize> = station.dots.iter().map(|dot| dot.node).collect();
    assert_eq!(order, [0, 1, 2, 3, 4, 9, 14, 5, 6, 7, 8, 10, 11, 12, 13]);
    let [brace] = &station.braces[..] else { panic!("{:?}", station.braces) };
    assert_eq!(brace.node, 15);
    let (first, last) = (station.dots[4].at, station.dots[6].at);
    assert!(brace.across.0 < first.0 && last.0 < brace.across.1 && brace.y > first.1);
    assert!(station.dots[3].at.0 < brace.across.0 && brace.across.1 < station.dots[7].at.0);
}

#[test]
fn a_choice_that_goes_over_two_rows_has_a_brace_on_each() {
    let station = &places(&road(&[vec![70]])).bands[0].stations[0];
    assert_eq!(station.braces.len(), 2);
    assert!(station.braces[0].y < station.braces[1].y);
}

#[test]
fn a_title_takes_two_lines_at_most_and_is_cut_where_they_do_not_do() {
    for (of, lines) in [
        ("Security", &["Security"][..]),
        ("Architecture and distributed systems", &["Architecture and", "distributed systems"]),
        (
            "A title that no two lines of a station have room for",
            &["A title that no two", "lines of a station …"],
        ),
        ("日本語のとても長い題名がここにあります", &["日本語のとても長い題", "名がここにあります"]),
        ("", &[]),
    ] {
        let lines_of = title(of);
        assert_eq!(lines_of, lines);
        assert!(lines_of.iter().all(|line| STAGE.width(line) <= ROOM), "{lines_of:?}");
    }
}
