import { describe, expect, it } from "vitest";
import { chosen, moved, noFilter } from "./roster";

describe("a roster", () => {
  it("lists everybody until somebody is left out", () => {
    expect(chosen(noFilter())).toBeNull();
    expect(chosen({ ...noFilter(), endsBy: "いつか" })).toBeNull();
    expect(chosen({ ...noFilter(), category: "6" })).toMatchObject({ category: 6, kind: null });
    expect(chosen({ ...noFilter(), officers: true })).toMatchObject({ officers: true });
    expect(chosen({ ...noFilter(), endsBy: "R10.3.31", endsByRead: "2028-03-31" })).toMatchObject({ ends_by: "2028-03-31" });
  });

  it("has columns that are moved one by one", () => {
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  });
});
