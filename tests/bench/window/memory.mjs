// The memory of the program and of WebKit's processes under it: proportional set
// size, in which shared pages are counted once.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { program, surroundings } from "../../window/harness.mjs";
import { openScreen, scratch, start } from "../../window/screen.mjs";

/** Until the first screen has settled. */
const SETTLED = 8000;

export async function memory(variables) {
  const place = scratch();
  const screen = await openScreen(place.folder);
  const env = { ...surroundings(place.folder, screen.display), ...variables };
  const window = start(program, ["--sample"], { env, log: join(place.folder, "window.log") });
  await sleep(SETTLED);
  const parts = {};
  for (const process of family(window.child.pid)) {
    parts[process.name] = (parts[process.name] ?? 0) + pss(process.pid);
  }
  await window.end();
  await screen.close();
  place.remove();
  return { parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}

/** A process and all below it. */
export function family(root) {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).flatMap(read);
  const found = all.filter((process) => process.pid === root);
  for (const known of found) found.push(...all.filter((process) => process.parent === known.pid));
  return found;
}

function read(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const name = stat.slice(stat.indexOf("(") + 1, stat.lastIndexOf(")"));
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    return [{ pid: Number(pid), name, parent }];
  } catch {
    return [];
  }
}

/** In MB. */
function pss(pid) {
  const said = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Pss:\s+(\d+) kB/m.exec(said)[1]) / 1024;
}
