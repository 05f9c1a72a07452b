// Attendance that was marked and is not saved yet, by meeting: it outlives a look
// at another tab or screen.

export interface Mark {
  /** A code; null takes a record away. */
  presence: string | null;
  proxy: string;
}

const kept = $state<Record<string, Record<string, Mark>>>({});

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
};
