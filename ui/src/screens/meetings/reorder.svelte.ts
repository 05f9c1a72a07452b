// Moving rows of a table by their handle: with a pointer here, by keys in the table.

export class Reorder {
  /** The row that is held; none while nothing is. */
  held = $state<number | null>(null);
  /** The row before which it would land. */
  over = $state<number | null>(null);
  #moved: (from: number, to: number) => void;

  /** `moved` hears from which place to which, both from 0. */
  constructor(moved: (from: number, to: number) => void) {
    this.#moved = moved;
  }

  grab(event: PointerEvent, from: number): void {
    if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    this.held = from;
    this.over = from;
  }

  drag(event: PointerEvent): void {
    if (this.held === null || !(event.currentTarget instanceof HTMLElement)) return;
    const rows = [...(event.currentTarget.closest("tbody")?.rows ?? [])];
    const below = rows.findIndex((row) => {
      const at = row.getBoundingClientRect();
      return event.clientY < at.top + at.height / 2;
    });
    this.over = below === -1 ? rows.length : below;
  }

  drop(): void {
    const [from, over] = [this.held, this.over];
    this.held = null;
    this.over = null;
    if (from === null || over === null) return;
    const to = over > from ? over - 1 : over;
    if (to !== from) this.#moved(from, to);
  }

  cancel(): void {
    this.held = null;
    this.over = null;
  }
}
