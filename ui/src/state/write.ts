// The one way to write from a screen: the core does it, everything that is on
// the screen reads again, and a message says what was done and offers to undo.
import { call, failure, type Args, type Name, type Result } from "../api/call";
import { common } from "../text/common";
import { changes } from "./changes.svelte";
import { desk } from "./desk.svelte";
import { toasts } from "./toasts.svelte";
import { undo } from "./undo.svelte";

/** A command's output, without the envelope of a write. */
export type Output<N extends Name> = Result<N> extends { output: infer T; change: number | null } ? T : Result<N>;

interface Envelope {
  output: unknown;
  /** None where everything was so already. */
  change: number | null;
  tags: string[];
  notices: string[];
}

export interface WriteOptions {
  /** What is said about it, instead of the operation's name. */
  said?: string;
  /** Says nothing when it went well. */
  quiet?: boolean;
}

/** Carries out a write and answers its output. Throws a `Failure`. */
export async function write<N extends Name>(name: N, args: Args<N>, options: WriteOptions = {}): Promise<Output<N>> {
  return settle(await call(name, args), options) as Promise<Output<N>>;
}

/** What follows a write, whichever way it was carried out. */
export async function settle(answer: unknown, options: WriteOptions = {}): Promise<unknown> {
  const done = isEnvelope(answer) ? answer : null;
  if (done && done.change === null) {
    if (!options.quiet) toasts.show({ text: common.unchanged, notices: done.notices });
    return done.output;
  }
  await told(done?.tags ?? null);
  if (!options.quiet) {
    toasts.show({
      text: options.said ?? (undo.undoName ? common.done(undo.undoName, undo.undoSubject) : common.saved),
      notices: done?.notices ?? [],
      action: done && undo.undoName ? { label: common.undo, run: () => undoLast(done.change ?? undefined) } : undefined,
    });
  }
  return done ? done.output : answer;
}

/** Undoes what was done last and says so. */
export async function undoLast(change?: number): Promise<void> {
  await step("undo", change);
}

/** Does again what was undone last and says so. */
export async function redoLast(): Promise<void> {
  await step("redo");
}

async function step(name: "undo" | "redo", change?: number): Promise<void> {
  const was = name === "undo" ? undo.undoWhole : undo.redoWhole;
  try {
    if (change !== undefined && !(await undo.isLast(change))) {
      toasts.show({ text: common.undoneAlready, tone: "warn" });
      return;
    }
    const done = await call(name, {});
    await told(done.tags);
    toasts.show({ text: name === "undo" ? common.undone(was ?? done.output) : common.redone(was ?? done.output) });
  } catch (thrown) {
    await undo.refresh();
    const why = failure(thrown);
    toasts.show({ text: why.message, detail: why.hint, tone: "bad" });
  }
}

/** Lets the screens read again; the frame, too, where the council itself changed. */
async function told(tags: readonly string[] | null): Promise<void> {
  toasts.withdraw();
  if (tags?.includes("council")) return desk.load();
  changes.tell(tags);
  await undo.refresh();
}

function isEnvelope(answer: unknown): answer is Envelope {
  return typeof answer === "object" && answer !== null && "change" in answer && "tags" in answer && "output" in answer;
}
