// A body's words while they are being edited: every line keeps a number of its
// own, so that a field stays with its line when lines come and go.
import type { BodySays, SaysCategory, SaysFrequency, SaysOfficer, SaysText } from "../../api/generated";

export type Line<T> = T & { id: number };

export interface Draft {
  name: string;
  note: string;
  frequency: SaysFrequency;
  term_rule: string;
  replacement: string;
  most_reappointments: number | null;
  most_years: number | null;
  verb: string;
  texts: Line<SaysText>[];
  categories: Line<SaysCategory>[];
  officers: Line<Omit<SaysOfficer, "method"> & { method: string }>[];
}

let last = 0;

/** A line with a number of its own. */
export function line<T>(of: T): Line<T> {
  last += 1;
  return { ...of, id: last };
}

/** The words of a body, to be edited. */
export function draft(says: BodySays): Draft {
  return {
    name: says.name,
    note: says.note ?? "",
    frequency: says.frequency ? { ...says.frequency } : { text: "", per_year: null, certainty: "stated" },
    term_rule: says.term_rule,
    replacement: says.replacement ?? "ask",
    most_reappointments: says.most_reappointments ?? null,
    most_years: says.most_years ?? null,
    verb: says.verb,
    texts: says.texts.map((text) => line(text)),
    categories: says.categories.map((category) => line(category)),
    officers: says.officers.map((officer) => line({ ...officer, method: officer.method ?? "" })),
  };
}

function bare<T extends { id: number }>({ id: _, ...rest }: T): Omit<T, "id"> {
  return rest;
}

/** What is sent. */
export function said(draft: Draft): BodySays {
  const often = draft.frequency.text.trim() !== "" || draft.frequency.per_year !== null;
  return {
    name: draft.name,
    note: draft.note.trim() === "" ? null : draft.note,
    frequency: often ? draft.frequency : null,
    term_rule: draft.term_rule,
    replacement: draft.replacement,
    most_reappointments: draft.most_reappointments,
    most_years: draft.most_years,
    verb: draft.verb,
    texts: draft.texts.map(bare),
    categories: draft.categories.map(bare),
    officers: draft.officers.map((officer) => ({ ...bare(officer), method: officer.method.trim() === "" ? null : officer.method })),
  };
}

/** The next free number of a category. */
export function nextNumber(categories: readonly { number: number }[]): number {
  return Math.max(0, ...categories.map((category) => category.number)) + 1;
}
