//! A PostgreSQL server of its own, for a proof that stops it.

use std::{fs, net::TcpListener, path::PathBuf, process::Command};

use nix::unistd::{Uid, User, chown};

use super::process::Folder;

/// A server that runs until it is stopped or dropped.
pub struct Cluster {
    folder: Folder,
    programs: PathBuf,
    port: u16,
}

impl Cluster {
    pub fn start() -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let cluster =
            Self { folder: Folder::new(), programs: programs(), port: free.local_addr().unwrap().port() };
        drop(free);
        if Uid::effective().is_root() {
            let user = User::from_name("postgres").unwrap().unwrap();
            chown(cluster.folder.path(), Some(user.uid), Some(user.gid)).unwrap();
        }
        cluster
            .run("initdb", &["-D", "data", "-U", "olievlek", "-A", "trust", "--locale=C.UTF-8", "--no-sync"]);
        cluster.again();
        cluster
    }

    /// Starts it, also after it was stopped.
    pub fn again(&self) {
        let folder = self.folder.path().display();
        let options = format!("-p {} -k {folder} -c listen_addresses=127.0.0.1", self.port);
        self.run("pg_ctl", &["-D", "data", "-l", "log", "-w", "-o", &options, "start"]);
    }

    /// As if the power went: no connection is asked to finish.
    pub fn stop(&self) {
        self.run("pg_ctl", &["-D", "data", "-m", "immediate", "stop"]);
    }

    pub fn url(&self) -> String {
        format!("postgres://olievlek@127.0.0.1:{}/postgres", self.port)
    }

    /// The server refuses to run as root.
    fn run(&self, program: &str, arguments: &[&str]) {
        let path = self.programs.join(program);
        let mut command = if Uid::effective().is_root() {
            let mut command = Command::new("setpriv");
            command.args(["--reuid=postgres", "--regid=postgres", "--clear-groups"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        let log = fs::OpenOptions::new().create(true).append(true).open(self.folder.path().join("commands"));
        let log = log.unwrap();
        command.args(arguments).current_dir(self.folder.path());
        let done = command.stdout(log.try_clone().unwrap()).stderr(log).status().unwrap();
        let said = || fs::read_to_string(self.folder.path().join("commands")).unwrap_or_default();
        assert!(
            done.success() || program == "pg_ctl" && arguments.contains(&"stop"),
            "{program}: {}",
            said()
        );
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Where Debian keeps the newest server.
fn programs() -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").expect("PostgreSQL is installed");
    let newest =
        versions.map(|entry| entry.unwrap().path().join("bin")).filter(|bin| bin.join("initdb").exists());
    newest.max().expect("initdb is installed")
}
