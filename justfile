# The commands of this repository; `just` alone lists them.

_list:
    @just --list --unsorted

# Everything that must hold before a change goes in
check:
    .ci/run

# The tests; with words, those whose names hold them: `just test journal`
test *words:
    cargo test --locked {{ words }}

# Formatting, lints and documentation, without the tests
lint:
    cargo fmt --all -- --check
    cargo clippy --all-targets --locked -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --locked

# Put every file in form
fmt:
    cargo fmt --all

# Measure speed, memory and size against the figures that the program is held to
bench *words:
    cargo bench --locked {{ words }}

# Draw the snapshots of every screen anew, and the README's pictures; look at the difference before keeping it
screens:
    INSTA_UPDATE=always cargo test --locked --lib tui
    cargo build --release --locked
    cargo run --locked --example pictures
