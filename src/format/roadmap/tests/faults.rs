//! Every fault, told with its place: a sound file with one thing changed.

use std::collections::BTreeSet;

use super::{SOUND, read_all, said};
use crate::format::roadmap::{LARGEST_FILE, MOST_SKILLS, Source, read};

/// What is replaced in the sound file, by what, and what is said of it then.
#[rustfmt::skip]
const CHANGES: &[(&str, &str, &[&str])] = &[
    ("id = \"shell\"", "id = shell", &["15:6 syntax"]),
    ("level = \"core\"", "levl = \"core\"", &["18:1 unknown_key"]),
    ("[[choice]]", "[[choise]]", &["64:3 unknown_key", "76:14 unknown_id"]),
    ("practice = \"Write a script that stops at the first error.\"\n", "", &["14:1 missing_key"]),
    ("weight = 3", "wieght = 3", &["75:3 missing_key", "75:22 unknown_key"]),
    ("level = \"core\"", "level = 3", &["18:9 wrong_shape"]),
    ("hours = [2, 4]", "hours = 2", &["17:9 wrong_shape"]),
    ("hours = [2, 4]", "hours = [2, 4, 6]", &["17:9 wrong_shape"]),
    ("hours = [2, 4]", "hours = [2, \"4\"]", &["17:9 wrong_shape"]),
    ("order = 1\n", "order = 1.5\n", &["4:9 wrong_shape"]),
    ("\"I can pipe\"", "[\"I can pipe\"]", &["15:6 few_outcomes", "23:13 wrong_shape"]),
    ("requires = [\"shell\"]", "requires = [\"shell\", 3]", &["35:22 wrong_shape"]),
    ("[[choice]]", "[choice]", &["64:1 wrong_shape"]),
    ("free = false", "free = 0", &["26:87 wrong_shape"]),
    ("options = [\"docker\", \"podman\"]", "options = \"docker\"", &["67:8 pick_out_of_range", "68:11 wrong_shape"]),
    ("level = \"core\"", "level = \"crore\"", &["18:9 unknown_word"]),
    ("kind = \"course\"", "kind = \"lesson\"", &["26:70 unknown_word"]),
    ("title = \"DevOps\"", "title = \" \"", &["3:9 empty"]),
    ("\"I can pipe\"", "\"\"", &["23:13 empty"]),
    ("title = \"The shell\"", "title = \"The \\u001b]0;shell\"", &["16:9 bad_character"]),
    ("title = \"The shell\"", "title = \"The\\tshell\"", &["16:9 bad_character"]),
    ("\"I can redirect\"", "\"I can \u{202e}redirect\"", &["23:27 bad_character"]),
    ("id = \"docker\"", "id = \"docker\u{200b}\"", &[
        "31:6 bad_character", "31:6 bad_id", "53:10 unknown_id", "68:12 unknown_id",
    ]),
    ("id = \"platform\"", "id = \"Platform\"", &["71:6 bad_id"]),
    ("was = [\"docker.basics\"]", "was = [\"docker..basics\"]", &["32:8 bad_id"]),
    ("id = \"runtime\"", "id = \"shell\"", &["65:6 id_twice", "76:14 unknown_id"]),
    ("was = [\"docker.basics\"]", "was = [\"shell\"]", &["32:8 id_twice"]),
    ("track = \"devops\"", "track = \"devop\"", &["9:9 unknown_id"]),
    ("helps = [\"docker\"]", "helps = [\"dokcer\"]", &["53:10 unknown_id"]),
    ("{ skill = \"shell\", weight", "{ skill = \"runtime\", weight", &["75:13 unknown_id"]),
    ("{ choice = \"runtime\", weight", "{ choice = \"docker\", weight", &["76:14 unknown_id"]),
    ("options = [\"docker\", \"podman\"]", "options = [\"dockr\", \"runtime\", \"podman\"]", &[
        "68:12 unknown_id", "68:21 unknown_id",
    ]),
    ("[stage]", "[[stage]]", &["15:6 no_stage", "31:6 no_stage", "49:6 no_stage", "65:6 no_stage"]),
    ("helps = [\"docker\"]", "helps = [\"docker\", \"docker\"]", &["53:20 listed_twice"]),
    ("pick = 1", "pick = 3", &["67:8 pick_out_of_range"]),
    ("pick = 1", "pick = 0", &["67:8 pick_out_of_range"]),
    ("{ skill = \"shell\", weight = 3 }", "{ weight = 3 }", &["75:3 need_without_node"]),
    ("{ skill = \"shell\", weight = 3 }", "{ skill = \"shell\", choice = \"runtime\", weight = 3 }", &["75:3 need_without_node"]),
    ("weight = 3", "weight = 6", &["75:31 weight_out_of_range"]),
    ("weight = 3", "weight = -9223372036854775808", &["75:31 weight_out_of_range"]),
    ("hours = [2, 4]", "hours = [4, 2]", &["17:9 hours_out_of_order"]),
    ("hours = [2, 4]", "hours = [0.25, 4]", &["17:9 hours_out_of_range"]),
    ("hours = [2, 4]", "hours = [2, 201]", &["17:9 hours_out_of_range"]),
    ("hours = [2, 4]", "hours = [nan, inf]", &["17:9 hours_out_of_range"]),
    ("\"I can redirect\"", "\"I can pipe\"", &["23:27 outcome_twice"]),
    ("aliases = [\"Dockerfile\"]", "aliases = [\"Dockerfile\", \"BASH\"]", &["39:26 alias_twice"]),
    ("https://shell.example/manual", "http://shell.example/manual", &["25:33 not_https"]),
    ("(?m)^FROM .+ AS ", "(?m^FROM", &["46:50 bad_pattern"]),
    ("level = \"core\"", "level = \"core\"\nrequires = [\"runtime\"]", &["15:6 cycle"]),
    ("level = \"core\"", "level = \"core\"\nrequires = [\"shell\"]", &["15:6 cycle"]),
    (", \"I can trap a signal\"", "", &["15:6 few_outcomes"]),
    (", { ask = \"What is `$$`\", answer = \"The process id\" }", "", &["15:6 few_prompts"]),
    ("  { title = \"A course\", url = \"https://shell.example/course\", kind = \"course\", free = false },\n", "", &["15:6 few_resources"]),
    ("{ choice = \"runtime\", weight = 5 },", "", &["31:6 unneeded", "49:6 unneeded", "65:6 unneeded"]),
    ("requires = [\"shell\"]\nhelps = [\"docker\"]", "requires = [\"shell\", \"docker\"]", &["52:13 implied"]),
];

#[test]
fn the_sound_file_has_no_fault() {
    let (sources, outcome) = read_all(None, &[SOUND]);
    assert_eq!(said(&sources, &outcome), Vec::<String>::new());
    assert!(outcome.roadmap.is_some());
}

#[test]
fn each_fault_is_said_with_its_place() {
    for (from, to, wanted) in CHANGES {
        assert!(SOUND.contains(from), "{from}");
        let text = SOUND.replacen(from, to, 1);
        let (sources, outcome) = read_all(None, &[&text]);
        let wanted: Vec<String> = wanted.iter().map(|said| format!("a.toml:{said}")).collect();
        assert_eq!(said(&sources, &outcome), wanted, "{to}");
        let usable = !outcome.defects.iter().any(|defect| defect.is_error());
        assert_eq!(outcome.roadmap.is_some(), usable, "{to}");
    }
}

/// Faults that need more than a changed line.
fn large_changes() -> Vec<(Vec<Source>, &'static str)> {
    let text = |text: String| vec![Source::new("a.toml", text.into_bytes())];
    let deep = format!("x = {}{}\n{SOUND}", "[".repeat(40), "]".repeat(40));
    let long_why = SOUND.replace("Postings ask for it.", &"é".repeat(161));
    let long_text = SOUND.replace("Commands, pipes and scripts.", &"x".repeat(64 * 1024 + 1));
    let stage =
        "[[stage]]\nid = \"linux\"\ntrack = \"devops\"\ntitle = \"Linux\"\norder = 1\nsummary = \"First.\"\n";
    let first = Source::new("b.toml", stage.as_bytes().to_vec());
    let skills: String = (0..=MOST_SKILLS).map(|i| format!("[[skill]]\nid = \"s{i}\"\n")).collect();
    let not_utf8 = [b"# \xe9t\xe9\n".as_slice(), SOUND.as_bytes()].concat();
    vec![
        (vec![Source::unreadable("a.toml", "permission denied")], "a.toml:1:1 unreadable"),
        (vec![Source::new("a.toml", vec![b'#'; LARGEST_FILE + 1])], "a.toml:1:1 too_large"),
        (vec![Source::new("a.toml", vec![b'#'; 9 * 1024 * 1024])], "a.toml:1:1 too_large"),
        (vec![Source::new("a.toml", not_utf8)], "a.toml:1:1 not_utf8"),
        (text("# Nothing yet.\n".to_owned()), "a.toml:1:1 holds_nothing"),
        (text(deep), "a.toml:1:1 too_deep"),
        (text(long_why), "a.toml:36:7 long_why"),
        (text(long_text), "a.toml:20:9 text_too_long"),
        (text(format!("{SOUND}{skills}")), "a.toml:1:1 too_many_skills"),
        (vec![text(SOUND.to_owned()).remove(0), first], "a.toml:15:6 out_of_reach"),
    ]
}

#[test]
fn faults_of_whole_files_are_said() {
    for (sources, wanted) in large_changes() {
        let outcome = read(None, &sources);
        let said = said(&sources, &outcome);
        assert!(said.iter().any(|said| said == wanted), "{wanted}: {:?}", &said[..said.len().min(5)]);
    }
    let at_the_limit = Source::new("a.toml", vec![b'#'; LARGEST_FILE]);
    assert!(!read(None, &[at_the_limit]).defects.iter().any(|defect| defect.is_error()));
}

#[test]
fn no_fault_is_without_a_case() {
    let wording = include_str!("../defect_text.rs");
    let codes = wording.lines().take_while(|line| !line.contains("fn help")).filter_map(|line| {
        let code = line.split("=> \"").nth(1)?;
        code.strip_suffix("\",")
    });
    let large = large_changes();
    let small = CHANGES.iter().flat_map(|(_, _, said)| said.iter().copied());
    let shown = small.chain(large.iter().map(|(_, said)| *said));
    let shown: BTreeSet<&str> = shown.filter_map(|said| said.split(' ').nth(1)).collect();
    assert_eq!(codes.collect::<BTreeSet<&str>>(), shown);
}

#[test]
fn all_defects_of_all_files_come_in_one_run() {
    let a = SOUND.replace("level = \"core\"", "levl = \"core\"").replace("pick = 1", "pick = 7");
    let b = "[[skill]\nid = ";
    let c = "[[role]]\nid = \"sre\"\ntitle = \"SRE\"\nneeds = [{ skill = \"shel\", weight = 9 }]\n";
    let d = "[[track]]\nid = \"devops\"\ntitle = \"Twice\"\norder = 3\nsummary = \"Taken.\"\n";
    let (sources, outcome) = read_all(None, &[&a, b, c, d]);
    let said = said(&sources, &outcome);
    let wanted = [
        "a.toml:18:1 unknown_key",
        "a.toml:67:8 pick_out_of_range",
        "b.toml:1:9 syntax",
        "c.toml:1:1 missing_key",
        "c.toml:4:20 unknown_id",
        "c.toml:4:37 weight_out_of_range",
        "d.toml:2:6 id_twice",
    ];
    for wanted in wanted {
        assert!(said.iter().any(|said| said == wanted), "{wanted}: {said:#?}");
    }
    let order: Vec<_> =
        outcome.defects.iter().map(|defect| (defect.place.file, defect.place.span.start)).collect();
    assert!(order.is_sorted(), "{order:?}");
}

#[test]
fn a_fault_of_form_hides_none_of_the_graph() {
    let text = SOUND
        .replace("https://shell.example/manual", "ftp://shell.example")
        .replace("level = \"core\"", "level = \"core\"\nrequires = [\"docker\"]")
        .replace(", \"I can explain namespaces\"", "");
    let (sources, outcome) = read_all(None, &[&text]);
    let wanted = ["a.toml:15:6 cycle", "a.toml:26:33 not_https", "a.toml:50:6 few_outcomes"];
    assert_eq!(said(&sources, &outcome), wanted);
}
