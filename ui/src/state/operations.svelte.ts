// Operations that the search (Ctrl+K) offers. The window has some of its own;
// a screen adds those that it can do while it is shown.
import { untrack } from "svelte";

export interface Operation {
  key: string;
  /** What it does: 会議を追加する. */
  label: string;
  /** Other words under which it is found. */
  words?: string;
  /** Keys that do the same: Ctrl+Z. */
  keys?: string;
  run: () => void | Promise<void>;
}

let sources = $state.raw<readonly (() => readonly Operation[])[]>([]);

export const operations = {
  /** All that can be done now. */
  get all(): readonly Operation[] {
    return sources.flatMap((source) => source());
  },
  /** Offers operations until the function that it answers is called. */
  offer(source: () => readonly Operation[]): () => void {
    sources = [...sources, source];
    return () => {
      sources = sources.filter((other) => other !== source);
    };
  },
};

/** Offers operations for as long as the component is there. */
export function offers(source: () => readonly Operation[]): void {
  $effect(() => untrack(() => operations.offer(source)));
}
