// How the window looks on this computer: theme and zoom.
import { preferences } from "./preferences.svelte";

export type Theme = "light" | "dark" | "contrast";

export const THEMES: readonly Theme[] = ["light", "dark", "contrast"];

/** Steps of the zoom, in percent. */
export const ZOOMS: readonly number[] = [80, 90, 100, 110, 125, 150, 175, 200];

export const view = {
  get theme(): Theme {
    const kept = preferences.get<string>("theme", "light") as Theme;
    return THEMES.includes(kept) ? kept : "light";
  },
  set theme(to: Theme) {
    preferences.set("theme", to);
  },
  /** In percent. */
  get zoom(): number {
    const kept = preferences.get("zoom", 100);
    return ZOOMS.includes(kept) ? kept : 100;
  },
  set zoom(to: number) {
    preferences.set("zoom", to);
  },
  larger(): void {
    view.zoom = ZOOMS.find((step) => step > view.zoom) ?? 200;
  },
  smaller(): void {
    view.zoom = ZOOMS.findLast((step) => step < view.zoom) ?? 80;
  },
  /** Puts theme and zoom on the document; call it in an effect. */
  apply(): void {
    document.documentElement.dataset.theme = view.theme;
    document.documentElement.style.setProperty("--zoom", String(view.zoom / 100));
  },
};
