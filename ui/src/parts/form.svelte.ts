// How a form and its fields know each other: fields check themselves before
// anything is sent, and a refusal of the core appears at the field it concerns.
import { getContext, setContext } from "svelte";
import type { Holder } from "../state/unsaved.svelte";

/** A field as its form sees it. */
export interface Entry {
  /** The argument's name, as in an error's `field`. */
  name: string | undefined;
  /** What is wrong with what was typed, in words; null when nothing is. */
  check(): string | null;
  focus(): void;
}

export class FormState {
  /** What is wrong, by field. */
  errors = $state<Record<string, string>>({});
  busy = $state(false);
  #entries = new Set<Entry>();

  register(entry: Entry): () => void {
    this.#entries.add(entry);
    return () => this.#entries.delete(entry);
  }

  /** Lets every field check itself; goes to the first that is not content. */
  check(): boolean {
    let first: Entry | undefined;
    for (const entry of this.#entries) if (entry.check() !== null) first ??= entry;
    first?.focus();
    return first === undefined;
  }

  /** Shows a refusal at its field; answers whether there is such a field. */
  refuse(field: string | null, message: string): boolean {
    const entry = [...this.#entries].find((candidate) => field !== null && candidate.name === field);
    if (!entry || field === null) return false;
    this.errors[field] = message;
    entry.focus();
    return true;
  }
}

const KEY = Symbol("form");

export function provideForm(form: FormState): void {
  setContext(KEY, form);
}

export function useForm(): FormState | undefined {
  return getContext<FormState | undefined>(KEY);
}

/** A form as the dialog around it sees it. */
export interface Held extends Holder {
  /** Whether it is being sent: only its outcome closes the dialog. */
  busy(): boolean;
}

/** The forms inside a dialog. */
export class DialogState {
  #forms = $state.raw<readonly Held[]>([]);

  join(form: Held): () => void {
    this.#forms = [...this.#forms, form];
    return () => {
      this.#forms = this.#forms.filter((other) => other !== form);
    };
  }

  get forms(): readonly Held[] {
    return this.#forms;
  }

  #said = $state.raw<readonly { by: object; words: string }[]>([]);

  /** A refusal that is shown in here; answers how to take it back. */
  says(by: object, words: string): () => void {
    this.#said = [...this.#said, { by, words }];
    return () => {
      this.#said = this.#said.filter((one) => one.by !== by);
    };
  }

  /** Whether the same is said further on: the last one stays. */
  repeats(by: object, words: string): boolean {
    const same = this.#said.filter((one) => one.words === words);
    return same.some((one) => one.by === by) && same.at(-1)?.by !== by;
  }

  get busy(): boolean {
    return this.#forms.some((form) => form.busy());
  }
}

const AROUND = Symbol("dialog");

export function provideDialog(dialog: DialogState): void {
  setContext(AROUND, dialog);
}

export function useDialog(): DialogState | undefined {
  return getContext<DialogState | undefined>(AROUND);
}
