// Where the focus goes back to after a dialog: to what opened it, or, where that
// is gone with its row, to the row that took its place, or to the screen's title.

const FOCUSABLE = "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex]:not([tabindex='-1'])";
/** The screen reads again after a deed; its row may go only then. */
const WATCHED_MS = 3000;

function inside(row: Element): HTMLElement[] {
  const found = [...row.querySelectorAll<HTMLElement>(FOCUSABLE)];
  return row.matches(FOCUSABLE) ? [row as HTMLElement, ...found] : found;
}

/** Remembers what has the focus now; answers how to give it back. */
export function remember(): () => void {
  const opener = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const row = opener?.closest("tr, li, [role='row']") ?? null;
  const list = row?.parentElement ?? null;
  const at = row && list ? [...list.children].indexOf(row) : -1;
  const nth = row && opener ? inside(row).indexOf(opener) : -1;

  function* places(): Generator<HTMLElement | null | undefined> {
    if (opener !== document.body) yield opener;
    const next = list?.isConnected ? (list.children[at] ?? list.children[at - 1]) : undefined;
    if (next) {
      const controls = inside(next);
      yield controls[nth];
      yield controls[0];
    }
    const title = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("h1");
    if (title && !title.hasAttribute("tabindex")) title.tabIndex = -1;
    yield title;
  }

  function settle(): void {
    const now = document.activeElement;
    if ((now && now !== document.body && now.isConnected) || document.querySelector("dialog[open]")) return;
    for (const place of places()) {
      if (!place?.isConnected) continue;
      place.focus();
      if (document.activeElement === place) return;
    }
  }

  return () => {
    const observer = new MutationObserver(settle);
    const end = () => {
      clearTimeout(timer);
      observer.disconnect();
      for (const event of ["keydown", "pointerdown"]) removeEventListener(event, end, true);
    };
    const timer = setTimeout(end, WATCHED_MS);
    observer.observe(document.body, { childList: true, subtree: true });
    // From here on it is the user's.
    for (const event of ["keydown", "pointerdown"]) addEventListener(event, end, true);
    settle();
  };
}
