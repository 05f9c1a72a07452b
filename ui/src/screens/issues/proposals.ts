// What a proposal's forms send.
import type { ProposalPage } from "../../api/generated";
import type { Args } from "../../api/call";

export type ProposalRecord = Args<"update_proposal">["record"];

/** The record as it is now, with what a form has changed. */
export function recordOf(page: ProposalPage, changed: Partial<ProposalRecord> = {}): ProposalRecord {
  return {
    year: String(page.row.year),
    number: page.serial,
    kind: page.kind,
    title: page.row.title,
    parts: page.parts,
    issues: page.row.issues.map((issue) => issue.id),
    meetings: page.meetings.map((meeting) => meeting.id),
    figures: page.figures,
    expected: page.expected?.id ?? null,
    addressee: page.row.addressee,
    organization: page.addressed_to,
    note: page.note,
    ...changed,
  };
}

/** A deed of a proposal's way. */
export type Deed = "approve" | "deliver" | "answer" | "outcome";

/** What comes next, by where it stands. */
export function nextDeed(state: string): Deed {
  return ({ draft: "approve", approved: "deliver", delivered: "answer" } as Record<string, Deed>)[state] ?? "outcome";
}

/** What can be taken back, by where it stands: the latest alone. */
export function lastDeed(state: string): Deed | null {
  return ({ approved: "approve", delivered: "deliver", answered: "answer", settled: "outcome" } as Record<string, Deed>)[state] ?? null;
}

/** An item a place up or down. */
export function moved<T>(list: readonly T[], at: number, step: number): T[] {
  const next = [...list];
  const [item] = next.splice(at, 1);
  if (item !== undefined) next.splice(at + step, 0, item);
  return next;
}
