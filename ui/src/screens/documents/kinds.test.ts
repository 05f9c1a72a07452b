import { describe, expect, it } from "vitest";
import { documents as words } from "../../text/documents";
import { PLAIN_PRINTER, listOf, plainCards } from "./cards";
import { GROUPS, KINDS, entryOf, requestOf, type Choice } from "./kinds";

const choice: Choice = {
  year: "R8",
  on: "2026-10-01",
  body: "",
  meeting: "",
  audience: "members",
  order: "category",
  a4: false,
  detail: null,
  odd: false,
  confirmed: true,
  issue: "",
  filter: null,
  cards: plainCards("body"),
  printer: PLAIN_PRINTER,
};

describe("the documents that can be made", () => {
  it("each have a name, a sentence and a group", () => {
    for (const entry of KINDS) {
      expect(words.kinds[entry.kind]).toBeTruthy();
      expect(words.about[entry.kind]).toBeTruthy();
      expect(GROUPS).toContain(entry.group);
    }
    expect(entryOf("ledger")).toBeUndefined();
  });

  it("wait for what must be chosen", () => {
    expect(requestOf("roster", choice)).toBeNull();
    expect(requestOf("packet", choice)).toBeNull();
    expect(requestOf("table_cards", choice)).toBeNull();
    expect(requestOf("table_cards", { ...choice, cards: plainCards("meeting") })).toBeNull();
    expect(requestOf("name_plates", { ...choice, body: "zentaikai" })).toMatchObject({ who: { body: "zentaikai" } });
    expect(requestOf("roster", { ...choice, body: "zentaikai" })).toMatchObject({ body: "zentaikai" });
  });

  it("have the sender that is wanted, or none", () => {
    const of = (printer: Partial<typeof PLAIN_PRINTER>) =>
      requestOf("envelopes", { ...choice, body: "zentaikai", printer: { ...PLAIN_PRINTER, ...printer } });
    expect(of({})).toMatchObject({ sender: null });
    expect(of({ sender: "円卓市\n障害福祉課" })).toMatchObject({ sender: ["円卓市", "障害福祉課"] });
    expect(of({ sender: "円卓市", unsigned: true })).toMatchObject({ sender: [] });
  });

  it("take people out of one list only", () => {
    const [members, comers] = [plainCards("body"), plainCards("meeting")];
    const lists = [
      listOf("envelopes", members, "zentaikai", "m"),
      listOf("table_cards", members, "zentaikai", "m"),
      listOf("envelopes", members, "unei", "m"),
      listOf("envelopes", comers, "zentaikai", "m"),
      listOf("envelopes", comers, "zentaikai", "n"),
    ];
    expect(new Set(lists).size).toBe(lists.length);
    expect(listOf("envelopes", members, "zentaikai", "n")).toBe(lists[0]);
  });

  it("are confirmed only where they go public", () => {
    expect(requestOf("issue_table", choice)).toMatchObject({ confirmed: false });
    expect(requestOf("issue_table", { ...choice, audience: "public" })).toMatchObject({ confirmed: true });
    expect(requestOf("agenda", { ...choice, meeting: "m" })).toMatchObject({ confirmed: false });
    expect(requestOf("agenda", { ...choice, meeting: "m", audience: "public" })).toMatchObject({ confirmed: true });
    expect(requestOf("issue_cards", { ...choice, issue: "x" })).toMatchObject({ issues: ["x"] });
  });
});
