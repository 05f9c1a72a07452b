// A core that answers from a table: for tests of parts.
import type { DeskEvent, Transport } from "../api/call";

type Answer = (args: Record<string, unknown>, content?: Uint8Array) => unknown;

/** Answers by command; what is not listed is refused. */
export const answers: Record<string, Answer> = {
  start: () => ({
    desk: {
      state: "open",
      name: "c",
      municipality: "m",
      folder: null,
      read_only: false,
      sample: true,
      notices: [],
      year: 2026,
      year_label: "",
    },
    today: "2026-10-01",
    today_label: "",
    actor: "",
    recent: [],
    suggested: null,
    preferences: {},
    version: "0",
  }),
  set_preference: () => ({}),
  council_settings: () => ({ date_style: "era" }),
  undoable: () => ({ undo: null, redo: null }),
  read_day: ({ text }) => {
    const found = /^R(\d+)\.(\d+)\.(\d+)$|^(\d{4})[-/](\d+)[-/](\d+)$/.exec(String(text));
    if (!found) return null;
    const year = found[1] ? Number(found[1]) + 2018 : Number(found[4]);
    const two = (n: string | undefined) => String(n).padStart(2, "0");
    const iso = `${year}-${two(found[2] ?? found[5])}-${two(found[3] ?? found[6])}`;
    return { iso, shown: iso };
  },
};

/** What was called, in order. */
export const called: { name: string; args: unknown; content?: Uint8Array }[] = [];

const hearers = new Set<(event: DeskEvent) => void>();

/** Lets the desk say something. */
export function say(event: DeskEvent): void {
  for (const hear of hearers) hear(event);
}

async function answer(name: string, args: unknown, content?: Uint8Array): Promise<unknown> {
  called.push({ name, args, content });
  const known = answers[name];
  if (!known) throw { code: "bad_request", message: name, hint: "", field: null };
  // As over the wire: nothing is shared.
  return structuredClone(await known(args as Record<string, unknown>, content));
}

export const fakeTransport: Transport = {
  call: (name, args) => answer(name, args),
  bytes: async (name, args) => (await answer(name, args)) as Uint8Array,
  send: (name, args, content) => answer(name, args, content),
  async listen(heard) {
    hearers.add(heard);
    return () => hearers.delete(heard);
  },
  async unsaved(is) {
    called.push({ name: "unsaved", args: { is } });
  },
};
