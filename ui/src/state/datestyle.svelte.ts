// How the open council writes dates.

export type DateStyle = "era" | "western" | "both";

let style = $state<DateStyle>("era");

export const dateStyle = {
  get value(): DateStyle {
    return style;
  },
  /** Takes the council's own; what is no style means the first. */
  set(code: string): void {
    style = code === "western" || code === "both" ? code : "era";
  },
};
