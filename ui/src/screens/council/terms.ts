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

/** The kind that follows another body. */
export const FOLLOWS = "as_body";

/** The handle of the body that a rule follows; none where it follows none. */
export function followedBy(rule: string): string {
  return kindOf(rule) === FOLLOWS ? rule.slice(FOLLOWS.length + 1) : "";
}

/** The rule as it is sent; two years where a kind wants a number and has none yet. */
export function ruleOf(kind: string, years: number | null, body = ""): string {
  if (kind === FOLLOWS) return `${FOLLOWS}:${body}`;
  return COUNTED.includes(kind) ? `${kind}:${years ?? 2}` : kind;
}
