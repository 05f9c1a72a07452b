import { describe, expect, it } from "vitest";
import type { LetterCandidate } from "../../api/generated";
import { distinct, filtered, keyOf, targetOf } from "./letters";

const row = (more: Partial<LetterCandidate>): LetterCandidate => ({
  appointment: null,
  seat: "s",
  person: null,
  name: "",
  affiliation: "",
  organization: "",
  body: "zentaikai",
  body_name: "全体会",
  category: 1,
  verb: "",
  start: null,
  end: null,
  numbers: [],
  ...more,
});

describe("for whom letters are made", () => {
  const rows = [
    row({ appointment: "a", seat: "s1", name: "髙橋　美咲", end: "2028-03-31" }),
    row({ appointment: "b", seat: "s2", name: "渡邉󠄂　宗一郎", category: 2, end: "2028-03-31" }),
    row({ seat: "s3", organization: "円卓クリニック", body: "kodomo" }),
  ];
  const all = { body: "", category: "", end: "", text: "" };

  it("filters by body, category, last day and words", () => {
    const seats = (filter: Partial<typeof all>) => filtered(rows, { ...all, ...filter }).map((r) => r.seat);
    expect(seats({})).toEqual(["s1", "s2", "s3"]);
    expect(seats({ body: "kodomo" })).toEqual(["s3"]);
    expect(seats({ category: "2" })).toEqual(["s2"]);
    expect(seats({ end: "-" })).toEqual(["s3"]);
    expect(seats({ text: "髙橋 美咲" })).toEqual(["s1"]);
    expect(seats({ text: "クリニック" })).toEqual(["s3"]);
  });

  it("asks for an appointment, else for the seat", () => {
    expect(rows.map(keyOf)).toEqual(["a", "b", "s3"]);
    expect(rows.map(targetOf)).toEqual([{ appointment: "a" }, { appointment: "b" }, { seat: "s3" }]);
    expect(distinct(rows, (r) => r.end ?? "-")).toEqual(["-", "2028-03-31"]);
  });
});
