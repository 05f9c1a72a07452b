import { describe, expect, it } from "vitest";
import { lastDeed, moved, nextDeed } from "./proposals";

describe("a proposal's way", () => {
  it("offers what comes next, and takes back the latest alone", () => {
    expect(["draft", "approved", "delivered", "answered", "settled"].map(nextDeed)).toEqual([
      "approve",
      "deliver",
      "answer",
      "outcome",
      "outcome",
    ]);
    expect(lastDeed("draft")).toBeNull();
    expect(lastDeed("answered")).toBe("answer");
  });

  it("moves a part among the others", () => {
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  });
});
