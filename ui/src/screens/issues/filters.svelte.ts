// What the list of issues shows. Kept while the window is open, so that coming
// back from an issue's page finds the list as it was.
import type { WhichIssues } from "../../api/generated";
import { onCouncilChange } from "../../state/desk.svelte";

const NOTHING = { text: "", body: "", field: "", inlet: "", level: "", year: "", finished: false, overdue: false };

export const filters = $state({ ...NOTHING });

/** The card on the board that was looked at last, and the one that the keyboard comes back to, or "". */
export const board = $state({ at: "", back: "" });

export function clearFilters(): void {
  Object.assign(filters, NOTHING);
}

onCouncilChange(() => {
  clearFilters();
  board.at = "";
  board.back = "";
});

/** Whether anything narrows the list. */
export function isNarrowed(): boolean {
  const { text, body, field, inlet, level, year, overdue } = filters;
  return [text, body, field, inlet, level, year].some((value) => value !== "") || overdue;
}

/** The question to the core. */
export function asked(): WhichIssues {
  const { text, body, field, inlet, level, year, finished, overdue } = filters;
  return { text, body, field, inlet, level, year, open: !finished, overdue };
}
