// Whether somebody has typed or chosen something among the fields of a form. What
// the program itself fills in meanwhile does not count.

const BEFORE = ["focusin", "pointerdown", "keydown", "beforeinput"];
const AFTER = ["input", "change", "click", "keyup"];

function standing(root: HTMLElement): string {
  const fields = root.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>("input, select, textarea");
  return JSON.stringify([...fields].map((field) => ("checked" in field && /^(radio|checkbox)$/.test(field.type) ? field.checked : field.value)));
}

export class Typed {
  #root: HTMLElement | undefined;
  #before = "";
  #late = 0;
  #dirty = $state(false);

  /** Whether something stands there that the user put there. */
  get dirty(): boolean {
    return this.#dirty;
  }

  /** Watches these fields until the function that it answers is called. */
  watch(root: HTMLElement): () => void {
    this.#root = root;
    this.clean();
    const before = () => this.#begin();
    const after = () => this.#later();
    for (const name of BEFORE) root.addEventListener(name, before, true);
    for (const name of AFTER) root.addEventListener(name, after);
    return () => {
      for (const name of BEFORE) root.removeEventListener(name, before, true);
      for (const name of AFTER) root.removeEventListener(name, after);
      clearTimeout(this.#late);
      this.#root = undefined;
      this.#dirty = false;
    };
  }

  /** What stands there now is saved, or given up. */
  clean(): void {
    clearTimeout(this.#late);
    this.#late = 0;
    this.#before = this.#root ? standing(this.#root) : "";
    this.#dirty = false;
  }

  /** Looks now. */
  look(): boolean {
    clearTimeout(this.#late);
    this.#late = 0;
    if (this.#root) this.#dirty = standing(this.#root) !== this.#before;
    return this.#dirty;
  }

  // Until the user does something, what stands there is the program's.
  #begin(): void {
    if (this.#late !== 0) this.look();
    if (!this.#dirty && this.#root) this.#before = standing(this.#root);
  }

  // After the field's own handlers, and what they change.
  #later(): void {
    if (this.#late === 0) this.#late = window.setTimeout(() => this.look());
  }
}
