import { describe, expect, it } from "vitest";
import type { LiveArrow, LiveBox, LiveChart, LiveRect } from "../../api/generated";
import { drawn, followingArrows, movedRects, movers, onSheet, route } from "./geometry";

const box = (key: string, rect: LiveRect, inside: string | null = null): LiveBox => ({
  key, opens: "body", inside, parent: null, name: key, says: key, style: "body", rect,
  band: 0, estimated: false, pinned: false, runs: [],
});
const arrow = (from: string, to: string, points: [number, number][]): LiveArrow => ({
  flow: `${from}-${to}`, from, to, says: "", estimated: false, points, head_from: false, head_to: true, ink: "blue",
  runs: [{ x: 60, y: 19, w: 10, size: 3, bold: true, ink: "blue", text: "A" }],
  ground: { x: 60, y: 16, w: 10, h: 3 }, on_frame: false, ornament: false,
});
const chart = (boxes: LiveBox[], arrows: LiveArrow[] = []): LiveChart => ({
  year: 2026, year_label: "", title: "", width: 420, height: 297, area: { x: 0, y: 0, w: 420, h: 297 }, type_size: 3, detail: "standard", notes: [],
  header: [], boxes, arrows, legend: [], legend_lines: [], text: "",
});

const sample = chart(
  [
    box("council", { x: 80, y: 0, w: 200, h: 200 }),
    box("out", { x: 0, y: 10, w: 50, h: 20 }),
    box("group", { x: 100, y: 10, w: 80, h: 60 }, "council"),
    box("unit", { x: 110, y: 20, w: 20, h: 20 }, "group"),
  ],
  [arrow("out", "council", [[50, 20], [80, 20]]), arrow("group", "council", [[100, 30], [80, 30]])],
);

describe("a box that is dragged", () => {
  it("takes along what it holds, and only that", () => {
    expect([...movers(sample, "group")]).toEqual(["group", "unit"]);
    expect([...movers(sample, "unit")]).toEqual(["unit"]);
  });

  it("stays on the sheet", () => {
    const out = sample.boxes[1] as LiveBox;
    expect(onSheet(sample, out, -500, -500)).toEqual([0, -10]);
    expect(onSheet(sample, out, 5, 500)).toEqual([5, 267]);
  });

  it("stretches the frames around it", () => {
    const moved = movedRects(sample, { key: "unit", dx: -60, dy: 0 });
    expect(moved.get("unit")?.x).toBe(50);
    expect(moved.get("group")?.x).toBe(45);
    expect(moved.get("council")?.x).toBe(40);
    expect(moved.has("out")).toBe(false);
  });
});

describe("the arrows of a dragged box", () => {
  it("follow it, while the others stay the same objects", () => {
    const moved = movedRects(sample, { key: "out", dx: 5, dy: 4 });
    const [first, second] = followingArrows(sample, moved);
    expect(first?.points).toEqual([[55, 20], [80, 20]]);
    expect(second).toBe(sample.arrows[1]);
  });

  it("carry their label along", () => {
    const moved = movedRects(sample, { key: "out", dx: 10, dy: 30 });
    const [first] = followingArrows(sample, moved);
    const [start, end] = first?.points ?? [];
    expect(start?.[1]).toBe(end?.[1]);
    expect(first?.ground?.x).toBeCloseTo(65);
    expect((first?.ground?.y ?? 0) - (start?.[1] ?? 0)).toBeCloseTo(16 - 20);
  });

  it("keep their way around, where they have one", () => {
    const bent = arrow("out", "council", [[25, 30], [25, 60], [80, 60]]);
    const around = chart(sample.boxes, [bent]);
    const [stretched] = followingArrows(around, movedRects(around, { key: "unit", dx: -60, dy: 0 }));
    expect(stretched?.points).toEqual([[25, 30], [25, 60], [40, 60]]);
    const [moved] = followingArrows(around, movedRects(around, { key: "out", dx: 4, dy: -3 }));
    expect(moved?.points).toEqual([[29, 27], [29, 60], [80, 60]]);
    const [turned] = followingArrows(around, movedRects(around, { key: "out", dx: 0, dy: 40 }));
    expect(turned?.points).toEqual([[50, 60], [80, 60]]);
  });

  it("bend where the boxes do not face each other", () => {
    const way = route([[50, 20], [80, 20]], { x: 0, y: 0, w: 50, h: 20 }, { x: 80, y: 100, w: 50, h: 20 });
    expect(way).toHaveLength(4);
    expect(way[0]?.[0]).toBe(50);
    expect(way[3]?.[0]).toBe(80);
    for (let i = 1; i < way.length; i += 1) {
      const same = way[i]?.[0] === way[i - 1]?.[0] || way[i]?.[1] === way[i - 1]?.[1];
      expect(same).toBe(true);
    }
  });
});

it("draws heads as the printed chart does", () => {
  const { line, heads } = drawn(arrow("a", "b", [[0, 0], [10, 0]]), 420);
  expect(heads).toBe("M10 0L7.3 1.05L7.3 -1.05Z");
  expect(line).toBe("0,0 7.84,0");
});
