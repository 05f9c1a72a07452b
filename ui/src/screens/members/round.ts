// The work list of a round: what narrows it, and for whom its letters are.
import type { LetterTo, RoundRow } from "../../api/generated";
import { matches } from "./filters.svelte";

export interface RoundFilter {
  body: string;
  category: string;
  organization: string;
  next: string;
  text: string;
  late: boolean;
  leaves: boolean;
}

export const noFilter = (): RoundFilter => ({
  body: "",
  category: "",
  organization: "",
  next: "",
  text: "",
  late: false,
  leaves: false,
});

/** Whether a row is let through; `words` is the text as the core folds it. */
export function fits(row: RoundRow, filter: RoundFilter, words: readonly string[]): boolean {
  return (
    (filter.body === "" || row.body === filter.body) &&
    (filter.category === "" || String(row.category ?? "") === filter.category) &&
    (filter.organization === "" || row.organization === filter.organization) &&
    (filter.next === "" || row.next === filter.next) &&
    (!filter.late || row.late_days > 0) &&
    (!filter.leaves || row.leaves) &&
    matches(row.search, words)
  );
}

/** The organisations that are asked, each once, by name. */
export function organizationsOf(rows: readonly RoundRow[]): { value: string; label: string }[] {
  const named = new Map(rows.flatMap((row) => (row.organization ? [[row.organization, row.organization_name] as const] : [])));
  return [...named].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, "ja"));
}

/** Who is meant by a letter of a kind; none where the row has nobody for it. */
export function letterTo(kind: string, row: RoundRow): LetterTo | null {
  if (kind === "release" || kind === "thanks") return row.leaves && row.present ? { appointment: row.present.appointment } : null;
  // What is planned for the seat, its first day too, is known from the nomination.
  const seat: LetterTo = row.nomination ? { seat: row.seat, nomination: row.nomination } : { seat: row.seat, start: row.start_expected };
  if (kind === "request") return row.organization ? seat : null;
  if (kind !== "consent" && row.appointment) return { appointment: row.appointment };
  return row.person ? { ...seat, person: row.person } : null;
}

/** The step whose day a letter is; none where it is none's. */
export function stepOf(kind: string): "ask" | "letter" | null {
  if (kind === "request") return "ask";
  return kind === "commission" || kind === "assignment" ? "letter" : null;
}
