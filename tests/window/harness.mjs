// What every test of the window starts from: the real program on a screen of its
// own, with folders of its own, and a stand-in for the system's PDF viewer.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dialogs } from "./dialogs.mjs";
import { drive } from "./driver.mjs";
import { openScreen, scratch, start } from "./screen.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const target = process.env.CARGO_TARGET_DIR ?? `${process.env.ENTAKU_CACHE ?? `${homedir()}/.cache/entaku`}/target`;

/** `debug` tests a quick build while a screen is being made. */
const profile = process.env.ENTAKU_PROFILE ?? "release";

/** The program under test. */
export const program = process.env.ENTAKU_WINDOW ?? `${target}/${profile}/entaku-window`;

/** The command line beside it. */
export const commandLine = `${target}/${profile}/entaku`;

/** A computer with a screen and a user's folders; `window(…)` starts the program. */
export async function computer() {
  const place = scratch();
  const screen = await openScreen(place.folder);
  const env = surroundings(place.folder, screen.display);
  const pages = [];
  const managers = [];
  return {
    folder: place.folder,
    screen,
    env,
    async window(args = ["--sample"], binary = program) {
      const page = await drive(binary, args, env, place.folder);
      pages.push(page);
      return page;
    },
    /** A manager of windows, as every desktop has one; it ends with the computer. */
    manage() {
      managers.push(start("openbox", ["--sm-disable"], { env, log: join(place.folder, "openbox.log") }));
    },
    /** Answers the system's dialogs, and moves windows. */
    ...dialogs(env),
    opened: () => lines(join(place.folder, "opened")),
    log: () => lines(join(place.folder, "config/jp.entaku.desk/entaku.log")),
    async stop() {
      for (const page of pages) await page.close();
      for (const manager of managers) await manager.end();
      await screen.close();
      place.remove();
    },
  };
}

function lines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
}

/** The program's environment: nothing of the user's own is seen or touched. */
export function surroundings(folder, display) {
  const bin = join(folder, "bin");
  for (const name of ["bin", "home", "data", "config", "cache", "run"]) mkdirSync(join(folder, name), { mode: 0o700 });
  const viewer = join(bin, "xdg-open");
  writeFileSync(viewer, `#!/bin/sh\nprintf '%s\\n' "$1" >>'${join(folder, "opened")}'\n`);
  chmodSync(viewer, 0o755);
  return {
    PATH: `${bin}:${process.env.PATH}`,
    LANG: "C.UTF-8",
    HOME: join(folder, "home"),
    XDG_DATA_HOME: join(folder, "data"),
    XDG_CONFIG_HOME: join(folder, "config"),
    XDG_CACHE_HOME: join(folder, "cache"),
    XDG_RUNTIME_DIR: join(folder, "run"),
    DISPLAY: display,
    GDK_BACKEND: "x11",
    NO_AT_BRIDGE: "1",
    DBUS_SESSION_BUS_ADDRESS: "unix:path=/nonexistent",
    USER: "tests",
  };
}
