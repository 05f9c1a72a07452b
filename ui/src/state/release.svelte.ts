// What was stopped because words of the cases were found in it (V21): the user says why it
// may go all the same, or leaves it.
import { failure, type Failure } from "../api/call";

interface Asking {
  /** What was found, and where. */
  why: Failure;
  /** The reason; null where it stays stopped. */
  answer: (reason: string | null) => void;
}

let asking = $state.raw<Asking | null>(null);

export const release = {
  get asking(): Asking | null {
    return asking;
  },
};

/** Does it; where words of the cases stop it, once more with the reason that is given. */
export async function withReason<T>(work: (reason: string | null) => Promise<T>): Promise<T> {
  try {
    return await work(null);
  } catch (thrown) {
    const why = failure(thrown);
    if (why.code !== "case_words") throw thrown;
    const reason = await ask(why);
    if (reason === null) throw thrown;
    return work(reason);
  }
}

/** One question at a time: an older one stays stopped. */
async function ask(why: Failure): Promise<string | null> {
  asking?.answer(null);
  const answered = await new Promise<string | null>((answer) => (asking = { why, answer }));
  if (asking?.why === why) asking = null;
  return answered;
}
