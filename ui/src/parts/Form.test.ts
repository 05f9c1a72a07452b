// Forms: what is checked before anything is sent, where a refusal appears, and
// that kana-kanji conversion never sends.
import { fireEvent } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import { Failure } from "../api/call";
import FormUnderTest from "../testing/FormUnderTest.svelte";
import { begin, render, screen, waitFor } from "../testing/render";

const field = (label: string) => screen.getByRole("textbox", { name: new RegExp(`^${label}`) });
const error = (element: HTMLElement) =>
  (element.getAttribute("aria-describedby") ?? "")
    .split(" ")
    .filter((id) => id.endsWith("-error"))
    .map((id) => document.getElementById(id)?.textContent)
    .join();

describe("a form", () => {
  it("is sent by Enter, once, with what was typed", async () => {
    const user = await begin();
    let finish = () => {};
    const send = vi.fn(() => new Promise<void>((done) => (finish = done)));
    render(FormUnderTest, { send });
    await user.type(field("Name"), "abc");
    await user.type(field("Count"), "１２");
    await user.type(field("Time"), "930{Enter}");
    await user.keyboard("{Enter}");
    expect(send).toHaveBeenCalledTimes(1);
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ name: "abc", count: 12, time: "09:30" }));
    expect(screen.getByRole("button", { name: "send" })).toHaveProperty("ariaBusy", "true");
    finish();
    await waitFor(() => expect(screen.getByRole("button", { name: "send" }).getAttribute("aria-busy")).toBeNull());
  });

  it("is not sent by the Enter that ends a conversion", async () => {
    const user = await begin();
    const send = vi.fn();
    render(FormUnderTest, { send, initial: { name: "a" } });
    const name = field("Name");
    await user.click(name);
    expect(await fireEvent.keyDown(name, { key: "Enter", isComposing: true })).toBe(false);
    expect(await fireEvent.keyDown(name, { key: "Enter", keyCode: 229 })).toBe(false);
    expect(send).not.toHaveBeenCalled();
    expect(await fireEvent.keyDown(name, { key: "Enter", keyCode: 13 })).toBe(true);
  });

  it("checks its fields first and goes to the first that is wrong", async () => {
    const user = await begin();
    const send = vi.fn();
    render(FormUnderTest, { send });
    await user.type(field("Count"), "100");
    await user.type(field("Time"), "25:00");
    await user.click(screen.getByRole("button", { name: "send" }));
    expect(send).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(field("Name"));
    for (const label of ["Name", "Count", "Time"]) {
      expect(field(label).getAttribute("aria-invalid")).toBe("true");
      expect(error(field(label))).not.toBe("");
    }
    await user.type(field("Name"), "x");
    expect(field("Name").getAttribute("aria-invalid")).toBeNull();
  });

  it("shows a refusal of the core at the field that it concerns", async () => {
    const user = await begin();
    const refusal = { code: "bad_day", message: "No such day.", hint: "Type another.", field: "start" };
    render(FormUnderTest, { send: () => Promise.reject(new Failure(refusal)), initial: { name: "a", day: "R8.4.1" } });
    await waitFor(() => screen.getByText("2026-04-01"));
    await user.click(screen.getByRole("button", { name: "send" }));
    await waitFor(() => expect(error(field("Day"))).toBe("No such day. Type another."));
    expect(document.activeElement).toBe(field("Day"));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("shows any other refusal with its code", async () => {
    const user = await begin();
    const refusal = { code: "in_use", message: "Somebody writes.", hint: "Wait.", field: null };
    render(FormUnderTest, { send: () => Promise.reject(refusal), initial: { name: "a" } });
    await user.click(screen.getByRole("button", { name: "send" }));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("Somebody writes.");
    expect(alert.textContent).toContain("Wait.");
    expect(alert.textContent).toContain("in_use");
  });
});

describe("a field for a day", () => {
  it("shows below how it is read", async () => {
    const user = await begin();
    render(FormUnderTest, { send: () => {} });
    await user.type(field("Day"), "R8.4.1");
    await screen.findByText("2026-04-01");
    await user.clear(field("Day"));
    await waitFor(() => expect(screen.queryByText("2026-04-01")).toBeNull());
  });

  it("says that it cannot be read once it is left, and does not send", async () => {
    const user = await begin();
    const send = vi.fn();
    render(FormUnderTest, { send, initial: { name: "a" } });
    await user.type(field("Day"), "R8.13");
    expect(field("Day").getAttribute("aria-invalid")).toBeNull();
    await user.tab();
    await waitFor(() => expect(field("Day").getAttribute("aria-invalid")).toBe("true"));
    await user.click(screen.getByRole("button", { name: "send" }));
    expect(send).not.toHaveBeenCalled();
  });

  it("sends what was typed; a day from the core is shown as it would be typed", async () => {
    const user = await begin();
    const send = vi.fn();
    render(FormUnderTest, { send, initial: { name: "a", day: "2026-04-01" } });
    expect(field("Day")).toHaveProperty("value", "R8.4.1");
    await user.clear(field("Day"));
    await user.type(field("Day"), "R8.5.2");
    await screen.findByText("2026-05-02");
    await user.click(screen.getByRole("button", { name: "send" }));
    expect(send).toHaveBeenCalledWith(expect.objectContaining({ day: "R8.5.2" }));
  });
});
