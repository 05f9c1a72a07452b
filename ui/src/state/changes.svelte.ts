// What has changed since the window opened. Live queries watch it; everything
// that writes tells it.

interface Change {
  /** Counts up with every change. */
  count: number;
  /** The tables it touched; null where that is not known. */
  tags: readonly string[] | null;
}

let last = $state.raw<Change>({ count: 0, tags: null });

export const changes = {
  get last(): Change {
    return last;
  },
  /** Tells every live query to read again; with tags, those that they concern. */
  tell(tags: readonly string[] | null = null): void {
    last = { count: last.count + 1, tags };
  },
};
