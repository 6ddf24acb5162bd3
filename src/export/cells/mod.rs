//! A laid-out graph as cells: lines that join, boxes at three zooms, headings. What a front end paints.

pub mod joins;
