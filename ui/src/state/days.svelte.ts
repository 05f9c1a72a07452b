// How the core reads a day that was typed; asked once for each text.
import { call } from "../api/call";
import type { DayRead } from "../api/generated";

const known = new Map<string, Promise<DayRead | null>>();

/** Reads a day; null where the text is none. */
export function readDay(text: string): Promise<DayRead | null> {
  let answer = known.get(text);
  if (!answer) {
    answer = call("read_day", { text }).catch(() => {
      known.delete(text);
      return null;
    });
    known.set(text, answer);
  }
  return answer;
}
