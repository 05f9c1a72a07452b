// How long a term still runs, in words; how the search narrows.
import { expect, test } from "vitest";
import { matches } from "./filters.svelte";
import { seatText, span, timeLeft } from "../../text/members";

test("the time that a term still runs is counted in whole months to its last day", () => {
  expect(timeLeft("2026-10-01", "2028-03-31")).toBe("あと1年6か月");
  expect(timeLeft("2026-10-01", "2027-09-30")).toBe("あと1年");
  expect(timeLeft("2026-10-02", "2028-03-31")).toBe("あと約1年5か月");
  expect(timeLeft("2028-01-10", "2028-03-31")).toBe("あと約2か月");
  expect(timeLeft("2028-03-01", "2028-03-31")).toBe("あと30日");
  expect(timeLeft("2028-03-31", "2028-03-31")).toBe("本日まで");
  expect(timeLeft("2028-04-01", "2028-03-31")).toBe("終了");
  expect(timeLeft("2028-04-01", null)).toBe("");
});

test("days stand short in a table, and an open end stays open", () => {
  expect(span("2026-04-01", "2028-03-31")).toBe("R8.4.1～R10.3.31");
  expect(span("2026-04-01", null)).toBe("R8.4.1～");
  expect(span(null, null)).toBe("");
});

test("a row has all words of the search", () => {
  expect(matches("高橋美咲子 たかはしみさこ 社協", ["高橋", "社協"])).toBe(true);
  expect(matches("高橋美咲子", ["高橋", "社協"])).toBe(false);
  expect(matches("高橋美咲子", [])).toBe(true);
});

test("a seat is told by its category and what it expects", () => {
  expect(seatText("⑴ 医療関係者", "医師会")).toBe("⑴ 医療関係者・医師会");
  expect(seatText("", "")).toBe("委員の席");
});
