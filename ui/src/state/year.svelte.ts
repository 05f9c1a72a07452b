// The fiscal year chosen in the top bar. Screens that depend on a year follow it.
import { desk, onCouncilChange } from "./desk.svelte";

let chosen = $state<number | null>(null);
onCouncilChange(() => (chosen = null));

/** The fiscal year of an ISO day: it begins on 1 April. */
export function fiscalYearOf(iso: string): number {
  const [year = 0, month = 1] = iso.split("-").map(Number);
  return month >= 4 ? year : year - 1;
}

export const year = {
  /** 2026 for the year that begins in April 2026. */
  get value(): number {
    return chosen ?? year.current;
  },
  set value(to: number) {
    chosen = to === year.current ? null : to;
  },
  /** Today's. */
  get current(): number {
    return fiscalYearOf(desk.today);
  },
  get isCurrent(): boolean {
    return chosen === null || chosen === year.current;
  },
  /** As the core reads it: `R8`. */
  get typed(): string {
    return `R${year.value - 2018}`;
  },
  /** The day of that year on which a list stands: today in this year, else its last or first day. */
  get day(): string {
    if (year.isCurrent) return desk.today;
    return year.value < year.current ? `${year.value + 1}-03-31` : `${year.value}-04-01`;
  },
};
