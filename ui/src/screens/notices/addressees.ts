// To whom letters of a meeting go.
import type { MeetingAddressee } from "../../api/generated";

/** What tells a row apart from the others. */
export function keyOf(row: MeetingAddressee): string {
  return row.appointment ?? row.guest ?? "";
}

/** The ways in which they want to get it, with those who do, in the order of the first of each. */
export function byDelivery(rows: readonly MeetingAddressee[]): { label: string; keys: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const row of rows) groups.set(row.delivery_label, [...(groups.get(row.delivery_label) ?? []), keyOf(row)]);
  return [...groups].map(([label, keys]) => ({ label, keys }));
}
