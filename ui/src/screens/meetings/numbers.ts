// Moving and closing up the numbers of papers.

interface Numbered {
  id: string;
  number: string;
  class: string;
}

export interface NumberOf {
  paper: string;
  number: string;
}

/**
 * The numbers after a paper was moved from one place to another: the numbers stay
 * where they are, and the papers between the two places pass theirs on. Papers
 * of other classes have numbers of their own, so a move ends at its class.
 */
export function exchanged(rows: readonly Numbered[], from: number, to: number): NumberOf[] {
  const moved = rows[from];
  if (!moved) return [];
  const places = rows.map((_, i) => i).filter((i) => rows[i]?.class === moved.class);
  const first = places[0] ?? from;
  const last = places.at(-1) ?? from;
  const target = Math.max(first, Math.min(last, to));
  if (target === from) return [];
  const order = rows.slice(first, last + 1);
  const numbers = order.map((row) => row.number);
  order.splice(target - first, 0, ...order.splice(from - first, 1));
  return order
    .map((row, i) => ({ paper: row.id, number: numbers[i] ?? row.number, was: row.number }))
    .filter((row) => row.number !== row.was)
    .map(({ paper, number }) => ({ paper, number }));
}

/** The order of a class after a paper was moved within it, by identifier; none where it stays. */
export function reordered(rows: readonly Numbered[], from: number, to: number): string[] {
  const moved = rows[from];
  if (!moved) return [];
  const places = rows.map((_, i) => i).filter((i) => rows[i]?.class === moved.class);
  const [first, last] = [places[0] ?? from, places.at(-1) ?? from];
  const target = Math.max(first, Math.min(last, to));
  if (target === from) return [];
  const order = rows.slice(first, last + 1).map((row) => row.id);
  order.splice(target - first, 0, ...order.splice(from - first, 1));
  return order;
}
