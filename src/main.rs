//! The program: everything it does stands in `olievlek::command`.

fn main() -> std::process::ExitCode {
    olievlek::command::run()
}
