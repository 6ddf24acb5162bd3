//! Every action of the full screen: one table from which keys, help, palette and docs come.

/// What a key can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "each action is described by its row in ACTIONS")]
pub enum Action {
    Quit,
    Help,
    Commands,
    Messages,
    Find,
    FindNext,
    FindPrevious,
    Today,
    Map,
    Plan,
    Review,
    Progress,
    NextPane,
    PreviousPane,
    Back,
    Up,
    Down,
    Left,
    Right,
    First,
    Last,
    PageUp,
    PageDown,
    HalfUp,
    HalfDown,
    Open,
    Step,
    CheckIn,
    Clock,
    Start,
    Done,
    Skip,
    Reset,
    LogTime,
    EditNote,
    TakeAsGoal,
    ChooseGoal,
    Pick,
    Why,
    OpenLink,
    CopyId,
    CopyCard,
    PreviousNeed,
    NextNeed,
    PreviousOpens,
    NextOpens,
    VisitBack,
    VisitForward,
    FoldAll,
    Picture,
    Nearer,
    Farther,
    OwnWay,
    Earlier,
    Later,
    Reveal,
    SkipPrompt,
    RateAgain,
    RateHard,
    RateGood,
    RateEasy,
    Zoom,
    Undo,
    Redo,
    History,
    Mouse,
    Redraw,
    Suspend,
    PickerUp,
    PickerDown,
    PickerPageUp,
    PickerPageDown,
    PickerAccept,
    PickerClose,
    Confirm,
    Decline,
}

/// Where an action holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Everywhere, even while one types.
    Everywhere,
    /// On every screen, with no overlay open.
    Screens,
    /// On every screen and in what one reads above it: moving about.
    Moves,
    /// Where a skill is in focus: on Today, on the Map and on the Plan.
    Skill,
    /// On the Map.
    Map,
    /// On the Plan.
    Plan,
    /// At a question of Review.
    Question,
    /// At an answer of Review.
    Answer,
    /// In an overlay with a text to type.
    Picker,
    /// In an overlay that asks yes or no.
    Confirm,
}

impl Scope {
    /// Whether a key may not stand in both scopes.
    pub fn overlaps(self, other: Self) -> bool {
        let layer = |scope| match scope {
            Self::Screens | Self::Moves | Self::Skill | Self::Map | Self::Plan => 0,
            Self::Picker => 1,
            Self::Confirm => 2,
            Self::Everywhere => 3,
            Self::Question | Self::Answer => 4,
        };
        let at_prompt = |scope| matches!(scope, Self::Question | Self::Answer);
        let beside = |scope| matches!(scope, Self::Screens | Self::Moves);
        // The numbers that rate an answer take the place of those of the screens, for as long as it shows.
        if (self == Self::Question && beside(other)) || (other == Self::Question && beside(self)) {
            return true;
        }
        if at_prompt(self) && at_prompt(other) {
            return true;
        }
        self == Self::Everywhere || other == Self::Everywhere || layer(self) == layer(other)
    }

    /// The scope's name in help.
    pub fn title(self) -> &'static str {
        match self {
            Self::Everywhere => "Everywhere",
            Self::Screens => "On every screen",
            Self::Moves => "Moving about",
            Self::Skill => "The skill in focus",
            Self::Map => "The map",
            Self::Plan => "The plan",
            Self::Question => "A question of the review",
            Self::Answer => "An answer of the review",
            Self::Picker => "Where one types",
            Self::Confirm => "Questions",
        }
    }
}

/// One row of the table of actions.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The action.
    pub action: Action,
    /// Its name in the settings.
    pub name: &'static str,
    /// What it does, as a person reads it.
    pub title: &'static str,
    /// Where it holds.
    pub scope: Scope,
    /// Its keys unless the settings give others.
    pub keys: &'static [&'static str],
}

const fn row(
    action: Action,
    name: &'static str,
    title: &'static str,
    scope: Scope,
    keys: &'static [&'static str],
) -> Row {
    Row { action, name, title, scope, keys }
}

/// Every action, in the order in which help lists them.
pub const ACTIONS: &[Row] = {
    use Action as A;
    use Scope as S;
    &[
        row(A::Open, "open", "Open", S::Skill, &["enter"]),
        row(A::Step, "step", "Tick the outcome, or start the skill", S::Skill, &["space"]),
        row(A::Clock, "clock", "Start or stop the clock", S::Skill, &["s"]),
        row(A::Start, "start", "Begin", S::Skill, &["b"]),
        row(A::Done, "done", "Done", S::Skill, &["d"]),
        row(A::LogTime, "log", "Log time", S::Skill, &["a"]),
        row(A::EditNote, "note", "Write a note", S::Skill, &["e"]),
        row(A::Why, "why", "Why this one", S::Skill, &["w"]),
        row(A::TakeAsGoal, "take-as-goal", "Take as goal", S::Skill, &["t"]),
        row(A::OpenLink, "open-link", "Open the link", S::Skill, &["o"]),
        row(A::CopyId, "copy-id", "Copy the id, or the link", S::Skill, &["y"]),
        row(A::CopyCard, "copy-card", "Copy as markdown", S::Skill, &["Y"]),
        row(A::PreviousNeed, "previous-need", "Previous prerequisite", S::Skill, &["["]),
        row(A::NextNeed, "next-need", "Next prerequisite", S::Skill, &["]"]),
        row(A::PreviousOpens, "previous-opens", "Previous skill that it opens", S::Skill, &["{"]),
        row(A::NextOpens, "next-opens", "Next skill that it opens", S::Skill, &["}"]),
        row(A::Skip, "skip", "Skip: counts as had, is not claimed", S::Skill, &["S"]),
        row(A::Reset, "reset", "Reset the status", S::Skill, &["X"]),
        row(A::Picture, "picture", "The road as a picture, or as a list", S::Map, &["v"]),
        row(A::Nearer, "nearer", "Look from nearer", S::Map, &["+", "="]),
        row(A::Farther, "farther", "Look from farther away", S::Map, &["-"]),
        row(A::OwnWay, "own-way", "Its own way alone, or the whole road", S::Skill, &["f"]),
        row(A::FoldAll, "fold-all", "Fold or unfold all", S::Map, &["Z"]),
        row(A::Earlier, "earlier", "Earlier in the plan", S::Plan, &["K"]),
        row(A::Later, "later", "Later in the plan", S::Plan, &["J"]),
        row(A::Reveal, "reveal", "Show the answer", S::Question, &["enter", "space"]),
        row(A::SkipPrompt, "skip-prompt", "Leave it for later", S::Question, &["s"]),
        row(A::RateAgain, "again", "Forgotten: ask it again today", S::Answer, &["1"]),
        row(A::RateHard, "hard", "Remembered, but it was hard", S::Answer, &["2"]),
        row(A::RateGood, "good", "Remembered", S::Answer, &["3"]),
        row(A::RateEasy, "easy", "Remembered with ease", S::Answer, &["4"]),
        row(A::Today, "today", "Today", S::Screens, &["1"]),
        row(A::Map, "map", "Map", S::Screens, &["2"]),
        row(A::Plan, "plan", "Plan", S::Screens, &["3"]),
        row(A::Review, "review", "Review", S::Screens, &["4", "r"]),
        row(A::Progress, "progress", "Progress", S::Screens, &["5"]),
        row(A::Find, "find", "Find a skill", S::Screens, &["/"]),
        row(A::FindNext, "find-next", "Next skill found, or the next step", S::Screens, &["n"]),
        row(A::FindPrevious, "find-previous", "Previous skill found", S::Screens, &["N"]),
        row(A::Commands, "commands", "All commands", S::Screens, &[":", "ctrl-p"]),
        row(A::Help, "help", "Help", S::Screens, &["?", "f1"]),
        row(A::Messages, "messages", "Read what was said", S::Screens, &["!"]),
        row(A::CheckIn, "check-in", "Check in: what you did today", S::Screens, &["c"]),
        row(A::ChooseGoal, "goal", "Choose a goal", S::Screens, &["O"]),
        row(A::Pick, "pick", "Pick an option of a choice", S::Screens, &["p"]),
        row(A::Undo, "undo", "Undo", S::Screens, &["u"]),
        row(A::Redo, "redo", "Redo", S::Screens, &["ctrl-r"]),
        row(A::History, "history", "History: take any one act back", S::Screens, &["U"]),
        row(A::Mouse, "mouse", "Mouse on or off", S::Screens, &["m"]),
        row(A::Quit, "quit", "Quit", S::Screens, &["q"]),
        row(A::Up, "up", "Up", S::Moves, &["up", "k"]),
        row(A::Down, "down", "Down", S::Moves, &["down", "j"]),
        row(A::Left, "left", "Left, or fold", S::Moves, &["left", "h"]),
        row(A::Right, "right", "Right, or unfold", S::Moves, &["right", "l"]),
        row(A::First, "first", "First", S::Moves, &["g", "home"]),
        row(A::Last, "last", "Last", S::Moves, &["G", "end"]),
        row(A::PageUp, "page-up", "Page up", S::Moves, &["pgup"]),
        row(A::PageDown, "page-down", "Page down", S::Moves, &["pgdn"]),
        row(A::HalfUp, "half-page-up", "Half a page up", S::Moves, &["ctrl-u"]),
        row(A::HalfDown, "half-page-down", "Half a page down", S::Moves, &["ctrl-d"]),
        row(A::NextPane, "next-pane", "Next pane", S::Moves, &["tab"]),
        row(A::PreviousPane, "previous-pane", "Previous pane", S::Moves, &["shift-tab"]),
        row(A::Back, "back", "One step back", S::Moves, &["esc", "backspace"]),
        row(A::Zoom, "zoom", "One pane alone, or all", S::Moves, &["z"]),
        row(A::VisitBack, "visit-back", "Back to the skill before", S::Moves, &["H"]),
        row(A::VisitForward, "visit-forward", "Forward again", S::Moves, &["L"]),
        row(A::PickerUp, "picker-up", "Up", S::Picker, &["up", "ctrl-p", "ctrl-k"]),
        row(A::PickerDown, "picker-down", "Down", S::Picker, &["down", "ctrl-n", "ctrl-j"]),
        row(A::PickerPageUp, "picker-page-up", "Page up", S::Picker, &["pgup"]),
        row(A::PickerPageDown, "picker-page-down", "Page down", S::Picker, &["pgdn"]),
        row(A::PickerAccept, "picker-accept", "Take it", S::Picker, &["enter"]),
        row(A::PickerClose, "picker-close", "Clear, then close", S::Picker, &["esc"]),
        row(A::Confirm, "confirm", "Yes", S::Confirm, &["y", "enter"]),
        row(A::Decline, "decline", "No", S::Confirm, &["n", "esc", "q"]),
        row(A::Quit, "quit-now", "Quit from anywhere", S::Everywhere, &["ctrl-c"]),
        row(A::Redraw, "redraw", "Draw afresh", S::Everywhere, &["ctrl-l"]),
        row(A::Suspend, "suspend", "Suspend", S::Everywhere, &["ctrl-z"]),
    ]
};

impl Action {
    /// How many rows it goes on in a picker of which so many are seen; back if negative.
    pub fn step_in_picker(self, rows: usize) -> Option<isize> {
        let page = rows.cast_signed();
        match self {
            Self::PickerUp => Some(-1),
            Self::PickerDown => Some(1),
            Self::PickerPageUp => Some(-page),
            Self::PickerPageDown => Some(page),
            _ => None,
        }
    }

    /// The action's row in the table.
    pub fn row(self) -> Option<&'static Row> {
        ACTIONS.iter().find(|row| row.action == self)
    }
}
