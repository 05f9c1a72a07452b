import { afterEach, describe, expect, it } from "vitest";
import { addDays, addMonths, gridOf } from "../parts/calendar";
import { dayText, dayWithWeekday, fiscalYear, momentText, shortDay, tersely } from "./dates";
import { dateStyle } from "../state/datestyle.svelte";
import { readTime } from "./fields";
import { searchKey } from "./search";

afterEach(() => dateStyle.set("era"));

describe("days in words", () => {
  it("follows the council's style", () => {
    expect(dayWithWeekday("2026-09-24")).toBe("令和8年9月24日（木）");
    dateStyle.set("western");
    expect(dayText("2026-04-01")).toBe("2026年4月1日");
    expect(tersely("2026-04-01")).toBe("2026/4/1");
    dateStyle.set("both");
    expect(dayText("2026-04-01")).toBe("令和8年（2026年）4月1日");
  });

  it("knows where an era begins", () => {
    expect(dayText("2019-04-30")).toBe("平成31年4月30日");
    expect(dayText("2019-05-01")).toBe("令和元年5月1日");
    expect(tersely("1989-01-07")).toBe("S64.1.7");
    expect(fiscalYear(2019)).toBe("令和元年度");
    expect(fiscalYear(2018)).toBe("平成30年度");
    expect(fiscalYear(1988)).toBe("昭和63年度");
    expect(fiscalYear(1989)).toBe("平成元年度");
  });

  it("says nothing for no day", () => {
    expect([dayText(null), shortDay(undefined), tersely("")]).toEqual(["", "", ""]);
  });

  it("shows a moment by Japan's clock", () => {
    expect(momentText("2026-09-23T15:32:00Z")).toBe("令和8年9月24日 00:32");
  });
});

describe("a calendar", () => {
  it("counts days and months", () => {
    expect(addDays("2026-02-28", 1)).toBe("2026-03-01");
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    const grid = gridOf("2026-02-10");
    expect(grid).toHaveLength(4);
    expect(grid[0]?.[0]).toBe("2026-02-01");
  });
});

describe("a time as typed", () => {
  it.each([
    ["14:00", "14:00"],
    ["９：３０", "09:30"],
    ["1400", "14:00"],
    ["9時", "09:00"],
    ["14時30分", "14:30"],
    ["", ""],
    ["24:00", null],
    ["昼", null],
  ])("reads %s", (typed, read) => expect(readTime(typed)).toBe(read));
});

describe("a search key", () => {
  it("passes over width, case, kind of kana, blanks and variants", () => {
    expect(searchKey("ワタナベ ＡＢ")).toBe(searchKey("わたなべab"));
    expect(searchKey("渡邉\u{E0102}")).toBe("渡邉");
  });
});
