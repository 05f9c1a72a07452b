import { describe, expect, it } from "vitest";
import type { PlacedSeat } from "../../api/generated";
import { moved, nearest, next } from "./geometry";

const seat = (who: string, side: string, x: number, y: number): PlacedSeat => ({
  who,
  name: who,
  post: "委員",
  side,
  wheelchair: false,
  x,
  y,
  w: 10,
  h: 10,
});
// A head, two on the left, one on the right.
const seats = [seat("h", "head", 50, 0), seat("a", "left", 0, 30), seat("b", "left", 0, 50), seat("c", "right", 100, 30)];
const names = (all: PlacedSeat[]) => all.map((s) => `${s.side}:${s.who}`);

describe("a seat that is moved", () => {
  it("goes to the seat that it is dropped on", () => {
    expect(nearest(seats, 104, 36)).toBe(3);
    expect(nearest(seats, 3, 58)).toBe(2);
    expect(nearest([], 0, 0)).toBe(-1);
    expect(names(moved(seats, 1, 3))).toEqual(["head:h", "left:b", "right:a", "right:c"]);
  });

  it("changes places along its own side", () => {
    expect(names(moved(seats, 1, 2))).toEqual(["head:h", "left:b", "left:a", "right:c"]);
    expect(names(moved(seats, 2, 1))).toEqual(["head:h", "left:b", "left:a", "right:c"]);
    expect(names(moved(seats, 2, 2))).toEqual(names(seats));
  });

  it("finds the next seat in a direction", () => {
    expect(next(seats, 1, "down")).toBe(2);
    expect(next(seats, 1, "right")).toBe(3);
    expect(next(seats, 1, "up")).toBe(0);
    expect(next(seats, 1, "left")).toBe(-1);
    expect(next(seats, 9, "left")).toBe(-1);
  });
});
