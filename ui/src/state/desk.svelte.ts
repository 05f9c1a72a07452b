// What lies on the desk: no council, or one that is open, and how.
import { call, type Name } from "../api/call";
import { changes } from "./changes.svelte";
import { undo } from "./undo.svelte";

/** The council that is open. */
export interface Council {
  state: "open";
  name: string;
  municipality: string;
  folder: string | null;
  read_only: boolean;
  sample: boolean;
  year: number;
  year_label: string;
}

/** What a window needs to know at its start. */
export interface Start {
  desk: { state: "none" } | Council;
  today: string;
  version: string;
}

let start = $state.raw<Start | null>(null);

export const desk = {
  /** The last answer of `start`; none before the first. */
  get start(): Start | null {
    return start;
  },
  /** The council that is open. */
  get council(): Council | null {
    return start?.desk.state === "open" ? start.desk : null;
  },
  /** Today in Japan, ISO, by the core's clock. */
  get today(): string {
    return start?.today ?? "";
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
    await desk.take((await call("start" as Name, {} as never)) as unknown as Start);
  },
  /** Takes the answer of a command that put something on the desk. */
  async take(answer: Start): Promise<void> {
    start = answer;
    changes.tell();
    if (desk.council) await undo.refresh();
  },
};
