import { beforeEach, describe, expect, it } from "vitest";
import type { SearchAnswer } from "../api/generated";
import type { Operation } from "../state/operations.svelte";
import { groupsOf, matching } from "./PaletteSearch.svelte";
import { targetHref } from "./target";

const operation = (key: string, label: string, words?: string): Operation => ({ key, label, words, run: () => {} });
const all = [operation("add", "会議を追加する"), operation("undo", "元に戻す：委員の委嘱", "取り消し undo")];
const place = (screen: string) => ({ screen, id: "a", tab: null, body: null, record: null });

const answer: SearchAnswer = {
  text: "会議",
  total: 9,
  groups: [
    { kind: "meeting", more: 8, hits: [{ id: "a", title: "第2回　全体会", detail: "", target: place("meetings") }] },
  ],
};

describe("operations", () => {
  it("are found by all words, wherever they stand, in any width", () => {
    const keys = (text: string) => matching(all, text).map((found) => found.key);
    expect(keys("追加 会議")).toEqual(["add"]);
    expect(keys("ＵＮＤＯ")).toEqual(["undo"]);
    expect(keys("取り消し")).toEqual(["undo"]);
    expect(keys("")).toEqual(["add", "undo"]);
    expect(keys("ない")).toEqual([]);
  });
});

describe("groups", () => {
  it("stand in the core's order, operations last", () => {
    const groups = groupsOf(answer, "会議", all);
    expect(groups.map((group) => group.key)).toEqual(["meeting", "operations"]);
    expect(groups[0]?.more).toBe(8);
    expect(groupsOf(undefined, "", all).map((group) => group.key)).toEqual(["operations"]);
    expect(groupsOf(undefined, "ない", all)).toEqual([]);
  });

  describe("what was opened", () => {
    beforeEach(() => (location.hash = ""));
    it("is offered again while nothing is typed", async () => {
      await groupsOf(answer, "会議", all)[0]?.options[0]?.run();
      expect(location.hash).toBe("#/meetings/a");
      expect(groupsOf(undefined, " ", all)[0]?.options[0]?.title).toBe("第2回　全体会");
    });
  });
});

describe("places", () => {
  const target = { screen: "members", id: null, tab: null, body: null, record: null };
  it("have their address", () => {
    expect(targetHref(target)).toBe("#/members");
    expect(targetHref({ ...target, id: "p" })).toBe("#/members/p");
    expect(targetHref({ ...target, tab: "organizations", record: "o" })).toBe("#/members/organizations/o");
    expect(targetHref({ ...target, tab: "seats", body: "b", record: "s" })).toBe("#/members?tab=vacant&body=b&seat=s");
    expect(targetHref({ ...target, screen: "meetings", id: "m", tab: "papers", record: "d" })).toBe("#/meetings/m?tab=papers&paper=d");
  });
});
