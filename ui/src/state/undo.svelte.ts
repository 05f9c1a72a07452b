// The names of what Ctrl+Z would undo and Ctrl+Y do again.
import { call } from "../api/call";
import type { UndoNames } from "../api/generated";

const NOTHING: UndoNames = { undo: null, undo_subject: null, redo: null, redo_subject: null };

let names = $state.raw<UndoNames>(NOTHING);

export const undo = {
  get undoName(): string | null {
    return names.undo;
  },
  get undoSubject(): string | null {
    return names.undo_subject;
  },
  get redoName(): string | null {
    return names.redo;
  },
  /** The action and what it was done to. */
  get undoWhole(): string | null {
    return whole(names.undo, names.undo_subject);
  },
  get redoWhole(): string | null {
    return whole(names.redo, names.redo_subject);
  },
  async refresh(): Promise<void> {
    try {
      names = await call("undoable", {});
    } catch {
      names = NOTHING;
    }
  },
  /** Whether `change` is still the last one, so that undoing means undoing it. */
  async isLast(change: number): Promise<boolean> {
    const [last] = await call("history", { limit: 1 });
    return last?.change === change;
  },
};

function whole(action: string | null, subject: string | null): string | null {
  return action && subject ? `${action} ${subject}` : action;
}
