//! Signals that ask the program to end.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// A flag that SIGTERM, SIGHUP and SIGINT raise.
///
/// The loop looks at it between events. Where the terminal has vanished, reading it may never come back to the
/// loop; so a thread waits a moment for the loop to end by itself, and then ends the process.
///
/// # Errors
/// Fails if the system takes no handler.
#[cfg(unix)]
pub fn watch() -> io::Result<Arc<AtomicBool>> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};

    let flag = Arc::new(AtomicBool::new(false));
    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT])?;
    let raised = Arc::clone(&flag);
    std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            raised.store(true, std::sync::atomic::Ordering::Relaxed);
            std::thread::sleep(GRACE);
            super::terminal::leave();
            // The process ends here as the signal by itself would have ended it.
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    })?;
    Ok(flag)
}

/// How long the loop has to end by itself.
#[cfg(unix)]
const GRACE: std::time::Duration = std::time::Duration::from_secs(1);

/// A flag that nothing raises: other systems end the process themselves.
///
/// # Errors
/// Never.
#[cfg(not(unix))]
pub fn watch() -> io::Result<Arc<AtomicBool>> {
    Ok(Arc::new(AtomicBool::new(false)))
}
