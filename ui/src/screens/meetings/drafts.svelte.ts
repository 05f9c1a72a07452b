// Attendance that was marked and is not saved yet, by meeting: it outlives a look
// at another tab or screen.
import { onCouncilChange } from "../../state/desk.svelte";
import { route } from "../../state/route.svelte";
import { unsaved } from "../../state/unsaved.svelte";

export interface Mark {
  /** A code; null takes a record away. */
  presence: string | null;
  proxy: string;
  /** Came after the opening, as typed. */
  came: string;
  /** Left before the end, as typed. */
  left: string;
}

export function alike(a: Mark, b: Mark | undefined): boolean {
  return b !== undefined && a.presence === b.presence && a.proxy === b.proxy && a.came === b.came && a.left === b.left;
}

let kept = $state<Record<string, Record<string, Mark>>>({});

export const drafts = {
  of(meeting: string): Record<string, Mark> {
    return kept[meeting] ?? {};
  },
  set(meeting: string, appointment: string, mark: Mark | null): void {
    const marks = { ...(kept[meeting] ?? {}) };
    if (mark) marks[appointment] = mark;
    else delete marks[appointment];
    kept[meeting] = marks;
  },
  clear(meeting: string): void {
    kept[meeting] = {};
  },
  /** Drops what was saved; what was marked otherwise meanwhile stays. */
  saved(meeting: string, sent: Record<string, Mark>): void {
    const left = Object.entries(kept[meeting] ?? {}).filter(([appointment, mark]) => !alike(mark, sent[appointment]));
    kept[meeting] = Object.fromEntries(left);
  },
};

const waits = (meeting: string) => Object.keys(drafts.of(meeting)).length > 0;

unsaved.hold({
  dirty: () => Object.keys(kept).some(waits),
  discard: () => void (kept = {}),
  kept: true,
  shown: () => route.screen === "meetings" && waits(route.id ?? ""),
});
onCouncilChange(() => (kept = {}));
