// A rule for the end of a term: its kind, and the years that some kinds want.

/** Kinds that want a number of years. */
export const COUNTED = ["years", "fiscal_years"];

/** The kind of a rule, `years` of `years:3`. */
export function kindOf(rule: string): string {
  return rule.split(":")[0] ?? rule;
}

/** The years of a rule; none where it has no number. */
export function yearsOf(rule: string): number | null {
  const years = Number(rule.split(":")[1]);
  return Number.isInteger(years) && years > 0 ? years : null;
}

/** The rule as it is sent; two years where a kind wants a number and has none yet. */
export function ruleOf(kind: string, years: number | null): string {
  return COUNTED.includes(kind) ? `${kind}:${years ?? 2}` : kind;
}
