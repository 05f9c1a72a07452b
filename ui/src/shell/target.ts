// From what the core says of a place to its address in the window.
import type { Target } from "../api/generated";
import { go, href } from "../state/route.svelte";

type Step = Parameters<typeof href>[number];

function steps(target: Target): Step[] {
  const { screen, id, tab, body, record } = target;
  if (screen === "members" && tab === "organizations" && record) return [screen, "organizations", record];
  if (screen === "members" && tab === "seats") return [screen, { tab: record ? "vacant" : "seats", body, seat: record }];
  if (screen === "members" && tab === "round") return [screen, "round", { on: record, body }];
  if (screen === "issues" && tab === "subcommittees") return [screen, { view: tab, body }];
  if (screen === "meetings" && tab === "papers") return [screen, id ?? "", { tab, paper: record }];
  if (screen === "issues" && tab) return [screen, { view: tab, proposal: record }];
  const options = { tab };
  return id ? [screen, id, options] : [screen, { ...options, body }];
}

/** The address of a place. */
export function targetHref(target: Target): string {
  return href(...steps(target));
}

/** Goes to a place. */
export function goTo(target: Target): void {
  go(...steps(target));
}
