// How long it takes from the start of the program to a picture that stays. The
// X server's picture is a file, so looking at it asks nothing of the program.
import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { program, surroundings } from "../../window/harness.mjs";
import { openScreen, scratch, start } from "../../window/screen.mjs";

/** One line in so many is looked at, so often, until nothing changed so long. */
const EVERY = 12;
const PAUSE = 10;
const STILL = 2500;
/** A picture counts as finished when at most this part of it changes later. */
const REST = 0.002;

export async function starting() {
  const place = scratch();
  const screen = await openScreen(place.folder);
  const env = surroundings(place.folder, screen.display);
  const look = looker(join(place.folder, "Xvfb_screen0"), screen.size);
  const seen = [look()];
  const began = performance.now();
  const window = start(program, ["--sample"], { env, log: join(place.folder, "window.log") });
  let changed = began;
  while (performance.now() - changed < STILL || seen.length === 1) {
    await sleep(PAUSE);
    const now = look();
    if (difference(now.lines, seen.at(-1).lines) === 0) continue;
    seen.push(now);
    changed = now.at;
  }
  await window.end();
  await screen.close();
  place.remove();
  const last = seen.at(-1).lines;
  const finished = seen.findIndex((one) => difference(one.lines, last) <= REST);
  return { mapped: seen[1].at - began, usable: seen[finished].at - began };
}

function looker(file, [width, height]) {
  const handle = openSync(file, "r");
  const start = Buffer.alloc(160);
  readSync(handle, start, 0, 160, 0);
  const first = start.readUInt32BE(0) + 12 * start.readUInt32BE(76);
  closeSync(handle);
  return () => {
    const open = openSync(file, "r");
    const lines = Buffer.alloc(width * 4 * Math.floor(height / EVERY));
    for (let n = 0; n < Math.floor(height / EVERY); n += 1) {
      readSync(open, lines, n * width * 4, width * 4, first + n * EVERY * width * 4);
    }
    closeSync(open);
    return { at: performance.now(), lines };
  };
}

/** The part of the pixels that differ. */
function difference(one, other) {
  if (one.equals(other)) return 0;
  let different = 0;
  for (let at = 0; at < one.length; at += 4) if (one.readUInt32LE(at) !== other.readUInt32LE(at)) different += 1;
  return different / (one.length / 4);
}
