// Combobox, tabs, the question before a deed.
import { fireEvent } from "@testing-library/svelte";
import { describe, expect, it, vi } from "vitest";
import PartsUnderTest from "../testing/PartsUnderTest.svelte";
import { begin, render, screen, waitFor } from "../testing/render";

const options = [
  { value: "1", label: "髙橋一郎", words: "たかはしいちろう" },
  { value: "2", label: "渡邉󠄂花子", words: "わたなべはなこ" },
  { value: "3", label: "𠮷田健太", words: "よしだけんた" },
];

const shown = () => screen.queryAllByRole("option", { hidden: true }).map((option) => option.textContent?.trim());
const value = () => document.querySelector("output")?.textContent;

async function parts(deed = vi.fn(async () => {})) {
  const user = await begin();
  render(PartsUnderTest, { options, deed });
  return { user, deed, input: screen.getByRole("combobox") };
}

describe("a combobox", () => {
  it("finds by the reading, in either kana, and takes by keyboard", async () => {
    const { user, input } = await parts();
    await user.click(input);
    await user.type(input, "ワタ");
    await waitFor(() => expect(shown()).toEqual(["渡邉󠄂花子"]));
    await user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(value()).toBe("2"));
    expect(input).toHaveProperty("value", "渡邉󠄂花子");
  });

  it("forgets its value when something else is typed", async () => {
    const { user, input } = await parts();
    await user.click(input);
    await user.type(input, "𠮷");
    await user.keyboard("{ArrowDown}{Enter}");
    await waitFor(() => expect(value()).toBe("3"));
    await user.type(input, "x");
    expect(value()).toBe("");
  });

  it("takes nothing while kana are being converted", async () => {
    const { user, input } = await parts();
    await user.click(input);
    await user.type(input, "た");
    await fireEvent.keyDown(input, { key: "Enter", keyCode: 229, isComposing: true });
    expect(value()).toBe("");
  });
});

describe("tabs", () => {
  it("are walked by arrow keys", async () => {
    const { user } = await parts();
    screen.getByRole("tab", { name: "A" }).focus();
    await user.keyboard("{ArrowLeft}");
    expect(screen.getByRole("tab", { selected: true }).textContent?.trim()).toBe("C");
    expect(document.activeElement).toBe(screen.getByRole("tab", { name: "C" }));
    expect(screen.getByRole("tabpanel", { name: "C" }).textContent).toContain("panel c");
    await user.keyboard("{Home}");
    expect(screen.getByRole("tab", { selected: true }).textContent?.trim()).toBe("A");
  });
});

describe("a question before a deed", () => {
  it("closes when it went well", async () => {
    const { user, deed } = await parts();
    await user.click(screen.getByRole("button", { name: "ask" }));
    await user.click(screen.getByRole("button", { name: "Do it" }));
    expect(deed).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(screen.queryByRole("button", { name: "Do it" })).toBeNull());
  });

  it("stays with the refusal when it did not", async () => {
    const refusal = { code: "x", message: "No.", hint: "", field: null };
    const { user } = await parts(vi.fn(() => Promise.reject(refusal)));
    await user.click(screen.getByRole("button", { name: "ask" }));
    await user.click(screen.getByRole("button", { name: "Do it" }));
    expect((await screen.findByRole("alert")).textContent).toContain("No.");
    expect(screen.getByRole("button", { name: "Do it" })).toBeTruthy();
  });
});
