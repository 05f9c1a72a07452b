// An answer as it stands on the screen.

export type Is = "undecided" | "not_in_rules" | "decided";

export const KINDS: readonly Is[] = ["undecided", "not_in_rules", "decided"];

export interface Given {
  is: Is;
  /** Counts only where it is decided; kept while another kind is tried. */
  text: string;
}

export const UNDECIDED: Given = { is: "undecided", text: "" };

/** Whether two answers say the same. */
export function same(a: Given, b: Given): boolean {
  return a.is === b.is && (a.is !== "decided" || a.text.trim() === b.text.trim());
}

/** As the core takes it. */
export function sent(question: string, given: Given): { question: string; is: Is; text: string | null } {
  return { question, is: given.is, text: given.is === "decided" ? given.text.trim() : null };
}
