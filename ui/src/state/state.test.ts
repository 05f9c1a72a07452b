// Live readings, writes with their way back, places.
import { describe, expect, it, vi } from "vitest";
import QueryUnderTest from "../testing/QueryUnderTest.svelte";
import { answers, begin, called, render, waitFor } from "../testing/render";
import { common } from "../text/common";
import { changes } from "./changes.svelte";
import { desk, onCouncilChange } from "./desk.svelte";
import { older } from "./older.svelte";
import { go, href, route } from "./route.svelte";
import { toasts } from "./toasts.svelte";
import { undoLast, write } from "./write";
import { year } from "./year.svelte";

const text = () => document.querySelector("p")?.textContent;
const asked = () => called.filter((one) => one.name === "read_day").length;

describe("a live reading", () => {
  it("reads again when its arguments change and after a write", async () => {
    await begin();
    const { rerender } = render(QueryUnderTest, { text: "R8.4.1" });
    await waitFor(() => expect(text()).toBe("2026-04-01"));
    await rerender({ text: "R8.4.2" });
    await waitFor(() => expect(text()).toBe("2026-04-02"));
    expect(asked()).toBe(2);
    changes.tell();
    await waitFor(() => expect(asked()).toBe(3));
    await rerender({ text: null });
    await waitFor(() => expect(text()).toBe("none"));
    expect(asked()).toBe(3);
  });

  it("shows the answer to the last question, whatever comes first", async () => {
    await begin();
    const slow: (() => void)[] = [];
    const plain = answers.read_day;
    answers.read_day = async (args) => {
      if (args.text === "R8.4.1") await new Promise<void>((done) => slow.push(done));
      return plain?.(args);
    };
    const { rerender } = render(QueryUnderTest, { text: "R8.4.1" });
    await rerender({ text: "R8.4.2" });
    await waitFor(() => expect(text()).toBe("2026-04-02"));
    for (const done of slow) done();
    await new Promise((done) => setTimeout(done, 20));
    expect(text()).toBe("2026-04-02");
    if (plain) answers.read_day = plain;
  });

  it("does not show an older answer under a new question", async () => {
    await begin();
    const shown = () => document.querySelector("output")?.textContent;
    const plain = answers.read_day;
    let fail = () => {};
    answers.read_day = (args) =>
      args.text === "R8.4.1" ? plain?.(args) : new Promise((_, refuse) => (fail = () => refuse({ code: "store", message: "", hint: "", field: null })));
    const { rerender } = render(QueryUnderTest, { text: "R8.4.1" });
    await waitFor(() => expect(shown()).toBe("2026-04-01"));
    expect(older.shown).toBe(false);
    await rerender({ text: "R7.4.1" });
    await waitFor(() => expect(shown()).toBe("2026-04-01 stale"));
    await waitFor(() => expect(older.shown).toBe(true));
    fail();
    await waitFor(() => expect(shown()).toBe("none"));
    await waitFor(() => expect(older.shown).toBe(false));
    expect(text()).toBe("store");
    if (plain) answers.read_day = plain;
  });

  it("keeps its answer where reading the same again fails", async () => {
    await begin();
    const plain = answers.read_day;
    render(QueryUnderTest, { text: "R8.4.1" });
    await waitFor(() => expect(text()).toBe("2026-04-01"));
    answers.read_day = () => {
      throw { code: "store", message: "", hint: "", field: null };
    };
    changes.tell();
    await waitFor(() => expect(text()).toBe("store"));
    expect(document.querySelector("output")?.textContent).toBe("2026-04-01");
    if (plain) answers.read_day = plain;
  });

  it("tells why there is none", async () => {
    await begin();
    const plain = answers.read_day;
    answers.read_day = () => {
      throw { code: "store", message: "", hint: "", field: null };
    };
    render(QueryUnderTest, { text: "x" });
    await waitFor(() => expect(text()).toBe("store"));
    if (plain) answers.read_day = plain;
  });
});

describe("a write", () => {
  it("answers its output, says what was done, and offers to undo", async () => {
    await begin();
    answers.add_organization = () => ({ output: "id", change: 7, tags: ["organization"], notices: ["n"] });
    answers.undoable = () => ({ undo: "団体の追加", undo_subject: "x", redo: null, redo_subject: null });
    answers.history = () => [{ change: 7 }];
    answers.undo = () => ({ output: "団体の追加", change: 8, tags: ["organization"], notices: [] });
    const before = changes.last.count;
    expect(await write("add_organization", { name: "x" })).toBe("id");
    expect(changes.last).toMatchObject({ count: before + 1, tags: ["organization"] });
    const toast = toasts.shown.at(-1);
    expect(toast).toMatchObject({ text: common.done("団体の追加", "x"), notices: ["n"] });
    await toast?.action?.run();
    expect(called.at(-2)?.name).toBe("undo");
    expect(toasts.shown.at(-1)?.text).toBe(common.undone("団体の追加 x"));
  });

  it("offers nothing to undo where nothing was changed", async () => {
    await begin();
    answers.add_organization = () => ({ output: "id", change: null, tags: [], notices: ["n"] });
    const before = changes.last.count;
    expect(await write("add_organization", { name: "x" })).toBe("id");
    expect(changes.last.count).toBe(before);
    expect(toasts.shown.at(-1)).toMatchObject({ text: common.unchanged, notices: ["n"] });
    expect(toasts.shown.at(-1)?.action).toBeUndefined();
  });

  it("offers to undo it no longer once something else was done", async () => {
    await begin();
    answers.add_organization = () => ({ output: "id", change: 7, tags: ["organization"], notices: ["n"] });
    answers.undoable = () => ({ undo: "団体の追加", undo_subject: "x", redo: null, redo_subject: null });
    await write("add_organization", { name: "x" });
    expect(toasts.shown[0]?.action).toBeDefined();
    await write("add_organization", { name: "y" }, { quiet: true });
    expect(toasts.shown[0]?.action).toBeUndefined();
    expect(toasts.kept[0]).toMatchObject({ notices: ["n"] });
  });

  it("does not undo something newer in its place", async () => {
    await begin();
    answers.history = () => [{ change: 9 }];
    await undoLast(7);
    expect(called.some((one) => one.name === "undo")).toBe(false);
    expect(toasts.shown.at(-1)?.text).toBe(common.undoneAlready);
  });

  it("throws a refusal with its field", async () => {
    await begin();
    answers.add_organization = () => {
      throw { code: "rules", message: "m", hint: "h", field: "name" };
    };
    await expect(write("add_organization", { name: "" })).rejects.toMatchObject({ code: "rules", field: "name" });
  });
});

describe("a message", () => {
  it("is the only one, goes by itself, later where there is something to read, and stays while it is read", () => {
    vi.useFakeTimers();
    toasts.show({ text: "a" });
    vi.advanceTimersByTime(2000);
    toasts.show({ text: "b", notices: ["n"] });
    expect(toasts.shown.map((toast) => toast.text)).toEqual(["b"]);
    vi.advanceTimersByTime(14_000);
    expect(toasts.shown.length).toBe(1);
    toasts.hold(true);
    vi.advanceTimersByTime(60_000);
    expect(toasts.shown.length).toBe(1);
    toasts.hold(false);
    vi.advanceTimersByTime(16_000);
    expect(toasts.shown.length).toBe(0);
    toasts.show({ text: "c" });
    vi.advanceTimersByTime(8500);
    expect(toasts.shown.length).toBe(0);
    expect(toasts.kept[0]?.text).toBe("b");
    vi.useRealTimers();
  });

  it("keeps a refusal that another one follows at once", () => {
    toasts.show({ text: "a", detail: "h", tone: "bad" });
    toasts.show({ text: "b", tone: "bad" });
    expect(toasts.shown).toMatchObject([{ text: "b", notices: ["a h"] }]);
    toasts.close(toasts.shown[0]?.id ?? 0);
  });
});

describe("a place", () => {
  it("has an address, with options", () => {
    expect(href("members", "a/b", { tab: "seats", q: "" })).toBe("#/members/a%2Fb?tab=seats");
    go("meetings", "𠮷", { tab: "papers" });
    expect([route.screen, route.id, route.option("tab"), route.option("x")]).toEqual(["meetings", "𠮷", "papers", undefined]);
    expect(route.path).toBe("meetings/𠮷");
  });
});

describe("another council", () => {
  it("begins without what was chosen and offered in the one before", async () => {
    await begin();
    let resets = 0;
    onCouncilChange(() => (resets += 1));
    year.value = 2020;
    toasts.show({ text: "x", tone: "warn" });
    await desk.load();
    expect([resets, year.value, toasts.shown.length > 0]).toEqual([0, 2020, true]);
    const plain = answers.start;
    const before = plain?.({}) as { desk: object };
    answers.start = () => ({ ...before, desk: { ...before.desk, sample: false, folder: "/b" } });
    await desk.load();
    expect([resets, year.value, toasts.shown.length]).toEqual([1, year.current, 0]);
    if (plain) answers.start = plain;
    await desk.load();
    expect(resets).toBe(2);
  });
});
