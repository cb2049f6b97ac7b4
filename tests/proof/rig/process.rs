//! The built program as a process of its own, in a folder of its own, with nothing of this machine's settings.

use std::{
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};

use super::{
    client::{Ask, Client},
    until,
};

/// A folder that goes with its owner.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("olievlek_proof_{}", entity::id::EventId::new()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// One program, to be started again and again at the same address.
pub struct Instance {
    pub address: SocketAddr,
    url: String,
    more: Vec<(String, String)>,
    folder: Folder,
    child: Option<Child>,
}

impl Instance {
    /// Of this database, not started.
    pub fn of(url: &str) -> Self {
        // The port is free again when the program wants it, and nobody else asks for ports in this range of time.
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let (address, folder) = (free.local_addr().unwrap(), Folder::new());
        Self { address, url: url.into(), more: vec![], folder, child: None }
    }

    /// With one more setting.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.more.push((name.into(), value.into()));
        self
    }

    /// The program with this command and nothing of this machine's settings.
    pub fn command(&self, command: &str) -> Command {
        let mut program = Command::new("/bin/sh");
        // A file that may not be written is an error that the program sees, and not its end. It is still the same process.
        program.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\"", env!("CARGO_BIN_EXE_olievlek")]);
        let log = fs::OpenOptions::new().create(true).append(true).open(self.folder.path().join("log"));
        program.arg(command).current_dir(self.folder.path()).env_clear().stdin(Stdio::null());
        program.env("OLIEVLEK_DATABASE_URL", &self.url).env("OLIEVLEK_LISTEN", self.address.to_string());
        program.env("TMPDIR", self.folder.path()).envs(self.more.iter().cloned());
        program.stdout(Stdio::null()).stderr(log.unwrap());
        program
    }

    /// Starts `serve` and waits until it answers.
    pub async fn serve(&mut self) {
        self.child = Some(self.command("serve").spawn().unwrap());
        self.answers().await;
    }

    /// Starts `work`.
    pub fn work(&mut self) {
        self.child = Some(self.command("work").spawn().unwrap());
    }

    async fn answers(&mut self) {
        let live = Ask::get("/health/live");
        until("the program answers", Duration::from_secs(30), async || {
            let ended = self.child.as_mut().and_then(|child| child.try_wait().unwrap());
            assert!(ended.is_none(), "the program ended: {}", self.log());
            Client::new(self.address).send(&live).await.is_ok_and(|answer| answer.status == 200)
        })
        .await;
    }

    pub fn client(&self) -> Client {
        Client::new(self.address)
    }

    pub fn pid(&self) -> Option<u32> {
        self.child.as_ref().map(Child::id)
    }

    /// kill -9.
    pub fn kill(&mut self) {
        if let Some(mut child) = self.child.take() {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }

    /// Asks it to stop and waits for that.
    pub async fn stop(&mut self) {
        let Some(mut child) = self.child.take() else { return };
        kill(Pid::from_raw(child.id().try_into().unwrap()), Signal::SIGTERM).unwrap();
        let ended = tokio::task::spawn_blocking(move || child.wait().unwrap()).await.unwrap();
        assert!(ended.success(), "{ended}: {}", self.log());
    }

    /// What it wrote on standard error.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// A number of kibibytes from the system's account of the process, such as `VmHWM`.
    pub fn memory(&self, name: &str) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid().unwrap())).unwrap();
        let line = status.lines().find(|line| line.starts_with(name)).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }
}

impl Drop for Instance {
    fn drop(&mut self) {
        self.kill();
    }
}
