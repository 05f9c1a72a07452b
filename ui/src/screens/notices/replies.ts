// Keys by which answers are recorded.
import { ANSWERS } from "../../text/notices";

/** What a key does in the table of replies: an answer's code, `""` takes it away; null for another key. */
export function answerOf(key: string): string | null {
  if (key === "Delete" || key === "Backspace") return "";
  const letter = key.normalize("NFKC").toUpperCase();
  return ANSWERS.find((answer) => answer.key === letter)?.code ?? null;
}

/** Lines that say something, one each. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
