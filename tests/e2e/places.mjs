// Every place that somebody can go to: the screens, and the pages behind them.

const tabs = ["agenda", "notice", "attendance", "seating", "papers", "delivery", "running", "minutes", "record", "history"];
const noticeParts = ["letters", "needs", "opinions", "gallery"];
const minutesParts = ["round", "documents"];
const figures = ["turnout", "pay", "report"];
const planViews = ["calendar", "tasks", "milestones", "days"];

/** The places in the sample: a name, and the hash that leads there. */
export async function places(desk) {
  const meetings = await desk.call("year_meetings", { body: "zentaikai", year: "R8" });
  const meeting = meetings[1].id;
  const [person] = await desk.call("list_people", {});
  const [issue] = await desk.call("list_issues", { open: false, overdue: false });
  const [proposal] = await desk.call("list_proposals", {});
  return [
    ["today", "today"],
    ["council", "council"],
    ["council-list", "council?view=list"],
    ["council-tree", "council?view=tree"],
    ["members", "members"],
    ["members-vacant", "members?tab=vacant"],
    ["members-people", "members?tab=people"],
    ["members-organizations", "members?tab=organizations"],
    ["members-roster", "members/roster"],
    ["members-round", "members/round"],
    ["members-import", "members/import"],
    ["person", `members/${person.id}`],
    ["meetings", "meetings"],
    ...tabs.map((tab) => [`meeting-${tab}`, `meetings/${meeting}?tab=${tab}`]),
    ...noticeParts.map((part) => [`meeting-notice-${part}`, `meetings/${meeting}?tab=notice&part=${part}`]),
    ...minutesParts.map((part) => [`meeting-minutes-${part}`, `meetings/${meetings[0].id}?tab=minutes&part=${part}`]),
    ...figures.map((view) => [`meetings-${view}`, `meetings?view=${view}`]),
    ["issues", "issues"],
    ["issues-board", "issues?view=board"],
    ["issues-flow", "issues?view=flow"],
    ["issues-themes", "issues?view=themes"],
    ["issues-proposals", "issues?view=proposals"],
    ["issues-proposal", `issues?view=proposals&proposal=${proposal.id}`],
    ["issues-feedback", "issues?view=feedback"],
    ["issue", `issues/${issue.id}`],
    ["plan", "plan"],
    ...planViews.map((view) => [`plan-${view}`, `plan?view=${view}`]),
    ["documents", "documents"],
    ["documents-letters", "documents/letters"],
    ["documents-ledger", "documents/ledger"],
    ["history", "history"],
    ["settings", "settings"],
    ...["answers", "letters", "meetings", "screen", "data", "about"].map((tab) => [`settings-${tab}`, `settings?tab=${tab}`]),
  ];
}

/** What is seen before a council is open: a name, the server's flags, the hash. */
export const beginnings = [
  ["start", ["--empty"], "start"],
  ["start-trouble", ["--council", "/nowhere"], "start"],
];
