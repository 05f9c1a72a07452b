import { expect, it } from "vitest";
import { blank, counted, electedIn, formOf, goOn, outcome, standing, sumOf } from "./election";

const place = { body: "zentaikai", meeting: "m" };

function voted(votes: number[]) {
  const draft = { ...blank(), title: "会長", method: "mutual_election", decided: "vote" as const };
  draft.standing = votes.map((_, at) => standing(`p${at}`));
  const round = counted(draft.standing);
  draft.standing.forEach((one, at) => (round.votes[one.id] = votes[at] ?? null));
  draft.rounds = [round];
  return draft;
}

it("elects the one who goes without saying", () => {
  const draft = { ...blank(), method: "mutual_election", standing: [standing("p")] };
  expect(formOf(draft, place, 1)).toMatchObject({ acclaimed: true, candidates: [{ person: "p", elected: true }], rounds: [] });
  expect(formOf({ ...draft, decided: "open" }, place, 1)).toMatchObject({ acclaimed: false, candidates: [{ elected: false }] });
});

it("takes the leader of a vote, and nobody where two lead", () => {
  const clear = voted([9, 5]);
  expect(electedIn(clear, 1)).toEqual([clear.standing[0]?.id]);
  const tie = voted([7, 7, 1]);
  expect(electedIn(tie, 1)).toEqual([]);
  expect(outcome(tie.rounds, 1).tied).toHaveLength(2);
  const third = tie.standing[1]!.id;
  expect(electedIn({ ...tie, elected: [third] }, 1)).toEqual([third]);
});

it("sees a tie for the last of two places, and a runoff for it", () => {
  const draft = voted([10, 5, 5]);
  const [a, b, c] = draft.standing.map((one) => one.id) as [number, number, number];
  expect(outcome(draft.rounds, 2)).toEqual({ sure: [a], tied: [b, c] });
  expect(electedIn(draft, 2)).toEqual([a]);
  const runoff = counted(draft.standing.slice(1), true);
  runoff.votes = { [b]: 6, [c]: 14 };
  draft.rounds.push(runoff);
  expect(outcome(draft.rounds, 2)).toEqual({ sure: [a, c], tied: [] });
  expect(electedIn(voted([10, 5, 3]), 2)).toHaveLength(2);
});

it("adds papers up where nobody typed how many were cast", () => {
  const draft = voted([9, 5]);
  const round = draft.rounds[0]!;
  round.blank = 1;
  expect(sumOf(round)).toBe(15);
  expect(formOf(draft, place, 1).rounds).toMatchObject([{ voters: 15, blank: 1, invalid: 0, votes: [9, 5] }]);
});

it("leaves out of a round who declined, and lines without a person", () => {
  const draft = voted([3, 2]);
  draft.standing.push(standing(""));
  draft.standing[1]!.declined = true;
  draft.rounds = [counted(draft.standing.slice(0, 1), true)];
  expect(formOf(draft, place, 1)).toMatchObject({ candidates: [{ person: "p0" }, { person: "p1", declined: true }], rounds: [{ runoff: true, votes: [0, null] }] });
});

it("goes on with what was kept open", () => {
  const draft = voted([7, 7]);
  const form = { ...formOf(draft, place, 1), election: "e" };
  const again = formOf(goOn(form), place, 1);
  expect(again).toEqual(form);
});

it("names the predecessors only where the office is handed on, and nobody who follows themselves", () => {
  const draft = { ...blank(), method: "mutual_election", standing: [standing("p")], predecessors: ["p", "q"] };
  expect(formOf(draft, place, 2).predecessors).toEqual([]);
  expect(formOf({ ...draft, replaces: true }, place, 2).predecessors).toEqual(["q"]);
});
