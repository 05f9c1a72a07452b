// Where the window is: `#/members/<id>?tab=seats`.

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
  location.hash = href(...steps);
  hash = location.hash;
}

/** Goes there without a step in the back list: tabs, filters. */
export function swap(...steps: (Step | Options)[]): void {
  history.replaceState(history.state, "", href(...steps));
  hash = location.hash;
}

if (typeof window !== "undefined") {
  window.addEventListener("hashchange", () => {
    hash = location.hash;
  });
}
