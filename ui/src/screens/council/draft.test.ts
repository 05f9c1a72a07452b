import { expect, it } from "vitest";
import type { BodySays } from "../../api/generated";
import { draft, line, nextNumber, said } from "./draft";

const says: BodySays = {
  name: "全体会",
  note: null,
  frequency: { text: "年3回", per_year: 3, certainty: "stated" },
  term_rule: "next_fiscal_year_end",
  replacement: "remaining",
  most_reappointments: 2,
  most_years: null,
  verb: "commission",
  texts: [{ kind: "role", mark: "①", text: "意見を述べる", certainty: "stated" }],
  categories: [{ number: 1, text: "医療関係者", fill: "person" }],
  officers: [{ title: "会長", count: 1, method: null, presides: true }],
};

it("sends what it was given when nothing was edited", () => {
  expect(said(draft(says))).toEqual(says);
});

it("sends nothing for a frequency and a note that were emptied", () => {
  const edited = draft(says);
  edited.frequency.text = " ";
  edited.frequency.per_year = null;
  edited.note = "　".trim();
  expect(said(edited)).toMatchObject({ frequency: null, note: null });
});

it("numbers lines and categories", () => {
  expect(line({}).id).not.toBe(line({}).id);
  expect(nextNumber(says.categories)).toBe(2);
  expect(nextNumber([])).toBe(1);
});
