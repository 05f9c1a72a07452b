// The search when it fails: it says so, and a press of Enter is not kept for what
// is typed later.
import { expect, it } from "vitest";
import { route } from "../state/route.svelte";
import { answers, begin, render, screen, waitFor } from "../testing/render";
import Palette from "./Palette.svelte";

it("says when it failed, and opens nothing later on", async () => {
  const user = await begin();
  let fail = () => {};
  answers.search = () =>
    new Promise((_, refuse) => (fail = () => refuse({ code: "store", message: "No search.", hint: "", field: null })));
  render(Palette, { open: true });
  const field = screen.getByRole("combobox");
  await user.type(field, "x{Enter}");
  fail();
  expect((await screen.findByRole("alert")).textContent).toContain("No search.");
  const hit = { id: "a", title: "Found", detail: "", target: { screen: "meetings", id: "a", tab: null, body: null, record: null } };
  const before = route.path;
  answers.search = ({ text }) => ({ text, total: 1, groups: [{ kind: "meeting", more: 0, hits: [hit] }] });
  await user.type(field, "y");
  await screen.findByText("Found");
  expect(screen.queryByRole("alert")).toBeNull();
  expect(route.path).toBe(before);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(route.path).toBe("meetings/a"));
});
