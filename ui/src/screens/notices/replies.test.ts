import { describe, expect, it } from "vitest";
import { answerOf, linesOf } from "./replies";

describe("keys of the table of replies", () => {
  it.each([
    ["s", "attends"],
    ["S", "attends"],
    ["ｓ", "attends"],
    ["o", "online"],
    ["d", "proxy"],
    ["K", "absent"],
    ["Delete", ""],
    ["Backspace", ""],
    ["x", null],
    ["Enter", null],
    ["ArrowDown", null],
  ])("%s", (key, code) => {
    expect(answerOf(key)).toBe(code);
  });

  it("takes a need from each line that says something", () => {
    expect(linesOf("手話通訳（2人）\n\n 駐車場 \n")).toEqual(["手話通訳（2人）", "駐車場"]);
  });
});
