// The names of what Ctrl+Z would undo and Ctrl+Y do again.
import { call, type Name } from "../api/call";

interface Undoable {
  undo: string | null;
  redo: string | null;
}

let names = $state.raw<Undoable>({ undo: null, redo: null });

export const undo = {
  get undoName(): string | null {
    return names.undo;
  },
  get redoName(): string | null {
    return names.redo;
  },
  async refresh(): Promise<void> {
    try {
      names = (await call("undoable" as Name, {} as never)) as unknown as Undoable;
    } catch {
      names = { undo: null, redo: null };
    }
  },
  /** Whether `change` is still the last one, so that undoing means undoing it. */
  async isLast(change: number): Promise<boolean> {
    const [last] = await call("history", { limit: 1 });
    return last?.change === change;
  },
};
