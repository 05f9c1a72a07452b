// A write that belongs to no form: a refusal is told at the window's foot.
import { failure } from "../../api/call";
import { toasts } from "../../state/toasts.svelte";

/** Carries it out; answers whether it went well. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (thrown) {
    const why = failure(thrown);
    toasts.show({ text: why.message, detail: why.hint, tone: "bad" });
    return false;
  }
}
