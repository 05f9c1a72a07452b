// What was typed or marked and is not saved yet, anywhere in the window; and the
// question before it is lost. Who holds such a thing tells: `unsaved.hold({…})`.

export interface Holder {
  /** Whether there is something that would be lost. */
  dirty(): boolean;
  /** Lets go of it. */
  discard(): void;
  /** Whether it outlives a look at another screen. */
  kept?: boolean;
  /** Whether it is on the screen now; else where its screen is. */
  shown?(): boolean;
}

let holders = $state.raw<readonly Holder[]>([]);
let question = $state.raw<((discard: boolean) => void) | null>(null);

export const unsaved = {
  /** Whether anything would be lost if the window closed. */
  get any(): boolean {
    return holders.some((holder) => holder.dirty());
  },
  /** Whether something of it is on the screen now. */
  get here(): boolean {
    return holders.some((holder) => holder.dirty() && (holder.shown?.() ?? !holder.kept));
  },
  /** Minds it until the function that it answers is called. */
  hold(holder: Holder): () => void {
    holders = [...holders, holder];
    return () => {
      holders = holders.filter((other) => other !== holder);
    };
  },
  /** Whether the question stands on the screen. */
  get asking(): boolean {
    return question !== null;
  },
  /** Answers the question. */
  answer(discard: boolean): void {
    const told = question;
    question = null;
    told?.(discard);
  },
};

/** Whether these may be lost: asks where there is something, and then lets go of it. */
export async function mayDiscard(which: readonly Holder[]): Promise<boolean> {
  const lost = which.filter((holder) => holder.dirty());
  if (lost.length === 0) return true;
  unsaved.answer(false);
  if (!(await new Promise<boolean>((told) => (question = told)))) return false;
  for (const holder of lost) holder.discard();
  return true;
}

/** Whether the screen may be left: true at once where nothing would be lost. */
export function mayLeave(): true | Promise<boolean> {
  const lost = holders.filter((holder) => !holder.kept && holder.dirty());
  return lost.length === 0 || mayDiscard(lost);
}

/** Whether the council may be left: then what outlives a screen is lost as well. */
export function mayLeaveCouncil(): Promise<boolean> {
  return mayDiscard(holders);
}
