// Where boxes and arrows are while a box is being dragged: an estimate that
// follows the pointer; the core lays out the real chart when the box is let go.
import type { LiveArrow, LiveBox, LiveChart, LiveRect } from "../../api/generated";

export type Point = [number, number];

/** A box being dragged, with how far it has come. */
export interface Drag {
  key: string;
  dx: number;
  dy: number;
}

/** Air between a box and the frame around it. */
const PAD = 5;
/** Least length of a straight arrow. */
const LEAST = 4;
/** Length of an arrow's head in mm, and half its width, on A3. */
const HEAD: Point = [2.7, 1.05];

/** The keys of the boxes that move with one: itself, and all within it. */
export function movers(chart: LiveChart, key: string): Set<string> {
  const found = new Set([key]);
  for (const box of chart.boxes) {
    if (box.inside !== null && found.has(box.inside) && box.inside !== "council") found.add(box.key);
  }
  return found;
}

/** Keeps a drag where boxes may stand. */
export function onSheet(chart: LiveChart, box: LiveBox, dx: number, dy: number): Point {
  const { x, y, w, h } = box.rect;
  // Within the council's frame there is the frame's own air around.
  const edge = box.inside === null ? 0 : PAD;
  const within = (at: number, least: number, most: number) => Math.max(Math.min(at, most), Math.min(least, most));
  const { area } = chart;
  const x1 = within(x + dx, area.x + edge, area.x + area.w - edge - w);
  const y1 = within(y + dy, area.y + edge, area.y + area.h - edge - h);
  return [x1 - x, y1 - y];
}

/** Where every box is during a drag; only those that differ from the chart. */
export function movedRects(chart: LiveChart, drag: Drag): Map<string, LiveRect> {
  const moved = new Map<string, LiveRect>();
  const moving = movers(chart, drag.key);
  for (const box of chart.boxes) {
    if (!moving.has(box.key)) continue;
    moved.set(box.key, { ...box.rect, x: box.rect.x + drag.dx, y: box.rect.y + drag.dy });
  }
  growAround(chart, drag.key, moved);
  return moved;
}

/** The frames around the dragged box stretch, so that it never leaves them. */
function growAround(chart: LiveChart, key: string, moved: Map<string, LiveRect>): void {
  const at = (k: string) => chart.boxes.find((box) => box.key === k);
  let inner = at(key);
  while (inner?.inside) {
    const outer = at(inner.inside);
    const rect = moved.get(inner.key) ?? inner.rect;
    if (!outer) return;
    const grown = around(outer.rect, rect, inner.rect);
    if (grown !== outer.rect) moved.set(outer.key, grown);
    inner = outer;
  }
}

/** With so much air as there was on each side, at most so much as the core leaves. */
function around(outer: LiveRect, inner: LiveRect, was: LiveRect): LiveRect {
  const [right, bottom] = [outer.x + outer.w, outer.y + outer.h];
  const air = (gap: number) => Math.min(Math.max(gap, 0), PAD);
  const x0 = Math.min(outer.x, inner.x - air(was.x - outer.x));
  const y0 = Math.min(outer.y, inner.y - air(was.y - outer.y));
  const x1 = Math.max(right, inner.x + inner.w + air(right - was.x - was.w));
  const y1 = Math.max(bottom, inner.y + inner.h + air(bottom - was.y - was.h));
  const same = x0 === outer.x && y0 === outer.y && x1 === right && y1 === bottom;
  return same ? outer : { x: x0, y: y0, w: x1 - x0, h: y1 - y0 };
}

/** The arrows during a drag: those that touch a moved box follow, the rest are the same objects. */
export function followingArrows(chart: LiveChart, moved: Map<string, LiveRect>): LiveArrow[] {
  const rects = new Map(chart.boxes.map((box) => [box.key, box.rect]));
  return chart.arrows.map((arrow) => {
    if (arrow.ornament || (!moved.has(arrow.from) && !moved.has(arrow.to))) return arrow;
    const [a, b] = [rects.get(arrow.from), rects.get(arrow.to)];
    if (!a || !b) return arrow;
    return follow(arrow, [a, moved.get(arrow.from) ?? a], [b, moved.get(arrow.to) ?? b]);
  });
}

/** A box before and now. */
type Change = [LiveRect, LiveRect];

function follow(arrow: LiveArrow, from: Change, to: Change): LiveArrow {
  const points = stretched(arrow.points, from, to) ?? route(arrow.points, from[1], to[1]);
  const [dx, dy] = labelShift(arrow, points);
  const ground = arrow.ground && { ...arrow.ground, x: arrow.ground.x + dx, y: arrow.ground.y + dy };
  const runs = arrow.runs.map((run) => ({ ...run, x: run.x + dx, y: run.y + dy }));
  return { ...arrow, points, ground, runs };
}

/** The same way with its ends drawn out, where it has bends to give; else null. */
function stretched(base: Point[], from: Change, to: Change): Point[] | null {
  if (base.length < 3) return null;
  const points = base.map((p): Point => [p[0], p[1]]);
  if (!drawOut(points, 0, 1, shiftAt(base[0] as Point, from))) return null;
  const end = points.length - 1;
  return drawOut(points, end, end - 1, shiftAt(base[end] as Point, to)) ? points : null;
}

/** Moves an end; the bend next to it gives way. False where the last part would turn round. */
function drawOut(points: Point[], at: number, next: number, by: Point): boolean {
  const [tip, bend] = [points[at] as Point, points[next] as Point];
  const along = tip[1] === bend[1] ? 0 : 1;
  const across = 1 - along;
  const before = tip[along] - bend[along];
  tip[0] += by[0];
  tip[1] += by[1];
  bend[across] += by[across] ?? 0;
  const now = tip[along] - bend[along];
  return Math.sign(now) === Math.sign(before) && Math.abs(now) >= LEAST / 2;
}

/** How far the place where an arrow touches a box has gone. */
function shiftAt(at: Point, [old, now]: Change): Point {
  const same = Math.abs(old.w - now.w) < 0.01 && Math.abs(old.h - now.h) < 0.01;
  if (same) return [now.x - old.x, now.y - old.y];
  const near = (a: number, b: number) => Math.abs(a - b) < 0.1;
  if (near(at[0], old.x)) return [now.x - old.x, 0];
  if (near(at[0], old.x + old.w)) return [now.x + now.w - old.x - old.w, 0];
  if (near(at[1], old.y)) return [0, now.y - old.y];
  return [0, now.y + now.h - old.y - old.h];
}

/** A way between two boxes: straight where they face each other, else with one bend or two. */
export function route(base: Point[], a: LiveRect, b: LiveRect): Point[] {
  const [first, last] = [base[0] ?? [0, 0], base.at(-1) ?? [0, 0]];
  const [ax, bx] = facing(a.x, a.x + a.w, b.x, b.x + b.w);
  const [ay, by] = facing(a.y, a.y + a.h, b.y, b.y + b.h);
  const flat = shared(a.y, a.y + a.h, b.y, b.y + b.h, last[1], first[1]);
  const steep = shared(a.x, a.x + a.w, b.x, b.x + b.w, last[0], first[0]);
  if (flat !== null && Math.abs(ax - bx) >= LEAST && apart(a.x, a.x + a.w, b.x, b.x + b.w)) {
    return [[ax, flat], [bx, flat]];
  }
  if (steep !== null && Math.abs(ay - by) >= LEAST && apart(a.y, a.y + a.h, b.y, b.y + b.h)) {
    return [[steep, ay], [steep, by]];
  }
  if (apart(a.x, a.x + a.w, b.x, b.x + b.w)) {
    const [ya, yb, middle] = [side(a.y, a.h, first[1]), side(b.y, b.h, last[1]), (ax + bx) / 2];
    return [[ax, ya], [middle, ya], [middle, yb], [bx, yb]];
  }
  const [xa, xb, middle] = [side(a.x, a.w, first[0]), side(b.x, b.w, last[0]), (ay + by) / 2];
  return [[xa, ay], [xa, middle], [xb, middle], [xb, by]];
}

const apart = (a0: number, a1: number, b0: number, b1: number) => a1 <= b0 || b1 <= a0;

/** The two sides that face each other. */
function facing(a0: number, a1: number, b0: number, b1: number): Point {
  return a0 + a1 <= b0 + b1 ? [a1, b0] : [a0, b1];
}

/** Where a straight arrow may stand: as near as possible to where it stood. */
function shared(a0: number, a1: number, b0: number, b1: number, ...wishes: number[]): number | null {
  const margin = 2;
  const [low, high] = [Math.max(a0, b0) + margin, Math.min(a1, b1) - margin];
  if (low > high) return null;
  const wish = wishes.find((at) => at >= low && at <= high) ?? wishes[0] ?? low;
  return Math.min(Math.max(wish, low), high);
}

/** A place on a side, as near as possible to where the arrow stood, off the corners. */
function side(start: number, length: number, wish: number): number {
  const margin = Math.min(2.4, length / 2);
  return Math.min(Math.max(wish, start + margin), start + length - margin);
}

interface Segment {
  x: number;
  y: number;
  flat: boolean;
}

/** The middle of the longest part of a line. */
function longest(points: Point[]): Segment {
  let best: Segment = { x: points[0]?.[0] ?? 0, y: points[0]?.[1] ?? 0, flat: true };
  let length = -1;
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point];
    const [w, h] = [Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1])];
    if (w + h > length) {
      length = w + h;
      best = { x: (a[0] + b[0]) / 2, y: (a[1] + b[1]) / 2, flat: w >= h };
    }
  }
  return best;
}

/** How far a label goes, so that it stands on the line as it stood before. */
function labelShift(arrow: LiveArrow, points: Point[]): Point {
  const r = arrow.ground;
  if (!r) return [0, 0];
  const [was, now] = [longest(arrow.points), longest(points)];
  const [x, y] = [r.x + r.w / 2, r.y + r.h / 2];
  // Over a line that runs across, on a line that runs down.
  const off = was.flat === now.flat ? (was.flat ? y - was.y : x - was.x) : now.flat ? -(r.h / 2 + 0.6) : 0;
  return now.flat ? [now.x - x, now.y + off - y] : [now.x + off - x, now.y - y];
}

/** A line drawn back under its heads, and the heads as a path. */
export interface Drawn {
  line: string;
  heads: string;
}

/** As the printed chart draws its arrows. */
export function drawn(arrow: LiveArrow, sheetWidth: number): Drawn {
  const scale = headScale(sheetWidth);
  const points = arrow.points.map((p): Point => [p[0], p[1]]);
  let heads = "";
  if (arrow.head_to) heads += head(points, HEAD[0] * scale, HEAD[1] * scale);
  if (arrow.head_from) {
    points.reverse();
    heads += head(points, HEAD[0] * scale, HEAD[1] * scale);
    points.reverse();
  }
  return { line: points.map((p) => p.map(short).join(",")).join(" "), heads };
}

/** Lines and heads are finer on a small sheet. */
export function headScale(sheetWidth: number): number {
  return sheetWidth < 400 ? 0.78 : 1;
}

function head(points: Point[], length: number, half: number): string {
  const [before, tip] = points.slice(-2);
  if (!before || !tip) return "";
  const [dx, dy] = [tip[0] - before[0], tip[1] - before[1]];
  const way = Math.max(Math.hypot(dx, dy), 1e-9);
  const [ux, uy] = [dx / way, dy / way];
  const [bx, by] = [tip[0] - ux * length, tip[1] - uy * length];
  const path = `M${short(tip[0])} ${short(tip[1])}L${short(bx - uy * half)} ${short(by + ux * half)}L${short(bx + uy * half)} ${short(by - ux * half)}Z`;
  points[points.length - 1] = [tip[0] - ux * length * 0.8, tip[1] - uy * length * 0.8];
  return path;
}

function short(mm: number): number {
  return Math.round(mm * 1000) / 1000;
}

/** The coloured band under a box's title, with the box's round corners. */
export function band(rect: LiveRect, height: number, round: number): string {
  const right = rect.x + rect.w;
  const y = rect.y + height;
  return `M${rect.x} ${y}V${rect.y + round}A${round} ${round} 0 0 1 ${rect.x + round} ${rect.y}H${right - round}A${round} ${round} 0 0 1 ${right} ${rect.y + round}V${y}Z`;
}
