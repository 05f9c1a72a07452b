// Minutes while they are being typed. What is typed is written after a second's pause, at
// the latest after three; until then a draft beside the council's file has it. What somebody
// else changed meanwhile is shown, never written over.
import { call, failure, type Failure } from "../../api/call";
import type { EntryForm, MinutesEntry, MinutesPage } from "../../api/generated";
import { undo } from "../../state/undo.svelte";
import { before, inOrder, lineOf, newLine, sameContent, speakerKey, under, type Content, type Line, type Speaker } from "./lines";

const PAUSE = 1000;
const AT_LATEST = 3000;
const DRAFT = 300;
const AGAIN = 5000;

/** A line that somebody else changed while it was typed here. */
export interface Conflict {
  id: string;
  mine: string;
  /** What stands in the council now; null where the line is gone. */
  theirs: MinutesEntry | null;
}

interface Draft {
  lines: (Content & { id: string; base: string | null; after: string | null })[];
  removed: { id: string; rev: string }[];
}

export class Editor {
  readonly meeting: string;
  lines = $state<Line[]>([]);
  items = $state.raw<readonly string[]>([]);
  /** Whether something is under way to the council. */
  saving = $state(false);
  /** Why the last writing went wrong; it is tried again. */
  failed = $state.raw<Failure>();
  conflicts = $state.raw<readonly Conflict[]>([]);
  /** How many lines came back from the draft. */
  restored = $state(0);
  /** When all was written, for the line that says so. */
  savedAt = $state<Date>();
  /** Whether the minutes are final, or nothing may be written. */
  locked = $state(false);
  /** Told when something was written. */
  onsaved: () => void = () => {};

  #removed: { id: string; rev: string }[] = [];
  #timer = 0;
  #since = 0;
  #drafting = 0;
  #draftSent: Promise<unknown> = Promise.resolve();
  #hasDraft = false;
  #writing: Promise<void> | undefined;
  #loaded = $state(false);
  #gone = false;

  constructor(meeting: string) {
    this.meeting = meeting;
  }

  get dirty(): boolean {
    return this.#removed.length > 0 || this.lines.some((line) => line.dirty);
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Takes what the core has: all of it at first, then what is new and not being typed here. */
  take(page: MinutesPage): void {
    this.items = page.items.map((item) => item.id);
    this.locked = page.frozen;
    if (!this.#loaded) {
      this.lines = page.entries.map(lineOf);
      return;
    }
    const mine = new Map(this.lines.filter((line) => line.dirty).map((line) => [line.id, line]));
    const gone = new Set(this.#removed.map((one) => one.id));
    const old = new Map(this.lines.map((line) => [line.id, line]));
    const next = page.entries.filter((entry) => !gone.has(entry.id)).map((entry) => mine.get(entry.id) ?? this.#same(old.get(entry.id), entry));
    for (const line of this.lines) {
      if (!line.dirty || next.some((one) => one.id === line.id)) continue;
      const at = next.findIndex((one) => one.id === before(this.lines, line)?.id);
      next.splice(at < 0 ? next.length : at + 1, 0, line);
    }
    this.lines = next;
  }

  // The same object stays where nothing changed, so that the field keeps its cursor.
  #same(line: Line | undefined, entry: MinutesEntry): Line {
    if (!line) return lineOf(entry);
    const fresh = lineOf(entry);
    if (line.rev !== fresh.rev) Object.assign(line, fresh);
    line.decision = fresh.decision;
    line.task = fresh.task;
    return line;
  }

  /** Brings back what was typed and not written when the program ended. */
  async begin(page: MinutesPage): Promise<void> {
    this.take(page);
    this.#loaded = true;
    if (this.locked) return;
    const text = await call("draft", { key: this.#key }).catch(() => null);
    if (!text || this.#gone) return;
    this.#hasDraft = true;
    this.#restore(JSON.parse(text) as Draft, page);
    if (this.dirty) this.#later(0);
    else this.#forget();
  }

  #restore(draft: Draft, page: MinutesPage): void {
    const stored = new Map(page.entries.map((entry) => [entry.id, entry]));
    const conflicts: Conflict[] = [];
    let count = 0;
    for (const one of draft.lines) {
      const entry = stored.get(one.id);
      const line = this.lines.find((candidate) => candidate.id === one.id);
      if (entry && line) {
        if (sameContent(one, line)) continue;
        if (entry.rev !== one.base) conflicts.push({ id: one.id, mine: one.text, theirs: entry });
        else count += 1;
        Object.assign(line, content(one), { dirty: true });
      } else {
        count += 1;
        const added = { ...newLine(one.item), ...content(one), id: one.id };
        const at = this.lines.findIndex((candidate) => candidate.id === one.after);
        this.lines.splice(at < 0 ? this.lines.length : at + 1, 0, added);
      }
    }
    for (const one of draft.removed) {
      if (stored.get(one.id)?.rev !== one.rev) continue;
      this.lines = this.lines.filter((line) => line.id !== one.id);
      this.#removed.push(one);
    }
    this.conflicts = conflicts;
    this.restored = count;
  }

  /** Something was typed or chosen in a line. */
  touch(line: Line): void {
    line.dirty = true;
    this.#later(PAUSE);
  }

  /** Adds a line behind another, or at the end of an item. */
  add(item: string | null, behind: Line | undefined, fresh: Line): Line {
    const row = under(this.lines, item);
    const last = behind ?? row.at(-1);
    const at = last ? this.lines.findIndex((line) => line.id === last.id) + 1 : this.lines.length;
    this.lines.splice(at, 0, fresh);
    this.#later(PAUSE);
    return this.lines[at] ?? fresh;
  }

  /** Cuts a line in two at a place; the second part is a new line of the same speaker. */
  split(line: Line, at: number, speaker: Speaker | null = line.speaker): Line {
    const rest = line.text.slice(at).replace(/^\n/, "");
    line.text = line.text.slice(0, at).replace(/\n$/, "");
    const kind = line.kind === "speech" || line.kind === "explanation" ? line.kind : "speech";
    this.touch(line);
    return this.add(line.item, line, newLine(line.item, rest === "" ? "speech" : kind, rest === "" ? null : speaker, rest));
  }

  /** Puts a line behind the words of the one before it; answers that one and where they meet. */
  merge(line: Line): { into: Line; at: number } | undefined {
    const into = before(this.lines, line);
    if (!into) return undefined;
    const strange = line.text !== "" && (into.kind !== line.kind || speakerKey(into.speaker) !== speakerKey(line.speaker));
    if (strange) return undefined;
    const at = into.text.length + (into.text !== "" && line.text !== "" ? 1 : 0);
    if (line.text !== "") into.text = into.text === "" ? line.text : `${into.text}\n${line.text}`;
    this.touch(into);
    this.remove(line);
    return { into, at };
  }

  remove(line: Line): void {
    this.lines = this.lines.filter((one) => one.id !== line.id);
    if (line.rev !== null) this.#removed.push({ id: line.id, rev: line.rev });
    this.#later(PAUSE);
  }

  /** Moves a line one place up or down, over the edge of its item, too. */
  move(line: Line, by: -1 | 1): boolean {
    const row = under(this.lines, line.item);
    const at = row.findIndex((one) => one.id === line.id);
    const target = row[at + by];
    const all: (string | null)[] = [null, ...this.items];
    if (!target) {
      const to = all[all.indexOf(line.item) + by];
      if (to === undefined) return false;
      return this.moveTo(line, to, by < 0);
    }
    const others = this.lines.filter((one) => one.id !== line.id);
    const place = others.findIndex((one) => one.id === target.id) + (by > 0 ? 1 : 0);
    others.splice(place, 0, line);
    this.lines = others;
    line.moved = true;
    this.touch(line);
    return true;
  }

  /** Moves a line to another item: to its end, or to its beginning. */
  moveTo(line: Line, item: string | null, end: boolean): boolean {
    const others = this.lines.filter((one) => one.id !== line.id);
    line.item = item;
    line.moved = true;
    if (end) others.push(line);
    else others.unshift(line);
    this.lines = others;
    this.touch(line);
    return true;
  }

  /** Keeps the words that were typed here, or takes the others. */
  decide(conflict: Conflict, mine: boolean): void {
    const line = this.lines.find((one) => one.id === conflict.id);
    this.conflicts = this.conflicts.filter((one) => one.id !== conflict.id);
    if (!line) return;
    if (mine) {
      line.rev = conflict.theirs?.rev ?? null;
      line.moved = conflict.theirs === null;
      this.touch(line);
    } else if (conflict.theirs) {
      Object.assign(line, lineOf(conflict.theirs));
      if (!this.dirty) this.#forget();
    } else {
      this.lines = this.lines.filter((one) => one.id !== line.id);
    }
  }

  /** Writes everything now. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = 0;
    while (this.#open.length > 0 || this.#removed.length > 0) {
      await this.#write();
      if (this.failed) return;
    }
    await this.#writing;
  }

  /** The screen is left: what is typed goes to the core. */
  async end(): Promise<void> {
    await this.flush();
    this.#gone = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#drafting);
  }

  get #key(): string {
    return `minutes-${this.meeting}`;
  }

  // What waits for somebody's choice is not written meanwhile.
  get #open(): Line[] {
    return this.lines.filter((line) => line.dirty && !this.conflicts.some((one) => one.id === line.id));
  }

  #later(pause: number): void {
    if (this.#gone || this.locked) return;
    if (this.#since === 0) this.#since = Date.now();
    clearTimeout(this.#timer);
    const rest = Math.max(0, this.#since + AT_LATEST - Date.now());
    this.#timer = window.setTimeout(() => void this.#write(), Math.min(pause, rest));
    if (this.#drafting === 0) this.#drafting = window.setTimeout(() => this.#keep(), DRAFT);
  }

  #keep(): void {
    this.#drafting = 0;
    if (!this.dirty || this.#gone) return;
    const open = this.lines.filter((line) => line.dirty);
    const draft: Draft = {
      lines: open.map((line) => ({ ...content(line), id: line.id, base: line.rev, after: this.#behind(line) })),
      removed: this.#removed,
    };
    this.#hasDraft = true;
    this.#send(JSON.stringify(draft));
  }

  #forget(): void {
    clearTimeout(this.#drafting);
    this.#drafting = 0;
    if (!this.#hasDraft) return;
    this.#hasDraft = false;
    this.#send("");
  }

  // One after the other, so that an older draft never follows a newer one.
  #send(text: string): void {
    this.#draftSent = this.#draftSent.then(() => call("keep_draft", { key: this.#key, text })).catch(() => {});
  }

  #behind(line: Line): string {
    return before(this.lines, line)?.id ?? "";
  }

  #form(line: Line): EntryForm {
    return {
      id: line.id,
      base: line.rev,
      item: line.item,
      after: line.moved ? this.#behind(line) : null,
      kind: line.kind,
      speaker: line.speaker,
      text: line.text,
      closed_reason: line.closed,
      at: line.at,
    };
  }

  async #write(): Promise<void> {
    if (this.#writing) return this.#writing;
    this.#writing = this.#send_all().finally(() => (this.#writing = undefined));
    await this.#writing;
    if (this.#open.length > 0 || this.#removed.length > 0) this.#later(this.failed ? AGAIN : PAUSE);
  }

  async #send_all(): Promise<void> {
    clearTimeout(this.#timer);
    const order = inOrder(this.lines, this.items);
    const open = order.filter((line) => this.#open.some((one) => one.id === line.id));
    const removed = this.#removed;
    if (open.length === 0 && removed.length === 0) return;
    this.#since = 0;
    this.saving = true;
    const entries = open.map((line) => this.#form(line));
    try {
      const done = await call("write_minutes", { meeting: this.meeting, entries, removed });
      this.failed = undefined;
      this.#removed = this.#removed.filter((one) => !removed.includes(one));
      this.#settle(entries, done.output.entries);
      if (done.output.conflicts.length > 0) await this.#meet(done.output.conflicts);
      if (!this.dirty) {
        this.savedAt = new Date();
        this.#forget();
      } else {
        this.#keep();
      }
      void undo.refresh();
      this.onsaved();
    } catch (thrown) {
      this.failed = failure(thrown);
      this.#keep();
    } finally {
      this.saving = false;
    }
  }

  /** What was written is as the core has it, unless it was typed on meanwhile. */
  #settle(sent: readonly EntryForm[], written: readonly { id: string; rev: string }[]): void {
    for (const { id, rev } of written) {
      const line = this.lines.find((one) => one.id === id);
      const form = sent.find((one) => one.id === id);
      if (!line || !form) continue;
      line.rev = rev;
      const now = this.#form(line);
      line.moved = line.moved && now.after !== form.after;
      line.dirty = line.moved || !sameForm(now, form);
    }
  }

  async #meet(ids: readonly string[]): Promise<void> {
    const page = await call("minutes_page", { meeting: this.meeting });
    const found = ids.map((id) => ({
      id,
      mine: this.lines.find((line) => line.id === id)?.text ?? "",
      theirs: page.entries.find((entry) => entry.id === id) ?? null,
    }));
    const here = (one: Conflict) => this.lines.some((line) => line.id === one.id);
    this.conflicts = [...this.conflicts.filter((one) => !ids.includes(one.id)), ...found.filter(here)];
    this.take(page);
  }
}

function content(one: Content): Content {
  const { item, kind, speaker, text, closed, at } = one;
  return { item, kind, speaker: speaker && { role: speaker.role, person: speaker.person, name: speaker.name }, text, closed, at };
}

function sameForm(a: EntryForm, b: EntryForm): boolean {
  const of = (form: EntryForm) => JSON.stringify([form.item, form.kind, form.speaker, form.text, form.closed_reason ?? "", form.at ?? ""]);
  return of(a) === of(b);
}
