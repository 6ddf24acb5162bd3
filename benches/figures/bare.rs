//! The least that a key costs on a full screen: a program of nothing but ratatui, whose lines fill the screen and of
//! which a key moves the one in focus. It is to the screens what `/bin/true` is to the commands.

use std::io::{self, BufWriter, stdout};

use crossterm::event::{self, Event, KeyCode};
use crossterm::execute;
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

/// The word by which this program asks itself for it.
pub const WORD: &str = "bare-screen";

const TEXT: &str =
    "An image is a stack of layers, each made by one step, and each kept while what it is made of stays. ";

/// Runs until `q` is pressed.
pub fn run() -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)?;
    let out = BufWriter::with_capacity(256 * 1024, stdout());
    let mut terminal = Terminal::new(CrosstermBackend::new(out))?;
    let mut focus = 0;
    loop {
        terminal.draw(|frame| {
            let Rect { width, height, .. } = frame.area();
            let text: String = TEXT.chars().cycle().take(usize::from(width)).collect();
            for y in 0..height {
                let style = Style::new();
                let style = if y == focus % height { style.add_modifier(Modifier::REVERSED) } else { style };
                frame.buffer_mut().set_string(0, y, &text, style);
            }
        })?;
        match event::read()? {
            Event::Key(key) if key.code == KeyCode::Char('q') => break,
            Event::Key(_) => focus += 1,
            _ => {}
        }
    }
    execute!(stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()
}
