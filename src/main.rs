//! The program: everything it does stands in `olievlek::command`.

/// For SQLite as well: the usual allocator takes a fifth of the time of a page, and gives little back after a large file.
#[global_allocator]
static MEMORY: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

fn main() -> std::process::ExitCode {
    olievlek::command::run()
}
