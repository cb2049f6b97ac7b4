//! A house of its own: a folder, a database with durable settings, and the release build as a process.

use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use sea_orm::{ConnectionTrait as _, Database, DatabaseConnection};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    time::sleep,
};

use crate::{Outcome, load::Client, statistics};

/// The program that is measured, unless another is named.
const PROGRAM: &str = env!("CARGO_BIN_EXE_olievlek");

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

impl Engine {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

pub struct Rig {
    pub engine: Engine,
    /// Address of the database.
    pub url: String,
    pub house: Option<House>,
    pub program: PathBuf,
    folder: PathBuf,
    cluster: Option<Cluster>,
}

/// A running house.
pub struct House {
    process: Child,
    pub port: u16,
}

impl Rig {
    pub fn new(engine: Engine, program: Option<&str>) -> Outcome<Self> {
        let folder =
            std::env::temp_dir().join(format!("olievlek-bench-{}-{}", engine.name(), std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let cluster =
            if engine == Engine::Postgres { Some(Cluster::start(&folder.join("cluster"))?) } else { None };
        let url = cluster.as_ref().map_or_else(
            || format!("sqlite://{}", folder.join("house.db").display()),
            |cluster| format!("postgres://olievlek@127.0.0.1:{}/postgres", cluster.port),
        );
        let program = PathBuf::from(program.unwrap_or(PROGRAM));
        Ok(Self { engine, url, house: None, program, folder, cluster })
    }

    /// Starts the house, and tells how long it took until a page was answered.
    pub async fn start(&mut self) -> Outcome<Duration> {
        self.stop().await;
        let port = free_port()?;
        let log = std::fs::File::create(self.folder.join("house.log"))?;
        let begun = Instant::now();
        let process = Command::new(&self.program)
            .arg("serve")
            .current_dir(&self.folder)
            .env("OLIEVLEK_DATABASE_URL", &self.url)
            .env("OLIEVLEK_LISTEN", format!("127.0.0.1:{port}"))
            .env("OLIEVLEK_MAIL_DIR", self.folder.join("mail"))
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()?;
        self.house = Some(House { process, port });
        while begun.elapsed() < Duration::from_secs(60) {
            if let Ok(mut client) = Client::connect(port).await
                && client.get("/sign-in", None).await.is_ok_and(|answer| answer.status == 200)
            {
                return Ok(begun.elapsed());
            }
            sleep(Duration::from_millis(2)).await;
        }
        Err(format!("the house gave no answer; see {}", self.folder.join("house.log").display()).into())
    }

    /// Waits until each duty of the schedule was done once since the house started, and tells how long that took from now.
    pub async fn first_turn(&self) -> Outcome<Duration> {
        let (port, begun) = (self.house()?.port, Instant::now());
        while begun.elapsed() < Duration::from_secs(120) {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).await?;
            stream.write_all(b"GET /metrics HTTP/1.1\r\nhost: house\r\nconnection: close\r\n\r\n").await?;
            let mut metrics = String::new();
            stream.read_to_string(&mut metrics).await?;
            let duties = |name: &str| metrics.lines().filter(|line| line.starts_with(name)).count();
            let done = duties("olievlek_duty_last_success_time_seconds{");
            if done > 0 && done == duties("olievlek_duty_failures_total{") {
                return Ok(begun.elapsed());
            }
            sleep(Duration::from_millis(10)).await;
        }
        Err("the schedule did not come round in two minutes".into())
    }

    /// Asks the house to stop, and waits for it.
    pub async fn stop(&mut self) {
        let Some(mut house) = self.house.take() else { return };
        let _ = Command::new("kill").arg(house.process.id().to_string()).status();
        for _ in 0..300 {
            if house.process.try_wait().is_ok_and(|ended| ended.is_some()) {
                return;
            }
            sleep(Duration::from_millis(100)).await;
        }
        let _ = house.process.kill();
        let _ = house.process.wait();
    }

    pub fn house(&self) -> Outcome<&House> {
        self.house.as_ref().ok_or_else(|| "no house is running".into())
    }

    /// A connection beside the house, for filling and looking.
    pub async fn database(&self) -> Outcome<DatabaseConnection> {
        let mut options = sea_orm::ConnectOptions::new(self.url.clone());
        options.max_connections(1).sqlx_logging(false).map_sqlx_sqlite_opts(|sqlite| {
            sqlite.pragma("journal_mode", "WAL").busy_timeout(Duration::from_secs(30))
        });
        Ok(Database::connect(options).await?)
    }

    /// Runs statements beside the house.
    pub async fn run(&self, statements: &[String]) -> Outcome<()> {
        let db = self.database().await?;
        for statement in statements {
            db.execute_unprepared(statement).await.map_err(|error| format!("{error} in {statement}"))?;
        }
        db.close().await?;
        Ok(())
    }

    /// Stops and throws everything away. Gives the last complaint of the house.
    pub async fn end(mut self) -> String {
        self.stop().await;
        let log = std::fs::read_to_string(self.folder.join("house.log")).unwrap_or_default();
        let complaint = log.lines().rfind(|line| line.contains("ERROR") || line.contains("WARN"));
        let complaint = complaint.unwrap_or("nothing").to_owned();
        if let Some(cluster) = self.cluster.take() {
            cluster.stop();
        }
        let _ = std::fs::remove_dir_all(&self.folder);
        complaint
    }
}

impl House {
    /// Memory in use, in MiB.
    pub fn memory(&self) -> f64 {
        statistics::memory(self.process.id())
    }
}

pub fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// A PostgreSQL of our own that keeps what it has acknowledged. The server refuses to run as root.
struct Cluster {
    folder: PathBuf,
    port: u16,
}

impl Cluster {
    fn start(folder: &Path) -> Outcome<Self> {
        std::fs::create_dir_all(folder)?;
        let cluster = Self { folder: folder.to_owned(), port: free_port()? };
        if is_root() {
            Command::new("chown").arg("postgres").arg(folder).status()?;
        }
        cluster.tool(
            "initdb",
            &["-D", "data", "-U", "olievlek", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
        )?;
        let options = format!(
            "-p {} -k {} -c listen_addresses=127.0.0.1 -c fsync=on -c synchronous_commit=on -c shared_buffers=512MB \
             -c max_wal_size=4GB -c max_connections=100",
            cluster.port,
            folder.display()
        );
        cluster.tool("pg_ctl", &["-D", "data", "-l", "log", "-w", "-o", &options, "start"])?;
        Ok(cluster)
    }

    fn stop(self) {
        let _ = self.tool("pg_ctl", &["-D", "data", "-m", "immediate", "stop"]);
    }

    fn tool(&self, name: &str, arguments: &[&str]) -> Outcome<()> {
        let mut command = if is_root() {
            let mut command = Command::new("setpriv");
            command
                .args(["--reuid=postgres", "--regid=postgres", "--clear-groups"])
                .arg(programs()?.join(name));
            command
        } else {
            Command::new(programs()?.join(name))
        };
        command.args(arguments).current_dir(&self.folder).stdout(Stdio::null()).stderr(Stdio::null());
        if command.status()?.success() { Ok(()) } else { Err(format!("{name} failed").into()) }
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

/// Where the newest PostgreSQL of this machine is.
fn programs() -> Outcome<PathBuf> {
    let folders =
        std::fs::read_dir("/usr/lib/postgresql")?.filter_map(|entry| Some(entry.ok()?.path().join("bin")));
    folders
        .filter(|bin| bin.join("initdb").exists())
        .max()
        .ok_or_else(|| "PostgreSQL is not installed".into())
}
