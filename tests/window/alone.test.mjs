// The program without anybody who drives it: what it opens, what it leaves, what
// a second start on the same folder says.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { family } from "../bench/window/memory.mjs";
import { computer, program } from "./harness.mjs";
import { start } from "./screen.mjs";

let pc;

before(async () => {
  pc = await computer();
});

after(() => pc?.stop());

/** Waits until the screen shows something, and no more changes. */
async function drawn() {
  let last = "";
  for (const until = Date.now() + 30_000; Date.now() < until; await sleep(700)) {
    const { data } = pc.screen.picture();
    const now = `${data.readUInt32LE(0)} ${new Set(data.subarray(0, 400_000)).size} ${data.reduce((sum, byte) => (sum * 31 + byte) | 0, 7)}`;
    if (now === last && new Set(data.subarray(0, 400_000)).size > 8) return;
    last = now;
  }
  throw new Error("nothing is drawn");
}

test("no process opens a socket to any network", async () => {
  const window = start(program, ["--sample"], { env: pc.env, log: join(pc.folder, "alone.log") });
  await drawn();
  const internet = ["tcp", "tcp6", "udp", "udp6", "raw", "raw6"].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, "utf8")
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/)[9])
      .filter(Boolean),
  );
  const all = family(window.child.pid);
  assert.ok(all.some((process) => process.name.startsWith("WebKit")), "WebKit runs below the program");
  const open = all.flatMap(({ pid, name }) => sockets(pid).map((inode) => ({ name, inode })));
  assert.ok(open.length > 0, "sockets within this computer are seen");
  assert.deepEqual(
    open.filter(({ inode }) => internet.includes(inode)),
    [],
  );
  await window.end();
});

function sockets(pid) {
  return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? [];
    } catch {
      return [];
    }
  });
}

test("without a screen it says so", () => {
  const env = { ...pc.env, DISPLAY: "", WAYLAND_DISPLAY: "" };
  assert.throws(
    () => execFileSync(program, ["--sample"], { env, stdio: ["ignore", "pipe", "pipe"], encoding: "utf8" }),
    (error) => error.status === 1 && /画面がない/.test(error.stderr),
  );
});
