// What is chosen for plates, cards, labels and envelopes.
import type { LabelSheet, WhichPeople } from "../../api/generated";

export interface CardChoice {
  /** Who sits in a body on a day, or who comes to a meeting. */
  source: "body" | "meeting";
  /** Those who were taken out, by identifier. */
  without: string[];
  kana: boolean;
  posts: boolean;
  spoken: boolean;
  secretariat: boolean;
  /** To the organisations in place of the people. */
  organizations: boolean;
  sheet: LabelSheet;
  /** The first label that is not used yet. */
  first: number | null;
}

/** What is remembered of the office's printer and envelopes. */
export interface PrinterChoice {
  /** Tenths of a millimetre. */
  right: number | null;
  down: number | null;
  /** Who sends; null for the secretariat. */
  sender: string | null;
  /** No sender at all: it stands on the envelope already. */
  unsigned: boolean;
}

export const PLAIN_PRINTER: PrinterChoice = { right: 0, down: 0, sender: null, unsigned: false };

export function plainCards(source: CardChoice["source"]): CardChoice {
  return { source, without: [], kana: false, posts: true, spoken: false, secretariat: true, organizations: false, sheet: "labels12", first: 1 };
}

/** The lines of the sender; none at all, or null for the secretariat. */
export function senderOf({ sender, unsigned }: PrinterChoice): string[] | null {
  if (unsigned) return [];
  return sender === null ? null : sender.split("\n");
}

/** Which list people are chosen from: who was taken out of one is not out of another. */
export function listOf(kind: string, { source }: CardChoice, body: string, meeting: string): string {
  return [kind, source, source === "meeting" ? meeting : body].join("/");
}

/** The request's part that says whose; null while something is still to be chosen. */
export function whose(cards: CardChoice, body: string, meeting: string, on: string): WhichPeople | null {
  const { source, without } = cards;
  if (source === "meeting") return meeting ? { meeting, without } : null;
  return body ? { body, on, without } : null;
}
