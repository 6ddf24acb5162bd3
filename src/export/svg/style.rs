//! How the picture looks, on a light page and on a dark one.

/// What is painted up to its colour, and that colour on a light page and on a dark one.
pub(super) type Paint = (&'static str, &'static str, &'static str);

/// Fonts are those of the reader's machine; widths are set with the text.
const FONT: &str = "\
text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace}";

/// What holds on both.
const SHAPE: &str = "\
.head{font-size:15px}.head,.track,.done .name,.fading .name,.ready .name{font-weight:600}\
.key .name{font-weight:400}.light,.ahead,.behind,.sign{fill:none}.ahead,.behind{stroke-width:2.25}\
.sign{stroke-width:1.75}.done .sign{stroke-width:2}.ready rect,.ready .box{stroke-width:2}\
.skipped rect,.skipped .box{stroke-dasharray:5 3}.outside rect,.outside .box{stroke-dasharray:1.5 3}\
.stage{stroke-width:4;paint-order:stroke;stroke-linejoin:round}";

/// What is painted; what stands later prevails. They are plain colours rather than variables, which some renderers do
/// not know.
const PAINT: [Paint; 29] = [
    (".page{fill:", "#ffffff", "#0d1117"),
    (".field{fill:", "#f6f8fa", "#151b23"),
    (".head,.track{fill:", "#1f2328", "#f0f6fc"),
    (".stage{fill:", "#59636e", "#9198a1"),
    (".stage{stroke:", "#f6f8fa", "#151b23"),
    (".whole{fill:", "#d1d9e0", "#3d444d"),
    (".had{fill:", "#0f766e", "#2dd4bf"),
    (".light{stroke:", "#d8dee4", "#2f3742"),
    (".ahead{stroke:", "#818b98", "#767f8a"),
    (".behind{stroke:", "#0f766e", "#2dd4bf"),
    ("g rect,g .box{fill:", "#ffffff", "#0d1117"),
    ("g rect,g .box,.sign{stroke:", "#0f766e", "#2dd4bf"),
    (".dot{fill:", "#0f766e", "#2dd4bf"),
    (".name{fill:", "#1f2328", "#f0f6fc"),
    (".locked rect,.locked .box,.skipped rect,.skipped .box,.skipped .sign{stroke:", "#afb8c1", "#4b535d"),
    (".locked .name,.skipped .name,.locked .dot{fill:", "#59636e", "#9198a1"),
    (".half{fill:", "#b5e3de", "#115e59"),
    (".done rect,.done .box{fill:", "#0f766e", "#2dd4bf"),
    (".done .name{fill:", "#ffffff", "#042f2e"),
    (".done .sign{stroke:", "#ffffff", "#042f2e"),
    (".fading rect,.fading .box{fill:", "#fff8c5", "#3a2c00"),
    (".fading rect,.fading .box,.fading .sign{stroke:", "#9a6700", "#d29922"),
    (".fading .dot{fill:", "#9a6700", "#d29922"),
    (".fading .name{fill:", "#4d2d00", "#f2cc60"),
    (".key .name{fill:", "#59636e", "#9198a1"),
    (".key.done .sign{stroke:", "#0f766e", "#2dd4bf"),
    (".off rect,.off .box,.outside rect,.outside .box{stroke:", "#c4ccd4", "#343b44"),
    (".off .name,.off .dot,.outside .name{fill:", "#818b98", "#656c76"),
    (".off.done rect,.off.done .box,.outside.done rect,.outside.done .box{fill:", "#cfe8e5", "#123f3c"),
];

/// The same for what is faint and done, open or fading.
const FAINT: [Paint; 6] = [
    (".off.done .name,.outside.done .name,.off.ready .name,.outside.ready .name{fill:", "#3f6f6b", "#7fb5ae"),
    (".off .sign,.outside .sign{stroke:", "#3f6f6b", "#7fb5ae"),
    (".off.ready rect,.off.ready .box{stroke:", "#8fc4be", "#2b6f68"),
    (".off.fading .sign,.outside.fading .sign{stroke:", "#9a6700", "#d29922"),
    (".off.fading .dot,.outside.fading .dot{fill:", "#9a6700", "#d29922"),
    (".off.fading .name,.outside.fading .name{fill:", "#7d5a00", "#c69026"),
];

/// The style sheet.
pub(super) fn css() -> String {
    let paint: Vec<Paint> = PAINT.into_iter().chain(FAINT).collect();
    sheet(SHAPE, &paint)
}

/// A style sheet of what holds on both pages, and of what is painted differently on a light one and a dark one.
pub(super) fn sheet(shape: &str, paint: &[Paint]) -> String {
    let rules = || paint.iter();
    let light: String = rules().map(|(what, light, _)| format!("{what}{light}}}")).collect();
    let dark: String = rules().map(|(what, _, dark)| format!("{what}{dark}}}")).collect();
    format!("{FONT}{shape}{light}@media (prefers-color-scheme:dark){{{dark}}}")
}
