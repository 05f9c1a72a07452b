// What the list of issues shows. Kept while the window is open, so that coming
// back from an issue's page finds the list as it was.
import type { WhichIssues } from "../../api/generated";
import { onCouncilChange } from "../../state/desk.svelte";

const NOTHING = { text: "", body: "", field: "", inlet: "", year: "", finished: false, overdue: false };

export const filters = $state({ ...NOTHING });

/** The card on the board that was looked at last. */
export const board = $state({ at: "" });

export function clearFilters(): void {
  Object.assign(filters, NOTHING);
}

onCouncilChange(() => {
  clearFilters();
  board.at = "";
});

/** Whether anything narrows the list. */
export function isNarrowed(): boolean {
  const { text, body, field, inlet, year, overdue } = filters;
  return [text, body, field, inlet, year].some((value) => value !== "") || overdue;
}

/** The question to the core. */
export function asked(): WhichIssues {
  const { text, body, field, inlet, year, finished, overdue } = filters;
  return { text, body, field, inlet, year, open: !finished, overdue };
}
