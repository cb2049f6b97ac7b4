//! The program: everything it does stands in `olievlek::command`.

/// The usual allocator takes a fifth of the time of a page, and gives little back after a large file.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    olievlek::command::run()
}
