// Opening a folder that the user chooses.
import { call } from "../../api/call";
import { desk } from "../../state/desk.svelte";
import { mayLeaveCouncil } from "../../state/unsaved.svelte";

/** Lets the user choose a folder and opens it; false when they cancel. */
export async function openAnother(): Promise<boolean> {
  const folder = await call("choose_folder", { purpose: "open" });
  if (folder === null || !(await mayLeaveCouncil())) return false;
  await desk.take(await call("open_folder", { folder }));
  return true;
}
