// For whom letters are made: rows of the list, and what is asked of the core.
import type { LetterCandidate, LetterTo } from "../../api/generated";

/** What tells a row apart from the others, and is remembered when it is chosen. */
export function keyOf(row: LetterCandidate): string {
  return row.appointment ?? row.seat;
}

/** The row as the core is asked for it. */
export function targetOf(row: LetterCandidate): LetterTo {
  return row.appointment ? { appointment: row.appointment } : { seat: row.seat };
}

export interface Filter {
  body: string;
  category: string;
  /** A last day; `-` for none. */
  end: string;
  text: string;
}

/** The rows that a filter lets through. */
export function filtered(rows: readonly LetterCandidate[], filter: Filter): LetterCandidate[] {
  const text = filter.text.replace(/\s/g, "");
  return rows.filter(
    (row) =>
      (filter.body === "" || row.body === filter.body) &&
      (filter.category === "" || String(row.category ?? "") === filter.category) &&
      (filter.end === "" || (row.end ?? "-") === filter.end) &&
      (text === "" || `${row.name}${row.affiliation}${row.organization}`.replace(/\s/g, "").includes(text)),
  );
}

/** Each value once, in order. */
export function distinct<T>(rows: readonly LetterCandidate[], of: (row: LetterCandidate) => T): T[] {
  return [...new Set(rows.map(of))].sort();
}
