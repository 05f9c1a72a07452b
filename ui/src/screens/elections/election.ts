// An election while it is being typed: those who stand keep a number of their own, so
// that votes stay with their candidate when lines come and go.
import type { ElectionForm } from "../../api/generated";

export interface Standing {
  id: number;
  person: string;
  entry: string;
  proposer: string;
  declined: boolean;
}

export interface Counted {
  id: number;
  runoff: boolean;
  voters: number | null;
  blank: number | null;
  invalid: number | null;
  /** By number of those who stand; nobody else is in the round. */
  votes: Record<number, number | null>;
}

/** Without objection, by vote, another way that needs no votes, or not yet. */
export type Decided = "acclaimed" | "vote" | "decided" | "open";

export interface Draft {
  election: string | null;
  title: string;
  item: string;
  method: string;
  manner: string;
  namedBy: string;
  presidedBy: string;
  decided: Decided;
  standing: Standing[];
  rounds: Counted[];
  byLot: boolean;
  lotBy: string;
  /** Numbers of those who are elected, where somebody chose. */
  elected: number[];
  note: string;
  replaces: boolean;
  /** Who of several holders hands on. */
  predecessors: string[];
  /** Whether another office of who is elected ends for it. */
  endsOther: boolean;
}

let last = 0;
const next = () => (last += 1);

export function standing(person = ""): Standing {
  return { id: next(), person, entry: "", proposer: "", declined: false };
}

/** A round for all who stand and have not declined, or for those named. */
export function counted(among: readonly Standing[], runoff = false): Counted {
  const votes = Object.fromEntries(among.filter((one) => !one.declined).map((one) => [one.id, null]));
  return { id: next(), runoff, voters: null, blank: null, invalid: null, votes };
}

export function blank(): Draft {
  return {
    election: null,
    title: "",
    item: "",
    method: "",
    manner: "",
    namedBy: "",
    presidedBy: "",
    decided: "acclaimed",
    standing: [standing()],
    rounds: [],
    byLot: false,
    lotBy: "",
    elected: [],
    note: "",
    replaces: false,
    predecessors: [],
    endsOther: false,
  };
}

/** An election that was kept open, to go on with. */
export function goOn(form: ElectionForm): Draft {
  const stand = form.candidates.map((one) => ({
    ...standing(one.person),
    entry: one.entry ?? "",
    proposer: one.proposer ?? "",
    declined: one.declined ?? false,
  }));
  const rounds = (form.rounds ?? []).map((round) => ({
    ...counted([], round.runoff),
    voters: round.voters,
    blank: round.blank,
    invalid: round.invalid,
    votes: Object.fromEntries(stand.flatMap((one, at) => (round.votes[at] == null ? [] : [[one.id, round.votes[at] ?? null]]))),
  }));
  return {
    ...blank(),
    election: form.election ?? null,
    title: form.title,
    item: form.item ?? "",
    method: form.method,
    manner: form.manner ?? "",
    namedBy: form.named_by ?? "",
    presidedBy: form.presided_by ?? "",
    decided: rounds.length > 0 ? "vote" : "open",
    standing: stand.length > 0 ? stand : [standing()],
    rounds,
    byLot: form.by_lot ?? false,
    lotBy: form.lot_drawn_by ?? "",
    note: form.note ?? "",
  };
}

/** Papers as added up. */
export function sumOf(round: Counted): number {
  return Object.values(round.votes).reduce<number>((sum, votes) => sum + (votes ?? 0), (round.blank ?? 0) + (round.invalid ?? 0));
}

/** Whom the votes elect, and who is equal for the last of the places. */
export interface Outcome {
  sure: number[];
  tied: number[];
}

function outcomeOf(round: Counted, places: number): Outcome {
  const votes = Object.entries(round.votes).flatMap(([id, n]) => (n === null ? [] : [{ id: Number(id), n }]));
  const sorted = votes.map((one) => one.n).sort((a, b) => b - a);
  if (places < 1 || sorted.length === 0) return { sure: [], tied: [] };
  const last = sorted[Math.min(places, sorted.length) - 1]!;
  const tie = sorted[places] === last;
  const of = (wanted: (n: number) => boolean) => votes.filter((one) => wanted(one.n)).map((one) => one.id);
  return tie ? { sure: of((n) => n > last), tied: of((n) => n === last) } : { sure: of((n) => n >= last), tied: [] };
}

/** What the rounds decide. The first of two places may be sure while two are equal for
    the second; a runoff decides only the places that are left. */
export function outcome(rounds: readonly Counted[], count: number): Outcome {
  let found: Outcome = { sure: [], tied: [] };
  for (const round of rounds) {
    const kept = round.runoff && !found.sure.some((id) => id in round.votes) ? found.sure : [];
    const next = outcomeOf(round, count - kept.length);
    found = { sure: [...kept, ...next.sure], tied: next.tied };
  }
  return found;
}

/** Those who may be elected. */
export function eligible(draft: Draft): Standing[] {
  return draft.standing.filter((one) => one.person !== "" && !one.declined);
}

/** Who is elected: as chosen; else who goes without saying; nobody while it is open. */
export function electedIn(draft: Draft, count: number): number[] {
  if (draft.decided === "open") return [];
  const able = eligible(draft).map((one) => one.id);
  const chosen = draft.elected.filter((id) => able.includes(id));
  if (chosen.length > 0) return chosen;
  const sure = draft.decided === "vote" ? outcome(draft.rounds, count).sure.filter((id) => able.includes(id)) : able;
  return sure.length <= count ? sure : [];
}

/** What is sent. */
export function formOf(draft: Draft, place: { body: string; meeting: string }, count: number): ElectionForm {
  const named = draft.standing.filter((one) => one.person !== "");
  const elected = electedIn(draft, count);
  const persons = named.filter((one) => elected.includes(one.id)).map((one) => one.person);
  const votes = draft.decided === "vote" || draft.decided === "open";
  return {
    ...place,
    election: draft.election,
    title: draft.title,
    item: draft.item,
    method: draft.method,
    manner: draft.method === "other" ? draft.manner : "",
    named_by: draft.method === "nomination" ? draft.namedBy : "",
    presided_by: draft.presidedBy,
    acclaimed: draft.decided === "acclaimed" && draft.method === "mutual_election",
    candidates: named.map((one) => ({
      person: one.person,
      entry: one.entry,
      proposer: one.entry === "recommended" ? one.proposer : "",
      declined: one.declined,
      elected: elected.includes(one.id),
    })),
    rounds: (votes ? draft.rounds : []).map((round) => ({
      runoff: round.runoff,
      voters: round.voters ?? sumOf(round),
      blank: round.blank ?? 0,
      invalid: round.invalid ?? 0,
      votes: named.map((one) => (one.id in round.votes ? (round.votes[one.id] ?? 0) : null)),
    })),
    by_lot: votes && draft.byLot,
    lot_drawn_by: votes && draft.byLot ? draft.lotBy : "",
    note: draft.note,
    replaces: draft.replaces,
    ends_other: draft.endsOther,
    predecessors: draft.replaces ? draft.predecessors.filter((person) => !persons.includes(person)) : [],
  };
}
