// What the search shows: hits of the core and operations, as one list that the
// arrow keys walk through.
import { call, failure, type Failure } from "../api/call";
import type { SearchAnswer, SearchHit } from "../api/generated";
import { onCouncilChange } from "../state/desk.svelte";
import { operations, type Operation } from "../state/operations.svelte";
import { palette as words } from "../text/palette";
import { searchKey } from "../text/search";
import { goTo } from "./target";

export interface Option {
  key: string;
  title: string;
  detail: string;
  keys?: string;
  run: () => void | Promise<void>;
}

export interface Group {
  key: string;
  label: string;
  options: Option[];
  /** How many more there are than are shown. */
  more: number;
}

const REMEMBERED = 5;
const OPERATIONS_SHOWN = 6;

let recent = $state.raw<readonly { kind: string; hit: SearchHit }[]>([]);
onCouncilChange(() => (recent = []));

function open(kind: string, hit: SearchHit): void {
  recent = [{ kind, hit }, ...recent.filter((r) => r.hit.id !== hit.id)].slice(0, REMEMBERED);
  goTo(hit.target);
}

function found(kind: string, hit: SearchHit): Option {
  return { key: `${kind}/${hit.id}`, title: hit.title, detail: hit.detail, run: () => open(kind, hit) };
}

function operationOption({ key, label, keys, run }: Operation): Option {
  return { key: `operation/${key}`, title: label, detail: "", keys, run };
}

/** The operations that a text means: all its words stand in the name or beside it. */
export function matching(all: readonly Operation[], text: string): Operation[] {
  const parts = text.split(/\s+/).map(searchKey).filter(Boolean);
  return all.filter((operation) => {
    const key = searchKey(operation.label) + searchKey(operation.words ?? "");
    return parts.every((part) => key.includes(part));
  });
}

/** The groups for an answer of the core and what was typed. */
export function groupsOf(answer: SearchAnswer | undefined, text: string, all: readonly Operation[]): Group[] {
  const asked = text.trim() !== "";
  const hits = (asked ? (answer?.groups ?? []) : []).map((group) => ({
    key: group.kind,
    label: words.kinds[group.kind] ?? "",
    options: group.hits.map((hit) => found(group.kind, hit)),
    more: group.more,
  }));
  const opened = asked ? [] : recent.map(({ kind, hit }) => ({ ...found(kind, hit), key: `recent/${hit.id}` }));
  const fits = matching(all, text);
  const shown = asked ? fits.slice(0, OPERATIONS_SHOWN) : fits;
  const doing = shown.map(operationOption);
  return [
    { key: "recent", label: words.recent, options: opened, more: 0 },
    ...hits,
    { key: "operations", label: words.operations, options: doing, more: 0 },
  ].filter((group) => group.options.length > 0);
}

/** A search that follows what is typed; an answer to an older text is dropped. */
export function searching(text: () => string) {
  let answer = $state.raw<SearchAnswer>();
  let error = $state.raw<Failure>();
  let asked = 0;

  $effect(() => {
    const wanted = text();
    const mine = ++asked;
    error = undefined;
    if (wanted.trim() === "") {
      answer = undefined;
      return;
    }
    call("search", { text: wanted }).then(
      (found) => {
        if (mine === asked) answer = found;
      },
      (thrown: unknown) => {
        if (mine !== asked) return;
        // What an older text found is no answer to this one.
        answer = undefined;
        error = failure(thrown);
      },
    );
  });

  return {
    get groups(): Group[] {
      return groupsOf(answer, text(), operations.all);
    },
    /** Whether the answer is to what stands in the field now. */
    get isCurrent(): boolean {
      return text().trim() === "" || answer?.text === text();
    },
    /** Why nothing could be searched. */
    get error(): Failure | undefined {
      return error;
    },
    get total(): number {
      return answer?.total ?? 0;
    },
  };
}
