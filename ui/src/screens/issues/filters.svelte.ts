// What the list of issues shows. Kept on this computer, so that coming back, from an
// issue's page or the next morning, finds the list as it was. What was typed to search
// for is kept while the window is open only: it may be a name.
import type { WhichIssues } from "../../api/generated";
import { desk, onCouncilChange } from "../../state/desk.svelte";
import { preferences } from "../../state/preferences.svelte";

const KEPT = { body: "", field: "", inlet: "", level: "", year: "", finished: false, overdue: false };
const KEY = "issues/filters";

let text = $state("");

/** Whose they are: the bodies and fields of another council are others. */
const council = (): string => JSON.stringify([desk.council?.folder ?? null, desk.council?.sample ?? false]);

function kept(): typeof KEPT {
  const { of, ...rest } = preferences.get<Partial<typeof KEPT> & { of?: string }>(KEY, {});
  return of === council() ? { ...KEPT, ...rest } : KEPT;
}

/** Keeps one of the filters. */
function keep<K extends keyof typeof KEPT>(key: K, value: (typeof KEPT)[K]): void {
  preferences.set(KEY, { ...kept(), [key]: value, of: council() });
}

export const filters = {
  get text(): string {
    return text;
  },
  set text(to: string) {
    text = to;
  },
  get body(): string {
    return kept().body;
  },
  set body(to: string) {
    keep("body", to);
  },
  get field(): string {
    return kept().field;
  },
  set field(to: string) {
    keep("field", to);
  },
  get inlet(): string {
    return kept().inlet;
  },
  set inlet(to: string) {
    keep("inlet", to);
  },
  get level(): string {
    return kept().level;
  },
  set level(to: string) {
    keep("level", to);
  },
  get year(): string {
    return kept().year;
  },
  set year(to: string) {
    keep("year", to);
  },
  get finished(): boolean {
    return kept().finished;
  },
  set finished(to: boolean) {
    keep("finished", to);
  },
  get overdue(): boolean {
    return kept().overdue;
  },
  set overdue(to: boolean) {
    keep("overdue", to);
  },
};

/** The card on the board that was looked at last, and the one that the keyboard comes back to, or "". */
export const board = $state({ at: "", back: "" });

// All at once: several writes might come to the disk in another order.
export function clearFilters(): void {
  text = "";
  preferences.set(KEY, { ...KEPT, of: council() });
}

onCouncilChange(() => {
  text = "";
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
