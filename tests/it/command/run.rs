//! Runs the built program in a folder of its own, with nothing of this machine's settings.

use std::{
    fs,
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Output, Stdio},
};

use crate::house::TestHouse;

/// The files that come with the demo are the files that are tried.
const DATA: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/demo/data");

/// A database and a working folder for the program.
pub struct Machine {
    house: TestHouse,
    folder: PathBuf,
}

/// A program that stays running; ends when dropped.
pub struct Running {
    child: Child,
    lines: BufReader<ChildStdout>,
}

/// What a finished program left.
#[derive(Debug)]
pub struct Done {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Machine {
    /// With an empty house of the engine under test.
    pub async fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("olievlek_command_{}", entity::id::EventId::new()));
        fs::create_dir_all(&folder).unwrap();
        Self { house: TestHouse::new().await, folder }
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn house(&self) -> &TestHouse {
        &self.house
    }

    /// The program with these arguments, to be added to.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_olievlek"));
        command.args(arguments).current_dir(&self.folder).env_clear().stdin(Stdio::null());
        command.env("OLIEVLEK_DATABASE_URL", self.house.url());
        command.env("TMPDIR", &self.folder);
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        done(self.command(arguments).output().unwrap())
    }

    /// Runs with one more variable.
    pub fn run_with(&self, name: &str, value: &str, arguments: &[&str]) -> Done {
        done(self.command(arguments).env(name, value).output().unwrap())
    }

    pub fn import(&self, kind: &str, file: &str) -> Done {
        self.run(&["import", kind, &format!("{DATA}/{file}")])
    }

    /// Imports departments, then people.
    pub fn import_staff(&self) {
        assert_eq!(self.import("departments", "departments.csv").code, 0);
        assert_eq!(self.import("people", "people-hr.csv").code, 0);
    }

    /// A file in the working folder.
    pub fn file(&self, name: &str, content: &str) -> String {
        fs::write(self.folder.join(name), content).unwrap();
        name.to_owned()
    }

    pub fn start(&self, arguments: &[&str]) -> Running {
        self.spawn(self.command(arguments))
    }

    /// Starts with one more variable.
    pub fn start_with(&self, name: &str, value: &str, arguments: &[&str]) -> Running {
        let mut command = self.command(arguments);
        command.env(name, value);
        self.spawn(command)
    }

    fn spawn(&self, mut command: Command) -> Running {
        let log = fs::File::create(self.folder.join("log")).unwrap();
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap());
        Running { child, lines }
    }

    /// What a program that stays running wrote on standard error.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.join("log")).unwrap()
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

fn done(output: Output) -> Done {
    Done {
        code: output.status.code().expect("an exit code, not a signal"),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

impl Running {
    /// The next line it prints.
    pub fn line(&mut self) -> String {
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        line
    }

    /// Asks it to stop, and gives its exit code.
    pub fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(asked.success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The whole answer to a request with these headers and this body.
pub fn send(base_url: &str, line: &str, headers: &[(&str, &str)], body: &str) -> String {
    let host = base_url.strip_prefix("http://").unwrap();
    let mut socket = TcpStream::connect(host).unwrap();
    let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let length = body.len();
    write!(
        socket,
        "{line}\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
    )
    .unwrap();
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

/// The whole answer to a GET of `http://HOST/PATH`.
pub fn get(base_url: &str, path: &str) -> String {
    let host = base_url.strip_prefix("http://").unwrap();
    let mut socket = TcpStream::connect(host).unwrap();
    write!(socket, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = Vec::new();
    socket.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}
