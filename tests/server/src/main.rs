//! The real core behind loopback HTTP, for testing the screens in a browser. It
//! listens on this computer alone and is never shipped.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod http;
mod queue;

use clap::Parser;
use entaku_desk::{Desk, Home};
use entaku_press::Press;
use entaku_support::ledger;
use queue::Queue;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

type Moment = chrono::DateTime<chrono::Utc>;

/// The server's moment, at which its clock stands.
static NOW: OnceLock<Moment> = OnceLock::new();

/// 1 October 2026, noon in Japan: the tests' day.
const TESTS_NOW: i64 = 1_790_823_600;

/// The real core behind loopback HTTP.
#[derive(Parser)]
struct Ask {
    /// The port; 0 takes a free one, which is printed.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The folder of the built screens.
    #[arg(long, default_value = "ui/dist-http")]
    ui: PathBuf,
    /// The moment at which the clock stands (RFC 3339).
    #[arg(long)]
    now: Option<Moment>,
    /// Opens no council.
    #[arg(long)]
    empty: bool,
    /// Opens the council of this folder instead of the sample in memory.
    #[arg(long)]
    council: Option<PathBuf>,
    /// Where preferences and the log are kept; else a folder that is removed at the end.
    #[arg(long)]
    home: Option<PathBuf>,
    /// Opens the sample with this many issues more, from a folder that is removed at the end.
    #[arg(long)]
    issues: Option<u16>,
}

fn now() -> Moment {
    *NOW.get_or_init(|| chrono::DateTime::from_timestamp(TESTS_NOW, 0).unwrap_or_default())
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let ask = Ask::parse();
    if let Some(moment) = ask.now {
        NOW.get_or_init(|| moment);
    }
    let temporary = tempfile::tempdir()?;
    let config = ask.home.clone().unwrap_or_else(|| temporary.path().join("config"));
    let queue = Arc::new(Queue::new());
    let desk = Desk::new(Arc::new(Press), queue.clone(), now).with_cheap_vaults().at(Home {
        config,
        temporary: temporary.path().join("documents"),
        documents: None,
    });
    begin(&desk, &ask, temporary.path());
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", ask.port)).await?;
    println!("http://{}", listener.local_addr()?);
    axum::serve(listener, http::router(desk, queue, &ask.ui)).await
}

/// Opens what was asked for; trouble is told by the command `start`.
fn begin(desk: &Desk, ask: &Ask, temporary: &Path) {
    if ask.empty {
        return;
    }
    let large = ask.issues.map(|many| {
        let folder = temporary.join("large");
        ledger::sample(&folder, many, now);
        folder
    });
    match large.as_ref().or(ask.council.as_ref()) {
        Some(folder) => desk.begin(Some(folder)),
        None => {
            desk.call("open_sample", serde_json::json!({}), None).expect("the sample opens");
        }
    }
}
