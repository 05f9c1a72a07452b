// What is chosen for a roster.
import type { MemberFilter } from "../../api/generated";

export interface RosterFilterChoice {
  /** The category's number; empty for all. */
  category: string;
  kind: string;
  organization: string;
  officers: boolean;
  /** As typed. */
  endsBy: string;
  /** As read. */
  endsByRead: string | null;
}

export const noFilter = (): RosterFilterChoice => ({
  category: "",
  kind: "",
  organization: "",
  officers: false,
  endsBy: "",
  endsByRead: null,
});

/** The filter as it is asked for; null where nobody is left out. */
export function chosen(filter: RosterFilterChoice): MemberFilter | null {
  const { category, kind, organization, officers } = filter;
  const endsBy = filter.endsBy ? filter.endsByRead : null;
  if (!category && !kind && !organization && !officers && !endsBy) return null;
  return {
    category: category ? Number(category) : null,
    kind: kind || null,
    organization: organization || null,
    officers,
    ends_by: endsBy,
  };
}

/** A list with one of its things moved up or down. */
export function moved<T>(list: readonly T[], at: number, by: 1 | -1): T[] {
  const other = at + by;
  if (other < 0 || other >= list.length) return [...list];
  return list.map((one, place) => (place === at ? (list[other] as T) : place === other ? (list[at] as T) : one));
}
