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

/** The numbers that close gaps, in the order and the way of writing that there is. */
export function closedUp(rows: readonly Numbered[]): NumberOf[] {
  const found: NumberOf[] = [];
  const seen = new Map<string, number[]>();
  const given = new Map<string, number[]>();
  for (const row of rows) {
    const parts = row.number.normalize("NFKC").split(/(\d+)/);
    const figures = parts.filter((part) => /^\d+$/.test(part)).map(Number);
    if (figures.length === 0) continue;
    const series = parts[0] ?? "";
    const before = seen.get(series) ?? [];
    const next = following(before, figures, given.get(series) ?? []);
    seen.set(series, figures);
    given.set(series, next);
    if (next.join() === figures.join()) continue;
    let at = 0;
    const number = parts.map((part) => (/^\d+$/.test(part) ? String(next[at++] ?? part) : part)).join("");
    found.push({ paper: row.id, number });
  }
  return found;
}

/** The figures that follow on those given last, where the old ones stepped so. */
function following(before: readonly number[], now: readonly number[], last: readonly number[]): number[] {
  const same = now.findIndex((figure, i) => figure !== before[i]);
  const at = same === -1 ? now.length - 1 : same;
  return now.map((_, i) => {
    if (i < at) return last[i] ?? 1;
    return i === at ? (last[i] ?? 0) + 1 : 1;
  });
}
