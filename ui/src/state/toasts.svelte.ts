// Short messages at the window's foot. Those with something to do or to read
// stay until they are closed.
import { onCouncilChange } from "./desk.svelte";

export interface Toast {
  id: number;
  text: string;
  detail?: string;
  tone: "good" | "warn" | "bad";
  notices: readonly string[];
  action?: { label: string; run: () => void | Promise<void> };
}

type Given = Pick<Toast, "text"> & Partial<Omit<Toast, "id" | "text">>;

const SHOWN_MS = 8000;

let shown = $state.raw<readonly Toast[]>([]);
let next = 1;

export const toasts = {
  get shown(): readonly Toast[] {
    return shown;
  },
  show(given: Given): number {
    const toast: Toast = { tone: "good", notices: [], ...given, id: next++ };
    shown = [...shown.filter((other) => lasts(other)), toast];
    if (!lasts(toast)) setTimeout(() => toasts.close(toast.id), SHOWN_MS);
    return toast.id;
  },
  close(id: number): void {
    shown = shown.filter((toast) => toast.id !== id);
  },
};

// What they offer to undo was another council's.
onCouncilChange(() => (shown = []));

function lasts(toast: Toast): boolean {
  return toast.tone !== "good" || toast.notices.length > 0;
}
