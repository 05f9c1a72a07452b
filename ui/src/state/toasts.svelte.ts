// The one short message at the window's foot: what was done last, or what went
// wrong. It goes by itself; what it had to tell beyond that can be read again.
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
/** With something to read. */
const READ_MS = 15000;
/** What follows so soon belongs to the same deed, such as several files at once. */
const SAME_DEED_MS = 1000;
const KEPT = 10;

let shown = $state.raw<readonly Toast[]>([]);
let kept = $state.raw<readonly Toast[]>([]);
let next = 1;
let since = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

export const toasts = {
  /** One at most. */
  get shown(): readonly Toast[] {
    return shown;
  },
  /** Those with a remark or a refusal, the newest first. */
  get kept(): readonly Toast[] {
    return kept;
  },
  show(given: Given): number {
    const toast: Toast = { tone: "good", notices: [], ...given, id: next++ };
    if (reads(toast)) kept = [toast, ...kept].slice(0, KEPT);
    shown = [withEarlier(toast)];
    since = Date.now();
    toasts.hold(false);
    return toast.id;
  },
  close(id: number): void {
    shown = shown.filter((toast) => toast.id !== id);
  },
  /** It stays while somebody reads it. */
  hold(is: boolean): void {
    clearTimeout(timer);
    const [toast] = shown;
    if (toast && !is) timer = setTimeout(() => toasts.close(toast.id), reads(toast) ? READ_MS : SHOWN_MS);
  },
  /** What it offers concerns something that is no longer the last. */
  withdraw(): void {
    if (shown.some((toast) => toast.action)) shown = shown.map((toast) => ({ ...toast, action: undefined }));
  },
};

// What they say was another council's.
onCouncilChange(() => {
  shown = [];
  kept = [];
});

function reads(toast: Toast): boolean {
  return toast.tone !== "good" || toast.notices.length > 0;
}

// A refusal is not lost because another one follows at once.
function withEarlier(toast: Toast): Toast {
  const [earlier] = shown;
  if (!earlier || earlier.tone === "good" || Date.now() - since > SAME_DEED_MS) return toast;
  const words = [earlier.text, earlier.detail].filter(Boolean).join(" ");
  const same = [toast.text, toast.detail].filter(Boolean).join(" ") === words;
  return { ...toast, tone: earlier.tone, notices: [...toast.notices, ...(same ? [] : [words]), ...earlier.notices] };
}
