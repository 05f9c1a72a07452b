// What lies on the desk: no council, one that is open and how, or a folder that
// could not be opened.
import { call } from "../api/call";
import type { Start, State } from "../api/generated";
import { changes } from "./changes.svelte";
import { dateStyle } from "./datestyle.svelte";
import { preferences } from "./preferences.svelte";
import { undo } from "./undo.svelte";

/** The council that is open. */
export type Council = Extract<State, { state: "open" }>;

/** A folder that could not be opened. */
export type Trouble = Extract<State, { state: "trouble" }>;

let start = $state.raw<Start | null>(null);
let behind = $state.raw<Council | null>(null);

let open: string | null | undefined;
const resets: (() => void)[] = [];

/**
 * What a module keeps about the council that is open, it forgets here: another
 * one was opened, or none is open any more.
 */
export function onCouncilChange(reset: () => void): void {
  resets.push(reset);
}

/** Which council is open: its folder, or the sample. */
function identity({ desk: on }: Start): string | null {
  return on.state === "open" ? JSON.stringify([on.folder, on.sample]) : null;
}

export const desk = {
  /** The last answer of `start`; none before the first. */
  get start(): Start | null {
    return start;
  },
  /** The council that is open. */
  get council(): Council | null {
    return start?.desk.state === "open" ? start.desk : null;
  },
  /** Why a folder could not be opened. */
  get trouble(): Trouble | null {
    return start?.desk.state === "trouble" ? start.desk : null;
  },
  /** Today in Japan, ISO, by the core's clock. */
  get today(): string {
    return start?.today ?? "";
  },
  /** The name under which changes are made. */
  get actor(): string {
    return start?.actor ?? "";
  },
  get version(): string {
    return start?.version ?? "";
  },
  /** Whether nothing may be written. */
  get readOnly(): boolean {
    return desk.council?.read_only ?? false;
  },
  /** Reads what lies on the desk. */
  async load(): Promise<void> {
    const answer = await call("start", {});
    const now = identity(answer);
    if (open !== undefined && open !== now) for (const reset of resets) reset();
    open = now;
    start = answer;
    behind = null;
    preferences.take(answer.preferences);
    changes.tell();
    if (answer.desk.state === "open") await Promise.all([undo.refresh(), readDateStyle()]);
  },
  /** The council that stays open behind a folder that could not be opened. */
  get behind(): Council | null {
    return behind;
  },
  /** Takes the answer of a command that put something on the desk. */
  async take(answer: State): Promise<void> {
    await desk.load();
    if (answer.state !== "trouble" || !start) return;
    if (start.desk.state === "open") behind = start.desk;
    start = { ...start, desk: answer };
  },
};

async function readDateStyle(): Promise<void> {
  try {
    dateStyle.set((await call("council_settings", {})).date_style);
  } catch {
    // Dates are written in the first style then.
  }
}
