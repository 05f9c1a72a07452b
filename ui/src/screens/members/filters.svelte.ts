// What the lists of members show. Kept while the screen is open, so that coming
// back from a person's page finds the list as it was; begun anew with the screen.
import { onCouncilChange } from "../../state/desk.svelte";
import { year } from "../../state/year.svelte";

let day = $state("");
let forYear = $state(0);
let read = $state<string | null>(null);

export const filters = $state({ text: "", body: "", category: "", near: false, vacant: false });

/** The day on which the lists stand; another year in the top bar sets it anew. */
export const asOf = {
  /** As typed. */
  get typed(): string {
    return forYear === year.value && day !== "" ? day : year.day;
  },
  set typed(text: string) {
    day = text;
    forYear = year.value;
  },
  /** How the field read it; null while it cannot be read. */
  get read(): string | null {
    return read;
  },
  set read(iso: string | null) {
    read = iso;
  },
  /** ISO, for the questions to the core: the last day that could be read. */
  get iso(): string {
    return read ?? year.day;
  },
};

export function clearFilters(): void {
  Object.assign(filters, { text: "", body: "", category: "", near: false, vacant: false });
}

/** Back to all, as of today. */
export function beginAnew(): void {
  clearFilters();
  day = "";
  read = null;
}

onCouncilChange(beginAnew);

/** Whether a row has all words of the search. */
export function matches(search: string, words: readonly string[]): boolean {
  return words.every((word) => search.includes(word));
}
