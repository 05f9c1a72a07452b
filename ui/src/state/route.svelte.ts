// Where the window is: `#/members/<id>?tab=seats`. A place where something was
// typed and not saved is left only after a question.
import { mayLeave } from "./unsaved.svelte";

type Options = Record<string, string | number | null | undefined>;
type Step = string | number;

let hash = $state(typeof location === "undefined" ? "" : location.hash);

function read(): { parts: string[]; options: URLSearchParams } {
  const [path = "", options = ""] = hash.replace(/^#\/?/, "").split("?");
  return { parts: path.split("/").filter(Boolean).map(decode), options: new URLSearchParams(options) };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const now = $derived.by(read);

export const route = {
  /** `members/<id>`, decoded. */
  get path(): string {
    return now.parts.join("/");
  },
  get parts(): readonly string[] {
    return now.parts;
  },
  /** The first part: which screen. */
  get screen(): string {
    return now.parts[0] ?? "";
  },
  /** The part after the screen's name, often an identifier. */
  get id(): string | undefined {
    return now.parts[1];
  },
  /** One of the options behind `?`. */
  option(name: string): string | undefined {
    return now.options.get(name) ?? undefined;
  },
};

/** The address of a place, for links. An object at the end gives the options. */
export function href(...steps: (Step | Options)[]): string {
  const parts = steps.filter((step): step is Step => typeof step !== "object").map((p) => encodeURIComponent(p));
  const options = new URLSearchParams();
  for (const step of steps) {
    if (typeof step !== "object") continue;
    for (const [name, value] of Object.entries(step)) if (value != null && value !== "") options.set(name, String(value));
  }
  const text = options.toString();
  return `#/${parts.join("/")}${text ? `?${text}` : ""}`;
}

/** Goes to a place. */
export function go(...steps: (Step | Options)[]): void {
  leave(href(...steps), (to) => {
    location.hash = to;
  });
}

/** Goes there without a step in the back list: tabs, filters. */
export function swap(...steps: (Step | Options)[]): void {
  leave(href(...steps), (to) => history.replaceState(history.state, "", to));
}

function leave(to: string, move: (to: string) => void): void {
  const moved = () => {
    move(to);
    hash = location.hash;
  };
  const may = to === location.hash || mayLeave();
  if (may === true) moved();
  else void may.then((yes) => yes && moved());
}

/** The place that a press on a link leads to; none where it opens something else. */
function linked(event: MouseEvent): string | undefined {
  const plain = event.button === 0 && !(event.ctrlKey || event.shiftKey || event.altKey || event.metaKey);
  const link = event.target instanceof Element ? event.target.closest("a[href^='#/']") : null;
  return plain && !event.defaultPrevented ? (link?.getAttribute("href") ?? undefined) : undefined;
}

if (typeof window !== "undefined") {
  window.addEventListener("click", (event) => {
    const to = linked(event);
    const may = to === undefined || to === location.hash || mayLeave();
    if (may === true) return;
    event.preventDefault();
    void may.then((yes) => yes && (location.hash = to ?? ""));
  });
  // Back and forward.
  window.addEventListener("hashchange", () => {
    const wanted = location.hash;
    if (wanted === hash) return;
    const may = mayLeave();
    if (may === true) return void (hash = wanted);
    history.pushState(history.state, "", hash || location.pathname + location.search);
    void may.then((yes) => yes && (location.hash = wanted));
  });
}
