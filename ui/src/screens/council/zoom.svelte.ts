// How large a chart is shown: as large as its place allows, or as the user set it.
import { preferences } from "../../state/preferences.svelte";

const LEAST = 0.6;
const MOST = 12;
const STEP = 1.25;

/** Pixels per millimetre of paper at 100 %. */
const FULL = 96 / 25.4;

export class Zoom {
  /** The place's width and height in pixels. */
  width = $state(0);
  height = $state(0);
  /** The sheet's, in millimetres. */
  sheetWidth = $state(420);
  sheetHeight = $state(297);
  #mode = $state<"width" | "all" | "set">("width");
  #set = $state(FULL);

  constructor() {
    if (preferences.get<string>("council.zoom", "width") === "all") this.#mode = "all";
  }

  /** Pixels per millimetre. */
  get scale(): number {
    if (this.#mode === "set") return this.#set;
    const across = this.width / this.sheetWidth;
    const fit = this.#mode === "width" ? across : Math.min(across, this.height / this.sheetHeight);
    return Math.max(fit, LEAST);
  }

  get percent(): number {
    return Math.round((this.scale / FULL) * 100);
  }

  get mode(): "width" | "all" | "set" {
    return this.#mode;
  }

  in(): void {
    this.#to(this.scale * STEP);
  }

  out(): void {
    this.#to(this.scale / STEP);
  }

  fit(mode: "width" | "all"): void {
    this.#mode = mode;
    preferences.set("council.zoom", mode);
  }

  #to(scale: number): void {
    this.#set = Math.min(Math.max(scale, LEAST), MOST);
    this.#mode = "set";
  }
}
