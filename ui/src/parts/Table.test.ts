// Tables: order, columns, opening by keyboard, and many rows.
import { describe, expect, it, vi } from "vitest";
import { preferences } from "../state/preferences.svelte";
import { parts } from "../text/common";
import TableUnderTest from "../testing/TableUnderTest.svelte";
import { begin, called, render, screen, waitFor, within } from "../testing/render";
import { sorted } from "./table";

const rows = [
  { id: "1", name: "c", reading: "い", count: 10 },
  { id: "2", name: "a", reading: "う", count: null },
  { id: "3", name: "b", reading: "あ", count: 9 },
];

const names = () => screen.getAllByRole("rowheader").map((cell) => cell.textContent?.trim());
const head = (name: string) => screen.getByRole("columnheader", { name: new RegExp(name) });

describe("a table", () => {
  it("is sorted by its headings, by the reading, both ways", async () => {
    const user = await begin();
    render(TableUnderTest, { rows });
    expect(names()).toEqual(["c", "a", "b"]);
    expect(head("Name").getAttribute("aria-sort")).toBeNull();
    await user.click(within(head("Name")).getByRole("button"));
    expect(names()).toEqual(["b", "c", "a"]);
    expect(head("Name").getAttribute("aria-sort")).toBe("ascending");
    await user.keyboard("{Enter}");
    expect(names()).toEqual(["a", "c", "b"]);
    expect(head("Name").getAttribute("aria-sort")).toBe("descending");
  });

  it("keeps rows without a value at the end", () => {
    const columns = [{ key: "count", label: "", value: (row: (typeof rows)[number]) => row.count }];
    const by = (descending: boolean) => sorted(rows, columns, { key: "count", descending }).map((row) => row.id);
    expect(by(false)).toEqual(["3", "1", "2"]);
    expect(by(true)).toEqual(["1", "3", "2"]);
  });

  it("opens a row by Enter and by a press anywhere on it", async () => {
    const user = await begin();
    const onopen = vi.fn();
    render(TableUnderTest, { rows, onopen });
    screen.getByRole("button", { name: "c" }).focus();
    await user.keyboard("{ArrowDown}{Enter}");
    expect(onopen).toHaveBeenLastCalledWith(rows[1]);
    await user.click(screen.getByRole("cell", { name: "9" }));
    expect(onopen).toHaveBeenLastCalledWith(rows[2]);
    expect(onopen).toHaveBeenCalledTimes(2);
  });

  it("remembers order and columns under its name", async () => {
    const user = await begin();
    const { unmount } = render(TableUnderTest, { rows, name: "test" });
    await user.click(screen.getByRole("button", { name: parts.table.columns }));
    await user.click(screen.getByRole("checkbox", { name: "Id" }));
    await user.click(within(head("Count")).getByRole("button"));
    expect(called.filter((one) => one.name === "set_preference")).toHaveLength(2);
    unmount();
    render(TableUnderTest, { rows, name: "test" });
    expect(head("Id")).toBeTruthy();
    expect(head("Count").getAttribute("aria-sort")).toBe("ascending");
    expect(preferences.get<object | null>("table/test", null)).toMatchObject({ sort: { key: "count" } });
  });

  it("closes the choice of columns on Escape and gives the focus back", async () => {
    const user = await begin();
    render(TableUnderTest, { rows });
    const button = screen.getByRole("button", { name: parts.table.columns });
    await user.click(button);
    await user.tab();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(document.activeElement).toBe(button);
  });

  it("shows every one of many rows, the first at once", async () => {
    await begin();
    const many = Array.from({ length: 1000 }, (_, i) => ({ id: `${i}`, name: `n${i}`, reading: "", count: i }));
    render(TableUnderTest, { rows: many });
    expect(names().length).toBeGreaterThanOrEqual(50);
    await waitFor(() => expect(document.querySelectorAll("tbody tr")).toHaveLength(1000));
  });

  it("says that there is nothing", async () => {
    await begin();
    render(TableUnderTest, { rows: [] });
    expect(screen.getByRole("cell").textContent).toBe(parts.table.empty);
  });
});
