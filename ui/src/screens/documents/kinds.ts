// The documents that can be made, in the order of the list, and which options
// each of them has.
import type { AudienceName, DetailName, Document, OrderName } from "../../api/generated";

export type Kind = Exclude<Document["kind"], "issued_ledger" | "letters" | "letter_sample">;
export type Group = "council" | "members" | "meetings" | "issues";
export type Option = "year" | "on" | "body" | "meeting" | "audience" | "order" | "sheet" | "detail" | "odd" | "issues";

interface Entry {
  kind: Kind;
  group: Group;
  options: readonly Option[];
  /** For whom it can be made, the usual first. */
  audiences: readonly AudienceName[];
  /** What it says is looked at before it goes public (V21). */
  guarded?: boolean;
}

const EDITIONS: readonly AudienceName[] = ["members", "public"];

export const KINDS: readonly Entry[] = [
  { kind: "relationship_chart", group: "council", options: ["year", "sheet", "detail"], audiences: [] },
  { kind: "composition_chart", group: "council", options: ["on", "audience", "sheet"], audiences: EDITIONS },
  { kind: "roster", group: "members", options: ["body", "on", "audience", "order"], audiences: ["internal", "public", "members"] },
  { kind: "packet", group: "meetings", options: ["meeting", "audience", "odd"], audiences: EDITIONS, guarded: true },
  { kind: "agenda", group: "meetings", options: ["meeting", "audience"], audiences: EDITIONS, guarded: true },
  { kind: "seating", group: "meetings", options: ["meeting", "audience"], audiences: EDITIONS },
  { kind: "print_plan", group: "meetings", options: ["meeting", "odd"], audiences: [] },
  { kind: "issue_table", group: "issues", options: ["on", "audience", "sheet"], audiences: EDITIONS, guarded: true },
  { kind: "issue_cards", group: "issues", options: ["issues", "on", "audience"], audiences: EDITIONS, guarded: true },
];

export const GROUPS: readonly Group[] = ["council", "members", "meetings", "issues"];

export function entryOf(kind: string | undefined): Entry | undefined {
  return KINDS.find((entry) => entry.kind === kind);
}

/** What was chosen in the form; each document takes what it has. */
export interface Choice {
  year: string;
  on: string;
  body: string;
  meeting: string;
  audience: AudienceName;
  order: OrderName;
  a4: boolean;
  detail: DetailName | null;
  odd: boolean;
  confirmed: boolean;
  issue: string;
}

/** The request for a document; null while something is still to be chosen. */
export function requestOf(kind: Kind, choice: Choice): Document | null {
  const { year, on, body, meeting, audience, order, a4, detail, odd, issue } = choice;
  const confirmed = choice.confirmed && audience === "public";
  switch (kind) {
    case "relationship_chart":
      return { kind, year, a4, detail };
    case "composition_chart":
      return { kind, on, a4, audience };
    case "roster":
      return body ? { kind, body, on, order, audience } : null;
    case "packet":
      return meeting ? { kind, meeting, audience, odd, confirmed } : null;
    case "print_plan":
      return meeting ? { kind, meeting, odd, confirmed: choice.confirmed } : null;
    case "agenda":
      return meeting ? { kind, meeting, audience, confirmed } : null;
    case "seating":
      return meeting ? { kind, meeting, audience } : null;
    case "issue_table":
      return { kind, on, a4, audience, confirmed };
    case "issue_cards":
      return { kind, issues: issue ? [issue] : [], on, audience, confirmed };
  }
}
