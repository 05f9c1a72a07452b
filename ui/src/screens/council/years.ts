// Fiscal years in fields: as the office writes them, which the core reads.
import { fiscalYear } from "../../text/dates";

/** 令和8年度, as it may be typed. */
export function typedYear(year: number): string {
  return fiscalYear(year);
}
