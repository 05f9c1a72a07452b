// Where a seat goes when it is moved: to the seat that it is dropped on, or to the
// next one in a direction.
import type { PlacedSeat } from "../../api/generated";

export type Direction = "up" | "down" | "left" | "right";

const middle = (s: PlacedSeat) => ({ x: s.x + s.w / 2, y: s.y + s.h / 2 });

/** The seat at a point, else the nearest one; none where there are none. */
export function nearest(seats: readonly PlacedSeat[], x: number, y: number): number {
  let best = -1;
  let least = Infinity;
  seats.forEach((seat, at) => {
    const m = middle(seat);
    const far = Math.hypot(m.x - x, (m.y - y) * 1.5);
    if (far < least) [best, least] = [at, far];
  });
  return best;
}

/** The next seat in a direction: the nearest of those that lie that way. */
export function next(seats: readonly PlacedSeat[], from: number, way: Direction): number {
  const start = seats[from];
  if (!start) return -1;
  const m = middle(start);
  let best = -1;
  let least = Infinity;
  seats.forEach((seat, at) => {
    if (at === from) return;
    const [dx, dy] = [middle(seat).x - m.x, middle(seat).y - m.y];
    const along = way === "up" ? -dy : way === "down" ? dy : way === "left" ? -dx : dx;
    const aside = way === "up" || way === "down" ? Math.abs(dx) : Math.abs(dy);
    if (along <= 1) return;
    const far = along + 2 * aside;
    if (far < least) [best, least] = [at, far];
  });
  return best;
}

/** The seats after one was taken from its place and put at that of another: before it
    when it comes from behind on the same side, behind it when it comes from before. */
export function moved(seats: readonly PlacedSeat[], from: number, to: number): PlacedSeat[] {
  const [taken, target] = [seats[from], seats[to]];
  if (!taken || !target || from === to) return [...seats];
  const rest = seats.filter((_, at) => at !== from);
  const at = rest.indexOf(target);
  const behind = taken.side === target.side && from < to;
  rest.splice(behind ? at + 1 : at, 0, { ...taken, side: target.side });
  return rest;
}
