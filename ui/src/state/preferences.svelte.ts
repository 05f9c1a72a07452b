// What this computer remembers for its user: sort, columns, theme, zoom. Kept
// by the desk; where it cannot, for as long as the window is open.
import { call, type Name } from "../api/call";

let kept = $state.raw<Readonly<Record<string, string>>>({});

export const preferences = {
  /** Reads what is kept; once, when the window starts. */
  async load(): Promise<void> {
    try {
      const answer = (await call("preferences" as Name, {} as never)) as unknown;
      kept = { ...asRecord(answer), ...kept };
    } catch {
      // Without a place to keep them, preferences last as long as the window.
    }
  },
  get(name: string): string | undefined {
    return kept[name];
  },
  /** A value that was kept as JSON; `otherwise` where there is none or it cannot be read. */
  read<T>(name: string, otherwise: T): T {
    const text = kept[name];
    if (text === undefined) return otherwise;
    try {
      return JSON.parse(text) as T;
    } catch {
      return otherwise;
    }
  },
  set(name: string, value: string): void {
    if (kept[name] === value) return;
    kept = { ...kept, [name]: value };
    call("set_preference" as Name, { name, value } as never).catch(() => {});
  },
  keep(name: string, value: unknown): void {
    preferences.set(name, JSON.stringify(value));
  },
};

function asRecord(answer: unknown): Record<string, string> {
  if (Array.isArray(answer)) {
    const rows = answer as { name: string; value: string }[];
    return Object.fromEntries(rows.map((row) => [row.name, row.value]));
  }
  return (answer ?? {}) as Record<string, string>;
}
