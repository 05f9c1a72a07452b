import { expect, test } from "vitest";
import { sameWeek } from "./moving.svelte";

test("the same weekday of the same week in another month", () => {
  for (const [day, month, wanted] of [
    ["2026-10-14", "2026-11", "2026-11-11"],
    ["2026-10-14", "2027-02", "2027-02-10"],
    ["2026-09-30", "2026-10", "2026-10-28"],
    ["2026-09-30", "2027-03", "2027-03-31"],
    ["2026-04-01", "2026-05", "2026-05-06"],
  ] as const) {
    expect(sameWeek(day, month)).toBe(wanted);
  }
});
