//! The terminal: taken, and left as it was found.

use std::io::{self, BufWriter, Stdout, Write, stdout};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste, EnableFocusChange,
    EnableMouseCapture,
};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute};
use ratatui::layout::Size;

use super::canvas::Canvas;
use super::perform::Outside;
use crate::app::{self, AppError};

/// Room for a whole frame, so that each is one write.
const FRAME: usize = 256 * 1024;

/// The terminal, taken until it is dropped.
pub struct Terminal {
    /// What is drawn on.
    pub canvas: Canvas<BufWriter<Stdout>>,
    mouse: bool,
}

impl Terminal {
    /// Takes the terminal. A panic leaves it as it was found before it says anything.
    ///
    /// # Errors
    /// Fails if there is no terminal.
    pub fn take(mouse: bool) -> io::Result<Self> {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            leave();
            before(panic);
        }));
        enter(mouse).inspect_err(|_| leave())?;
        let size = size().inspect_err(|_| leave())?;
        Ok(Self { canvas: Canvas::new(BufWriter::with_capacity(FRAME, stdout()), size), mouse })
    }

    /// Leaves the terminal for as long as `work` takes.
    fn lend<T>(&mut self, work: impl FnOnce() -> T) -> Result<T, AppError> {
        leave();
        let done = work();
        enter(self.mouse).map_err(AppError::failed)?;
        self.canvas.wipe();
        Ok(done)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        leave();
    }
}

impl Outside for Terminal {
    fn edit(&mut self, text: &str) -> Result<Option<String>, AppError> {
        self.lend(|| app::edit(text))?
    }

    fn open(&mut self, address: &str) -> Result<(), AppError> {
        app::open_address(address)
    }

    fn copy(&mut self, text: &str) -> Result<(), AppError> {
        execute!(stdout(), CopyToClipboard::to_clipboard_from(text)).map_err(AppError::failed)
    }

    fn mouse(&mut self, on: bool) -> Result<(), AppError> {
        self.mouse = on;
        let done =
            if on { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) };
        done.map_err(AppError::failed)
    }

    fn redraw(&mut self) {
        self.canvas.wipe();
    }

    fn suspend(&mut self) -> Result<(), AppError> {
        self.lend(sleep)
    }
}

#[cfg(unix)]
fn sleep() {
    // The default action of SIGTSTP puts the whole process to sleep; SIGCONT goes on right here.
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

#[cfg(not(unix))]
fn sleep() {}

fn enter(mouse: bool) -> io::Result<()> {
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste, EnableFocusChange, cursor::Hide)?;
    if mouse { execute!(stdout(), EnableMouseCapture) } else { Ok(()) }
}

/// How large the terminal is now.
///
/// # Errors
/// If there is none.
pub fn size() -> io::Result<Size> {
    let (width, height) = crossterm::terminal::size()?;
    Ok(Size { width, height })
}

/// Gives the terminal back. A terminal that is gone already is no fault.
pub fn leave() {
    let _ = execute!(
        stdout(),
        DisableMouseCapture,
        DisableFocusChange,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
    let _ = stdout().flush();
}
