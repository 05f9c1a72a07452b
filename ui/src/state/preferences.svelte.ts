// What this computer remembers for its user: sort, columns, theme, zoom, who
// works. Kept by the desk; where it cannot, for as long as the window is open.
import { call } from "../api/call";

type Values = Readonly<Record<string, unknown>>;

let kept = $state.raw<Values>({});

export const preferences = {
  /** Takes what the desk keeps. */
  take(values: Readonly<Partial<Record<string, unknown>>>): void {
    kept = { ...values };
  },
  /** What is kept under a key; `otherwise` where there is nothing of that kind. */
  get<T>(key: string, otherwise: T): T {
    const value = kept[key];
    if (value === undefined || value === null) return otherwise;
    const fits = otherwise === null || otherwise === undefined || typeof value === typeof otherwise;
    return fits ? (value as T) : otherwise;
  },
  set(key: string, value: unknown): void {
    if (JSON.stringify(kept[key]) === JSON.stringify(value)) return;
    kept = { ...kept, [key]: value };
    call("set_preference", { key, value }).catch(() => {});
  },
};
