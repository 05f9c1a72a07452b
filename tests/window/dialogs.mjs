// The system's own dialogs, answered as a user does: by keys and the mouse.
import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** How long a dialog may take to appear. */
const PATIENCE = 20_000;

export function dialogs(env) {
  const x = (...args) =>
    new Promise((done) => {
      execFile("xdotool", args, { env }, (trouble, out) => done(trouble ? "" : out.trim().split("\n").at(-1)));
    });

  /** Waits for the dialog whose title has these words. */
  async function dialog(title) {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
      const found = await x("search", "--onlyvisible", "--name", title);
      if (found) return found;
    }
    throw new Error(`the dialog does not appear: ${title}`);
  }

  /** Answers a dialog that asks for a path: the path is typed. */
  async function choosePath(title, path) {
    const asked = await dialog(title);
    await x("windowfocus", asked);
    await sleep(200);
    // A slash opens the field for a path.
    await x("type", "--delay", "20", "/");
    await sleep(400);
    await x("key", "--delay", "20", "ctrl+a");
    await x("type", "--delay", "20", path);
    await sleep(400);
    await x("key", "Return");
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
      if (!(await x("search", "--onlyvisible", "--name", title))) return;
    }
    throw new Error(`the dialog stays: ${title}`);
  }

  return { choosePath };
}
