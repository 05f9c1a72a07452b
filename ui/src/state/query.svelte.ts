// A live reading of the core: it reads again when its arguments change and
// after every write. To be made while a component is being set up.
import { untrack } from "svelte";
import { call, failure, type Args, type Failure, type Name, type Result } from "../api/call";
import { changes } from "./changes.svelte";
import { older } from "./older.svelte";

export interface Query<T> {
  /** The last answer; kept while a newer one is under way, not when that fails. */
  readonly data: T | undefined;
  /** Why there is no newer answer. */
  readonly error: Failure | undefined;
  /** Whether a reading is under way. */
  readonly loading: boolean;
  /** Whether the answer is to another question than the one that is under way. */
  readonly stale: boolean;
  /** Reads again. */
  reload(): Promise<void>;
}

/**
 * Reads `name` with the arguments that `args` gives, now and whenever they
 * change or something was written. Null for arguments means: not yet.
 */
export function query<N extends Name>(name: N, args: () => Args<N> | null): Query<Result<N>> {
  return reading(() => {
    const given = args();
    return given === null ? null : { key: JSON.stringify(given), read: () => call(name, given) };
  });
}

interface Reading<T> {
  key: string;
  read: () => Promise<T>;
}

/** The same for any way of reading; `key` tells whether the question changed. */
export function reading<T>(ask: () => Reading<T> | null): Query<T> {
  let data = $state.raw<T>();
  let error = $state.raw<Failure>();
  let loading = $state(true);
  let asked = 0;
  let key = $state.raw<string>();
  // The question that `data` answers.
  let answered = $state.raw<string>();
  const stale = $derived(data !== undefined && answered !== key);

  async function read(question: Reading<T>): Promise<void> {
    const mine = ++asked;
    loading = true;
    try {
      const answer = await question.read();
      if (mine !== asked) return;
      data = answer;
      answered = question.key;
      error = undefined;
    } catch (thrown) {
      if (mine !== asked) return;
      error = failure(thrown);
      // The rows of another year must not stand under this one's heading.
      if (answered !== question.key) data = undefined;
    }
    loading = false;
  }

  $effect(() => {
    void changes.last;
    const question = ask();
    untrack(() => {
      if (question === null) {
        asked += 1;
        data = undefined;
        loading = false;
        key = undefined;
        return;
      }
      // An answer to another question must not stand under this one's heading.
      if (key !== undefined && key !== question.key) error = undefined;
      key = question.key;
      void read(question);
    });
  });

  $effect(() => (stale ? older.begin() : undefined));

  $effect(() => () => {
    asked += 1;
  });

  return {
    get data() {
      return data;
    },
    get error() {
      return error;
    },
    get loading() {
      return loading;
    },
    get stale() {
      return stale;
    },
    async reload() {
      const question = untrack(ask);
      if (question) await read(question);
    },
  };
}
