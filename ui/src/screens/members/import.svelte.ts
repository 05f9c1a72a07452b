// An import while it is prepared: the file that was taken in, and what is asked of it.
// Nothing is written before `done`.
import { call, Failure, failure, sendFile } from "../../api/call";
import type { ImportAsk, ImportDecision, ImportDone, ImportTaken } from "../../api/generated";
import { jobs } from "../../state/jobs.svelte";
import { settle } from "../../state/write";
import { memberImport as words } from "../../text/member-import";

function nothingAsked(): ImportAsk {
  return {
    sheet: null,
    header: null,
    columns: {},
    body: null,
    on: null,
    start: null,
    publication: "hidden",
    fill_down: false,
    decisions: [],
  };
}

export class ImportWork {
  taken = $state.raw<ImportTaken | null>(null);
  ask = $state<ImportAsk>(nothingAsked());
  reading = $state(false);
  writing = $state(false);
  refused = $state.raw<Failure>();
  outcome = $state.raw<{ done: ImportDone; change: number | null } | null>(null);
  readonly job = jobs.name("import");

  /** The file whose characters are read, so that it can be looked at. */
  get handle(): string | null {
    return this.taken && this.taken.doubt === "" ? this.taken.handle : null;
  }

  /** Takes a file in; one that is too large is refused before it is read. */
  async take(file: File): Promise<void> {
    await this.#attempt(async () => {
      const limit = (await call("import_limits", {})).bytes;
      const refuse = (code: string, message: string, hint: string) => new Failure({ code, message, hint, field: null });
      if (file.size > limit) {
        throw refuse("file_too_large", words.file.tooLarge(file.name, file.size, limit), words.file.tooLargeHint);
      }
      const bytes = await file.arrayBuffer().catch(() => {
        throw refuse("read_file", words.file.unreadable, words.file.unreadableHint);
      });
      const taken = await sendFile("begin_import", { name: file.name }, new Uint8Array(bytes));
      this.ask = { ...nothingAsked(), body: this.ask.body };
      this.outcome = null;
      this.taken = taken;
    });
  }

  /** Reads the characters as the user says. */
  async encode(encoding: string): Promise<void> {
    const handle = this.taken?.handle;
    if (!handle) return;
    await this.#attempt(async () => {
      this.taken = await call("encode_import", { handle, encoding });
    });
  }

  /** What was decided about a row. */
  decision(row: number): ImportDecision | undefined {
    return this.ask.decisions.find((decision) => decision.row === row);
  }

  decide(decision: ImportDecision): void {
    const others = this.ask.decisions.filter((other) => other.row !== decision.row);
    const says = decision.leave_out || decision.person || decision.take_name || decision.family;
    this.ask.decisions = says ? [...others, decision] : others;
  }

  /** Another sheet, another header: what was said of columns and rows is not of these. */
  choose(change: Partial<Pick<ImportAsk, "sheet" | "header">>): void {
    this.ask = { ...this.ask, header: null, ...change, columns: {}, decisions: [] };
  }

  async write(): Promise<void> {
    const handle = this.handle;
    if (!handle) return;
    this.writing = true;
    this.refused = undefined;
    try {
      const answer = await call("write_import", { handle, ask: $state.snapshot(this.ask) });
      await settle(answer, { quiet: true });
      this.outcome = { done: answer.output, change: answer.change };
    } catch (thrown) {
      this.refused = failure(thrown);
    }
    this.writing = false;
  }

  /** Lets go of the file. */
  forget(): void {
    const handle = this.taken?.handle;
    this.taken = null;
    this.outcome = null;
    this.refused = undefined;
    this.ask = nothingAsked();
    jobs.forget(this.job);
    // The file is forgotten with the council as well: nothing to be told.
    if (handle) void call("end_import", { handle }).catch(() => undefined);
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    this.reading = true;
    this.refused = undefined;
    try {
      await work();
    } catch (thrown) {
      this.refused = failure(thrown);
    }
    this.reading = false;
  }
}
