//! A line with rounded corners through points of which each two stand in one row or column.

/// The path through these points, in pixels, with corners of this radius where there is room for it.
pub(super) fn path(points: &[(f64, f64)], radius: f64) -> String {
    let corners = corners(points);
    let mut path = String::new();
    for (i, &(x, y)) in corners.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| corners.get(i));
        match (before, corners.get(i + 1)) {
            (None, _) => path.push_str(&format!("M{x} {y}")),
            (Some(_), None) => path.push_str(&format!("L{x} {y}")),
            (Some(&before), Some(&after)) => {
                let (from, to) = (towards((x, y), before, radius), towards((x, y), after, radius));
                path.push_str(&format!("L{} {}Q{x} {y} {} {}", from.0, from.1, to.0, to.1));
            }
        }
    }
    path
}

/// The points at which the line begins, turns and ends.
fn corners(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let mut corners: Vec<(f64, f64)> = Vec::with_capacity(points.len());
    for &point in points {
        if corners.last() == Some(&point) {
            continue;
        }
        if let [.., a, b] = corners.as_slice() {
            let straight = |a: f64, b: f64, c: f64| a.total_cmp(&b).is_eq() && b.total_cmp(&c).is_eq();
            if straight(a.0, b.0, point.0) || straight(a.1, b.1, point.1) {
                corners.pop();
            }
        }
        corners.push(point);
    }
    corners
}

/// A point on the way from a corner to the next one: the radius away, or half the way where that is less.
fn towards(corner: (f64, f64), other: (f64, f64), radius: f64) -> (f64, f64) {
    let step = |from: f64, to: f64| from + (to - from).clamp(-2.0 * radius, 2.0 * radius) / 2.0;
    (step(corner.0, other.0), step(corner.1, other.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_are_rounded_as_far_as_there_is_room() {
        for (points, drawn) in [
            (&[][..], ""),
            (&[(0.0, 0.0), (9.0, 0.0)], "M0 0L9 0"),
            (&[(0.0, 0.0), (4.0, 0.0), (4.0, 0.0), (9.0, 0.0)], "M0 0L9 0"),
            (&[(0.0, 0.0), (20.0, 0.0), (20.0, 40.0)], "M0 0L14 0Q20 0 20 6L20 40"),
            (&[(0.0, 8.0), (20.0, 8.0), (20.0, 4.0), (40.0, 4.0)], "M0 8L14 8Q20 8 20 6L20 6Q20 4 26 4L40 4"),
        ] {
            assert_eq!(path(points, 6.0), drawn, "{points:?}");
        }
    }
}
