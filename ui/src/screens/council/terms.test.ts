import { expect, it } from "vitest";
import { followedBy, kindOf, ruleOf, yearsOf } from "./terms";

it("takes a rule apart and puts it together again", () => {
  for (const rule of ["next_fiscal_year_end", "years:3", "fiscal_years:12", "as_plenary", "none"])
    expect(ruleOf(kindOf(rule), yearsOf(rule))).toBe(rule);
});

it("begins with two years where a rule wants a number", () => {
  expect(ruleOf("years", null)).toBe("years:2");
  expect(ruleOf("none", 3)).toBe("none");
});

it("names the body whose term is followed", () => {
  expect(followedBy("as_body:unei")).toBe("unei");
  expect(followedBy("as_plenary")).toBe("");
  expect(ruleOf(kindOf("as_body:unei"), null, "mieruka")).toBe("as_body:mieruka");
});
