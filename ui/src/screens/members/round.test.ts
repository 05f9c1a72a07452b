import { expect, test } from "vitest";
import type { RoundRow } from "../../api/generated";
import { fits, letterTo, noFilter, organizationsOf, stepOf } from "./round";

const row = (over: Partial<RoundRow>): RoundRow =>
  ({ body: "zentaikai", category: 1, organization: null, nomination: null, next: "ask", late_days: 0, leaves: false, search: "", seat: "s", ...over }) as RoundRow;

test("a filter narrows by step, organisation, category, lateness", () => {
  const late = row({ late_days: 3, organization: "o", next: "reply" });
  expect(fits(late, noFilter(), [])).toBe(true);
  expect(fits(late, { ...noFilter(), next: "ask" }, [])).toBe(false);
  expect(fits(late, { ...noFilter(), next: "reply", organization: "o", category: "1", late: true }, [])).toBe(true);
  expect(fits(row({}), { ...noFilter(), late: true }, [])).toBe(false);
  expect(fits(late, { ...noFilter(), leaves: true }, [])).toBe(false);
});

test("organisations stand once, by name", () => {
  const rows = [row({ organization: "b", organization_name: "連絡会" }), row({ organization: "a", organization_name: "医師会" }), row({ organization: "b", organization_name: "連絡会" }), row({})];
  expect(organizationsOf(rows).map((o) => o.value).sort()).toEqual(["a", "b"]);
});

test("letters go to whom they are for", () => {
  const present = { appointment: "old" } as RoundRow["present"];
  expect(letterTo("request", row({}))).toBeNull();
  expect(letterTo("request", row({ organization: "o" }))).toEqual({ seat: "s" });
  expect(letterTo("request", row({ organization: "other", nomination: "n" }))).toEqual({ seat: "s", nomination: "n" });
  expect(letterTo("request", row({ nomination: "n" }))).toBeNull();
  expect(letterTo("commission", row({ person: "p" }))).toEqual({ seat: "s", person: "p" });
  expect(letterTo("consent", row({ person: "p", nomination: "n" }))).toEqual({ seat: "s", nomination: "n", person: "p" });
  expect(letterTo("commission", row({ person: "p", appointment: "new" }))).toEqual({ appointment: "new" });
  expect(letterTo("release", row({ present }))).toBeNull();
  expect(letterTo("thanks", row({ present, leaves: true }))).toEqual({ appointment: "old" });
  expect([stepOf("request"), stepOf("commission"), stepOf("notice")]).toEqual(["ask", "letter", null]);
});
