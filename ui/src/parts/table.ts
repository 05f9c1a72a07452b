// What a table is made of.
import type { Snippet } from "svelte";

export interface Column<Row> {
  key: string;
  label: string;
  /** The cell's text, and what it is sorted by. */
  value?: (row: Row) => string | number | null | undefined;
  /** The cell, where text does not do; it is told the column's key. */
  cell?: Snippet<[Row, string]>;
  /** What it is sorted by, where that is not the text: a reading, an ISO day. */
  order?: (row: Row) => string | number | null | undefined;
  /** False: cannot be sorted by. */
  sortable?: boolean;
  /** Numbers stand at the right. */
  number?: boolean;
  /** CSS width: 8em. */
  width?: string;
  /** Not broken into lines. */
  nowrap?: boolean;
  /** Not shown until chosen. */
  hidden?: boolean;
  /** Names the row: the row is opened from here; cannot be hidden. */
  head?: boolean;
}

export interface Sort {
  key: string;
  descending: boolean;
}

const collator = new Intl.Collator("ja", { numeric: true });

function orderOf<Row>(column: Column<Row>, row: Row): string | number | null {
  const given = (column.order ?? column.value)?.(row);
  return given === undefined || given === "" ? null : given;
}

/** The rows in a column's order; rows without a value stand last both ways. */
export function sorted<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null): readonly Row[] {
  const column = sort && columns.find((candidate) => candidate.key === sort.key);
  if (!sort || !column) return rows;
  const sign = sort.descending ? -1 : 1;
  const keyed = rows.map((row) => ({ row, by: orderOf(column, row) }));
  keyed.sort((a, b) => {
    if (a.by === null || b.by === null) return Number(a.by === null) - Number(b.by === null);
    if (typeof a.by === "number" && typeof b.by === "number") return sign * (a.by - b.by);
    return sign * collator.compare(String(a.by), String(b.by));
  });
  return keyed.map((entry) => entry.row);
}

/** Whether a column can be sorted by. */
export function isSortable<Row>(column: Column<Row>): boolean {
  return column.sortable ?? Boolean(column.order ?? column.value);
}
