// Puts a component on a page for a test, over the fake core.
import { render } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { tick } from "svelte";
import { use } from "../api/call";
import { desk } from "../state/desk.svelte";
import { called, fakeTransport } from "./fake";

export { screen, waitFor, within } from "@testing-library/svelte";
export { answers, called, say } from "./fake";
export { render, tick };

/** A user at the keyboard; the core has been asked nothing yet. */
export async function begin(): Promise<ReturnType<typeof userEvent.setup>> {
  use(fakeTransport);
  await desk.load();
  called.length = 0;
  return userEvent.setup();
}
