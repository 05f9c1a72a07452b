// A line of the minutes on the screen, and what can be done with its place: pure, so that
// it can be tested without a screen.
import type { DecisionFacts, MinutesEntry, SpeakerChoice, TaskFacts } from "../../api/generated";
import { searchKey } from "../../text/search";

/** Who speaks. */
export interface Speaker {
  role: string;
  person: string | null;
  name: string;
}

/** What a line says. */
export interface Content {
  item: string | null;
  kind: string;
  speaker: Speaker | null;
  text: string;
  closed: string | null;
  at: string | null;
}

/** A line: what it says, and how much of that the core has. */
export interface Line extends Content {
  id: string;
  /** The state that the core has; null for a new one. */
  rev: string | null;
  /** Whether it stands elsewhere than in the core. */
  moved: boolean;
  dirty: boolean;
  decision: DecisionFacts | null;
  task: TaskFacts | null;
}

export function lineOf(entry: MinutesEntry): Line {
  return {
    id: entry.id,
    rev: entry.rev,
    item: entry.item,
    kind: entry.kind,
    speaker: entry.role ? { role: entry.role, person: entry.person, name: entry.name } : null,
    text: entry.text,
    closed: entry.closed_reason,
    at: entry.at,
    moved: false,
    dirty: false,
    decision: entry.decision,
    task: entry.task,
  };
}

export function newLine(item: string | null, kind = "speech", speaker: Speaker | null = null, text = ""): Line {
  const id = crypto.randomUUID();
  return { id, rev: null, item, kind, speaker, text, closed: null, at: null, moved: true, dirty: true, decision: null, task: null };
}

/** One text for a speaker, to compare. */
export function speakerKey(speaker: { role: string; person: string | null; name: string } | null): string {
  return speaker ? `${speaker.role}/${speaker.person ?? ""}/${speaker.name}` : "";
}

export function sameContent(a: Content, b: Content): boolean {
  return (
    a.item === b.item &&
    a.kind === b.kind &&
    speakerKey(a.speaker) === speakerKey(b.speaker) &&
    a.text === b.text &&
    (a.closed ?? "") === (b.closed ?? "") &&
    (a.at ?? "") === (b.at ?? "")
  );
}

/** The lines of an item, in order; null for those before the first. */
export function under(lines: readonly Line[], item: string | null): Line[] {
  return lines.filter((line) => line.item === item);
}

/** The line before one in its item; none for the first. */
export function before(lines: readonly Line[], line: Line): Line | undefined {
  const row = under(lines, line.item);
  return row[row.findIndex((one) => one.id === line.id) - 1];
}

/** All lines in the order of the items. */
export function inOrder(lines: readonly Line[], items: readonly string[]): Line[] {
  return [null, ...items].flatMap((item) => under(lines, item));
}

/** Those whom typed letters mean: by number, label, name or reading; those who came first. */
export function whom(choices: readonly SpeakerChoice[], typed: string): SpeakerChoice[] {
  const key = searchKey(typed);
  if (key === "") return [...choices];
  const number = /^\d+$/.test(key) ? Number(key) : 0;
  const numbered = number > 0 ? choices[number - 1] : undefined;
  if (numbered) return [numbered];
  const texts = (one: SpeakerChoice) => [one.label, one.full, one.kana, one.name].map(searchKey).filter(Boolean);
  const starts = choices.filter((one) => texts(one).some((text) => text.startsWith(key)));
  const holds = choices.filter((one) => !starts.includes(one) && [...texts(one), searchKey(one.hint)].some((text) => text.includes(key)));
  const came = (one: SpeakerChoice) => (one.present === false ? 1 : 0);
  return [...starts.sort((a, b) => came(a) - came(b)), ...holds];
}

/** Every place of a text in the lines, for replacing. */
export function places(lines: readonly Line[], sought: string): { id: string; count: number }[] {
  if (sought === "") return [];
  return lines.map((line) => ({ id: line.id, count: line.text.split(sought).length - 1 })).filter((one) => one.count > 0);
}
