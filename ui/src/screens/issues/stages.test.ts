import { describe, expect, it } from "vitest";
import { nextCard, stageTone } from "./stages";

describe("the keys on the board", () => {
  const columns = [3, 0, 1, 2];

  it("go up and down within a column and stop at its ends", () => {
    expect(nextCard(columns, { column: 0, row: 0 }, "ArrowDown")).toEqual({ column: 0, row: 1 });
    expect(nextCard(columns, { column: 0, row: 2 }, "ArrowDown")).toBeNull();
    expect(nextCard(columns, { column: 0, row: 0 }, "ArrowUp")).toBeNull();
    expect(nextCard(columns, { column: 0, row: 1 }, "End")).toEqual({ column: 0, row: 2 });
  });

  it("pass by a column without cards and stay within the next one", () => {
    expect(nextCard(columns, { column: 0, row: 2 }, "ArrowRight")).toEqual({ column: 2, row: 0 });
    expect(nextCard(columns, { column: 2, row: 0 }, "ArrowLeft")).toEqual({ column: 0, row: 0 });
    expect(nextCard(columns, { column: 3, row: 1 }, "ArrowRight")).toBeNull();
    expect(nextCard(columns, { column: 3, row: 1 }, "a")).toBeNull();
  });
});

describe("a stage", () => {
  it("has a tone, an unknown one too", () => {
    expect(stageTone("approved")).toBe("good");
    expect(stageTone("never")).toBe("plain");
  });
});
