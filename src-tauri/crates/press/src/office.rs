//! Files of Word, Excel and PowerPoint turned into PDF by LibreOffice, where this computer has
//! it: in a folder of its own, with a profile of its own, within a time limit, and given up as
//! soon as nobody wants it. The file itself is never touched: a copy is converted.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use entaku_documents::{PrintError, Progress, SourceFile, Stage, Watch};

use crate::tell;
use system::{PROGRAMS, end, of_its_own, usual_places};

#[cfg_attr(windows, path = "office/windows.rs")]
#[cfg_attr(not(windows), path = "office/unix.rs")]
mod system;

/// How long a conversion may take: a long file on an old computer, and no longer.
const LIMIT: Duration = Duration::from_secs(180);
/// How often it is asked whether it is done, and still wanted.
const STEP: Duration = Duration::from_millis(100);

/// The settings of the private profile: no macro runs, no link is followed, nothing is asked.
const SETTINGS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"#;

/// Where LibreOffice is on this computer; none where it is not installed.
pub fn converter() -> Option<PathBuf> {
    let named = std::env::var_os("ENTAKU_SOFFICE").map(PathBuf::from);
    let on_path = std::env::var_os("PATH").into_iter().flat_map(|all| std::env::split_paths(&all).collect::<Vec<_>>());
    let on_path = on_path.flat_map(|folder| PROGRAMS.iter().map(move |name| folder.join(name)).collect::<Vec<_>>());
    named.into_iter().chain(on_path).chain(usual_places()).find(|path| path.is_file())
}

/// Turns a file of an Office program into PDF.
///
/// # Errors
/// [`PrintError::NoConverter`] where LibreOffice is not installed; [`PrintError::NotConverted`]
/// where it makes no PDF of the file, or takes too long; [`PrintError::Cancelled`].
pub(crate) fn convert(file: &SourceFile, progress: &mut Watch<'_>) -> Result<SourceFile, PrintError> {
    let program = converter().ok_or_else(|| PrintError::NoConverter { file: file.name.clone() })?;
    let failed = |late| PrintError::NotConverted { file: file.name.clone(), late };
    let place = tempfile::tempdir().map_err(|_| failed(false))?;
    // A name without surprises: the file's own may be long, or hold what a shell would read.
    let ending = Path::new(&file.name).extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    let source = place.path().join(format!("paper.{ending}"));
    std::fs::write(&source, &file.bytes).map_err(|_| failed(false))?;
    let profile = prepare_profile(place.path()).map_err(|_| failed(false))?;
    let child = start(&program, &profile, place.path(), &source).map_err(|_| failed(false))?;
    let done = wait(child, progress)?;
    let pdf = std::fs::read(place.path().join("paper.pdf"));
    match (done, pdf) {
        (Some(true), Ok(bytes)) if bytes.starts_with(b"%PDF") => Ok(SourceFile { name: as_pdf(&file.name), bytes }),
        (done, _) => Err(failed(done.is_none())),
    }
}

/// 計画（案）.docx → 計画（案）.pdf.
fn as_pdf(name: &str) -> String {
    let stem = Path::new(name).file_stem().map_or_else(|| name.into(), |stem| stem.to_string_lossy());
    format!("{stem}.pdf")
}

fn prepare_profile(place: &Path) -> std::io::Result<PathBuf> {
    let profile = place.join("profile");
    std::fs::create_dir_all(profile.join("user"))?;
    std::fs::write(profile.join("user").join("registrymodifications.xcu"), SETTINGS)?;
    Ok(profile)
}

fn start(program: &Path, profile: &Path, place: &Path, source: &Path) -> std::io::Result<Child> {
    let mut setting = OsString::from("-env:UserInstallation=");
    setting.push(file_address(profile));
    let mut command = Command::new(program);
    command
        .arg(setting)
        .args([
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            "--nolockcheck",
            "--convert-to",
            "pdf",
            "--outdir",
        ])
        .arg(place)
        .arg(source)
        .current_dir(place)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    of_its_own(&mut command);
    command.spawn()
}

/// The address of a folder, as LibreOffice reads it.
fn file_address(folder: &Path) -> String {
    let path = folder.to_string_lossy().replace('\\', "/");
    let escaped: String = path.bytes().map(escape).collect();
    if escaped.starts_with('/') { format!("file://{escaped}") } else { format!("file:///{escaped}") }
}

fn escape(byte: u8) -> String {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b':' | b'~' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    }
}

/// Waits until it has ended: whether well; none where it took too long.
fn wait(mut child: Child, progress: &mut Watch<'_>) -> Result<Option<bool>, PrintError> {
    let began = Instant::now();
    let total = usize::try_from(LIMIT.as_secs()).unwrap_or(usize::MAX);
    loop {
        let done = usize::try_from(began.elapsed().as_secs()).unwrap_or(usize::MAX);
        if let Err(unwanted) = tell(progress, Progress { stage: Stage::Reading, done, total }) {
            end(&mut child);
            return Err(unwanted);
        }
        match child.try_wait() {
            Ok(Some(status)) => return Ok(Some(status.success())),
            Ok(None) if began.elapsed() > LIMIT => {
                end(&mut child);
                return Ok(None);
            }
            Ok(None) => std::thread::sleep(STEP),
            Err(_) => return Ok(Some(false)),
        }
    }
}
