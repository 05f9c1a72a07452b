// A screen of its own for a test: Xvfb, with everything that belongs to it in one
// group of processes, so that nothing stays behind.
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** A wait that keeps no test from ending. */
const sleep = (time) => wait(time, undefined, { ref: false });

/** A place on disk that goes away at the end. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), "entaku-window-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Starts a program in a group of its own; `end` ends the whole group. */
export function start(program, args, options = {}) {
  const log = options.log ? openSync(options.log, "a") : "ignore";
  const child = spawn(program, args, {
    stdio: ["ignore", log, log, ...(options.pipes ?? [])],
    env: options.env ?? process.env,
    detached: true,
  });
  if (typeof log === "number") closeSync(log);
  const gone = new Promise((done) => child.once("exit", (code, signal) => done(code ?? signal)));
  const failed = new Promise((_, fail) => child.once("error", fail));
  failed.catch(() => {});
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
    } catch {
      // Nobody is left in the group.
    }
  };
  const end = async () => {
    signal("SIGTERM");
    await Promise.race([gone, sleep(2000)]);
    signal("SIGKILL");
    await Promise.race([gone, sleep(2000)]);
  };
  return { child, gone, failed, end };
}

/** Starts an X server on a free display. `picture()` is what it shows now. */
export async function openScreen(folder, size = [1440, 900]) {
  const [width, height] = size;
  const args = ["-displayfd", "3", "-screen", "0", `${width}x${height}x24`, "-nolisten", "tcp", "-fbdir", folder];
  const server = start("Xvfb", args, { log: join(folder, "xvfb.log"), pipes: ["pipe"] });
  const number = await Promise.race([
    new Promise((found) => server.child.stdio[3].once("data", (text) => found(String(text).trim()))),
    server.failed,
    sleep(20_000).then(() => {
      throw new Error("Xvfb does not start");
    }),
  ]);
  return {
    display: `:${number}`,
    size,
    picture: () => pixels(readFileSync(join(folder, "Xvfb_screen0"))),
    close: server.end,
  };
}

/** The pixels of an X window dump, 4 bytes each. */
function pixels(dump) {
  const header = dump.readUInt32BE(0);
  const colours = dump.readUInt32BE(4 * 19);
  const [width, height] = [dump.readUInt32BE(16), dump.readUInt32BE(20)];
  return { width, height, data: dump.subarray(header + colours * 12) };
}
