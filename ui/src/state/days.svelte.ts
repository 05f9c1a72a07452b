// How the core reads a day that was typed; asked once for each text.
import { call, type Name } from "../api/call";

export interface ReadDay {
  /** 2026-04-01. */
  iso: string;
  /** In words, with the weekday. */
  shown: string;
}

const known = new Map<string, Promise<ReadDay | null>>();

/** Reads a day; null where the text is none. */
export function readDay(text: string): Promise<ReadDay | null> {
  let answer = known.get(text);
  if (!answer) {
    answer = call("read_day" as Name, { text } as never).then(
      (day) => day as unknown as ReadDay | null,
      () => {
        known.delete(text);
        return null;
      },
    );
    known.set(text, answer);
  }
  return answer;
}
