// The system's own dialogs and windows, used as a user does: by keys and the mouse.
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
    await gone(title);
  }

  /** Waits until no window has these words in its title. */
  async function gone(title) {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await sleep(100)) {
      if (!(await x("search", "--onlyvisible", "--name", title))) return;
    }
    throw new Error(`it stays: ${title}`);
  }

  /** Presses keys in the window whose title has these words. */
  async function pressIn(title, ...pressed) {
    await x("windowactivate", "--sync", await dialog(title));
    await sleep(200);
    await x("key", "--delay", "50", ...pressed);
  }

  /** Gives a window another size and place. */
  async function arrange(title, [width, height], [left, top]) {
    const window = await dialog(title);
    await x("windowsize", "--sync", window, `${width}`, `${height}`);
    await x("windowmove", "--sync", window, `${left}`, `${top}`);
    await sleep(500);
  }

  return { choosePath, pressIn, arrange, gone };
}
