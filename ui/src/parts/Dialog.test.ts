// Dialogs: what keeps them open, what is asked before something typed is lost, and
// where the focus goes afterwards.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { go, route } from "../state/route.svelte";
import { toasts } from "../state/toasts.svelte";
import { unsaved } from "../state/unsaved.svelte";
import DialogUnderTest from "../testing/DialogUnderTest.svelte";
import { begin, render, screen, waitFor } from "../testing/render";
import { parts } from "../text/common";

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const form = () => screen.queryByRole("textbox", { name: /^Name/ });
const question = () => screen.queryByRole("dialog", { name: parts.discard.title });
const refusal = { code: "x", message: "No.", hint: "", field: null };

/** A deed that is under way until it is told how it ends. */
function slow() {
  const end = { well: () => {}, badly: () => {} };
  const run = vi.fn(() => new Promise<void>((well, badly) => Object.assign(end, { well, badly: () => badly(refusal) })));
  return { run, end };
}

async function page(given: Partial<{ send: () => Promise<unknown>; deed: () => Promise<unknown> }> = {}) {
  const user = await begin();
  render(DialogUnderTest, { send: async () => {}, deed: async () => {}, ...given });
  return user;
}

beforeEach(() => {
  location.hash = "#/here";
  go("here");
  for (const toast of toasts.shown) toasts.close(toast.id);
});

describe("a dialog whose form is being sent", () => {
  it("stays, and shows the refusal", async () => {
    const { run, end } = slow();
    const user = await page({ send: run });
    await user.click(button("edit"));
    await user.click(button("send"));
    await user.keyboard("{Escape}");
    await user.click(button(parts.dialog.close));
    expect(form()).not.toBeNull();
    expect(question()).toBeNull();
    end.badly();
    expect((await screen.findByRole("alert")).textContent).toContain("No.");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(form()).toBeNull());
  });

  it("tells the refusal at the window's foot where it was closed all the same", async () => {
    const { run, end } = slow();
    const user = await page({ send: run });
    await user.click(button("edit"));
    await user.click(button("send"));
    await user.click(button("shut"));
    await waitFor(() => expect(form()).toBeNull());
    end.badly();
    await waitFor(() => expect(toasts.shown.at(-1)).toMatchObject({ text: "No.", tone: "bad" }));
  });

  it("stays before a deed, too", async () => {
    const { run, end } = slow();
    const user = await page({ deed: run });
    await user.click(button("remove b"));
    await user.click(button("Do it"));
    await user.keyboard("{Escape}");
    expect(button("Do it")).toBeTruthy();
    end.badly();
    expect((await screen.findByRole("alert")).textContent).toContain("No.");
  });
});

describe("something typed", () => {
  it("is asked about before it is lost, and only then", async () => {
    const user = await page();
    await user.click(button("edit"));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(form()).toBeNull());
    await user.click(button("edit"));
    await user.type(form()!, "x{Backspace}");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(form()).toBeNull());
    expect(question()).toBeNull();
    await user.click(button("edit"));
    await user.type(form()!, "x");
    await waitFor(() => expect(unsaved.any).toBe(true));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(question()).not.toBeNull());
    await user.click(button(parts.discard.stay));
    expect(form()).toHaveProperty("value", "x");
    await user.click(button(parts.dialog.close));
    await user.click(await screen.findByRole("button", { name: parts.discard.go }));
    await waitFor(() => expect(form()).toBeNull());
    expect(unsaved.any).toBe(false);
  });

  it("may come from a button", async () => {
    const user = await page();
    await user.click(button("edit"));
    await user.click(button("offer"));
    await waitFor(() => expect(unsaved.here).toBe(true));
  });

  it("is not unsaved once it is saved", async () => {
    const user = await page();
    await user.click(button("edit"));
    await user.type(form()!, "x");
    await user.click(button("send"));
    await waitFor(() => expect(unsaved.any).toBe(false));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(form()).toBeNull());
  });

  it("is asked about before the screen is left", async () => {
    const user = await page();
    await user.click(button("edit"));
    await user.type(form()!, "x");
    await user.click(screen.getByRole("link", { name: "elsewhere" }));
    await user.click(await screen.findByRole("button", { name: parts.discard.stay }));
    expect([route.path, location.hash]).toEqual(["here", "#/here"]);
    go("there");
    await user.click(await screen.findByRole("button", { name: parts.discard.go }));
    await waitFor(() => expect([route.path, location.hash]).toEqual(["there", "#/there"]));
  });
});

describe("the focus", () => {
  it("goes back to what opened the dialog", async () => {
    const user = await page();
    await user.click(button("edit"));
    await user.keyboard("{Escape}");
    await waitFor(() => expect(form()).toBeNull());
    await waitFor(() => expect(document.activeElement).toBe(button("edit")));
  });

  it("goes to the row that took the place of one that is gone, then to the title", async () => {
    const user = await page();
    for (const [row, next] of [["b", "remove c"], ["c", "remove a"]] as const) {
      await user.click(button(`remove ${row}`));
      await user.click(button("Do it"));
      await waitFor(() => expect(document.activeElement).toBe(button(next)));
    }
    await user.click(button("remove a"));
    await user.click(button("Do it"));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("heading", { name: "Title" })));
  });
});
