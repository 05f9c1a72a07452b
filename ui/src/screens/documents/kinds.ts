// The documents that can be made, in the order of the list, and which options
// each of them has.
import type { AudienceName, DetailName, Document, OrderName, WhichIssues } from "../../api/generated";
import { senderOf, whose, type CardChoice, type PrinterChoice } from "./cards";

/** What is made on a meeting's own page. */
type OfPapers = "replacement" | "collected_copies" | "collection_list" | "delivery_list" | "packet_plan";
export type Kind = Exclude<Document["kind"], OfPapers | "issued_ledger" | "sub_report" | "plan_paper" | "proposal" | "letters" | "letter_sample" | "ballots" | "count_sheet" | "pay_list" | "roster_changes" | "minutes_letters" | "decision_extract">;
export type Group = "council" | "members" | "cards" | "meetings" | "issues";
export type Option = "year" | "on" | "body" | "meeting" | "audience" | "order" | "sheet" | "detail" | "odd" | "issues" | "list" | "people";

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
  { kind: "officer_history", group: "members", options: ["body"], audiences: [] },
  { kind: "roster_figures", group: "members", options: ["body", "on", "audience"], audiences: ["internal", "public"] },
  { kind: "name_plates", group: "cards", options: ["body", "on", "meeting", "people"], audiences: [] },
  { kind: "table_cards", group: "cards", options: ["body", "on", "meeting", "people"], audiences: [] },
  { kind: "address_labels", group: "cards", options: ["body", "on", "meeting", "people"], audiences: [] },
  { kind: "envelopes", group: "cards", options: ["body", "on", "meeting", "people"], audiences: [] },
  { kind: "packet", group: "meetings", options: ["meeting", "audience", "odd"], audiences: EDITIONS, guarded: true },
  { kind: "agenda", group: "meetings", options: ["meeting", "audience"], audiences: EDITIONS, guarded: true },
  { kind: "scenario", group: "meetings", options: ["meeting"], audiences: [] },
  { kind: "seating", group: "meetings", options: ["meeting", "audience"], audiences: EDITIONS },
  { kind: "turnout", group: "meetings", options: ["year", "audience"], audiences: ["internal", "public"] },
  { kind: "activity_report", group: "meetings", options: ["year", "audience"], audiences: EDITIONS, guarded: true },
  { kind: "reception", group: "meetings", options: ["meeting"], audiences: [] },
  { kind: "print_plan", group: "meetings", options: ["meeting", "odd"], audiences: [] },
  { kind: "minutes", group: "meetings", options: ["meeting", "audience"], audiences: ["members", "public", "internal"], guarded: true },
  { kind: "minutes_outline", group: "meetings", options: ["meeting", "audience"], audiences: EDITIONS, guarded: true },
  { kind: "election_record", group: "meetings", options: ["meeting"], audiences: [] },
  { kind: "year_plan", group: "meetings", options: ["year", "audience", "sheet"], audiences: ["members", "public", "internal"], guarded: true },
  { kind: "reply_table", group: "meetings", options: ["meeting"], audiences: [] },
  { kind: "reminder_table", group: "meetings", options: ["meeting"], audiences: [] },
  { kind: "needs_table", group: "meetings", options: ["meeting"], audiences: [] },
  { kind: "opinions_paper", group: "meetings", options: ["meeting", "audience"], audiences: EDITIONS, guarded: true },
  { kind: "reception_table", group: "meetings", options: ["meeting"], audiences: [] },
  { kind: "feedback_overview", group: "issues", options: ["year", "audience"], audiences: EDITIONS, guarded: true },
  { kind: "issue_table", group: "issues", options: ["list", "on", "audience", "sheet"], audiences: EDITIONS, guarded: true },
  { kind: "issue_cards", group: "issues", options: ["issues", "on", "audience"], audiences: EDITIONS, guarded: true },
  { kind: "progress_sheet", group: "issues", options: ["year", "audience", "sheet"], audiences: EDITIONS, guarded: true },
  { kind: "issue_flow", group: "issues", options: ["year", "audience", "sheet"], audiences: EDITIONS },
  { kind: "issue_themes", group: "issues", options: ["on", "audience"], audiences: EDITIONS, guarded: true },
];

export const GROUPS: readonly Group[] = ["council", "members", "cards", "meetings", "issues"];

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
  /** What narrows the table of issues; null for all that are open. */
  filter: WhichIssues | null;
  cards: CardChoice;
  printer: PrinterChoice;
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
    case "officer_history":
      return body ? { kind, body } : null;
    case "turnout":
      return { kind, days: { year }, audience };
    case "activity_report":
    case "feedback_overview":
      return { kind, year, audience, confirmed };
    case "reception":
    case "election_record":
    case "reply_table":
    case "reminder_table":
    case "needs_table":
    case "reception_table":
      return meeting ? { kind, meeting } : null;
    case "roster_figures":
      return body ? { kind, body, on, audience } : null;
    case "packet":
      return meeting ? { kind, meeting, audience, odd, confirmed } : null;
    case "opinions_paper":
      return meeting ? { kind, meeting, audience, confirmed } : null;
    case "print_plan":
      return meeting ? { kind, meeting, odd, confirmed: choice.confirmed } : null;
    case "agenda":
      return meeting ? { kind, meeting, audience, confirmed } : null;
    case "minutes":
    case "minutes_outline":
      return meeting ? { kind, meeting, audience, confirmed } : null;
    case "scenario":
      return meeting ? { kind, meeting } : null;
    case "seating":
      return meeting ? { kind, meeting, audience } : null;
    case "name_plates": {
      const who = whose(choice.cards, body, meeting, on);
      return who && { kind, who, kana: choice.cards.kana };
    }
    case "table_cards": {
      const { kana, posts, spoken, secretariat } = choice.cards;
      const who = whose(choice.cards, body, meeting, on);
      return who && { kind, who, kana, posts, spoken, secretariat };
    }
    case "address_labels": {
      const { organizations, sheet, first } = choice.cards;
      const { right, down } = choice.printer;
      const who = whose(choice.cards, body, meeting, on);
      return who && { kind, who, organizations, sheet, first: first ?? 1, right, down };
    }
    case "envelopes": {
      const { right, down } = choice.printer;
      const who = whose(choice.cards, body, meeting, on);
      return who && { kind, who, organizations: choice.cards.organizations, sender: senderOf(choice.printer), right, down };
    }
    case "year_plan":
      return { kind, year, a4, audience, confirmed };
    case "issue_table":
      return { kind, on, a4, audience, confirmed, filter: choice.filter };
    case "progress_sheet":
      return { kind, year, a3: !a4, audience, confirmed };
    case "issue_flow":
      return { kind, year, a4, audience };
    case "issue_themes":
      return { kind, on, audience, confirmed };
    case "issue_cards":
      return { kind, issues: issue ? [issue] : [], on, audience, confirmed };
  }
}
