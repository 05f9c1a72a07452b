// Every place that somebody can go to: the screens, and the pages behind them.

const tabs = ["agenda", "notice", "attendance", "seating", "papers", "delivery", "running", "minutes", "record", "history"];
const noticeParts = ["letters", "needs", "opinions", "gallery"];
const minutesParts = ["round", "documents"];
const figures = ["turnout", "pay", "report", "evaluation", "survey"];
const issueViews = ["board", "flow", "themes", "proposals", "feedback", "cases", "subcommittees"];
const planLists = ["cooperations", "laws"];
const planViews = ["calendar", "tasks", "milestones", "days"];
const settings = ["answers", "letters", "meetings", "screen", "data", "consign", "about"];

/** The places in the sample: a name, and the hash that leads there. */
export async function places(desk) {
  const meetings = await desk.call("year_meetings", { body: "zentaikai", year: "R8" });
  const meeting = meetings[1].id;
  const [person] = await desk.call("list_people", {});
  const [issue] = await desk.call("list_issues", { open: false, overdue: false });
  const [proposal] = await desk.call("list_proposals", {});
  const { plans } = await desk.call("plan_list", {});
  const plan = plans.find((one) => one.hearings > 0);
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
    ...issueViews.map((view) => [`issues-${view}`, `issues?view=${view}`]),
    ["issues-proposal", `issues?view=proposals&proposal=${proposal.id}`],
    ["issue", `issues/${issue.id}`],
    ["plans", "issues/plans"],
    ...planLists.map((view) => [`plans-${view}`, `issues/plans?view=${view}`]),
    ["plans-plan", `issues/plans/${plan.id}`],
    ["plan", "plan"],
    ...planViews.map((view) => [`plan-${view}`, `plan?view=${view}`]),
    ["documents", "documents"],
    ["documents-letters", "documents/letters"],
    ["documents-ledger", "documents/ledger"],
    ["history", "history"],
    ["settings", "settings"],
    ...settings.map((tab) => [`settings-${tab}`, `settings?tab=${tab}`]),
  ];
}

/** Dialogs: a name, where they are, and the buttons that lead there. */
export async function dialogs(desk) {
  const [issue] = await desk.call("list_issues", { open: true, overdue: false });
  const { plans } = await desk.call("plan_list", {});
  const plan = `issues/plans/${plans.find((one) => one.hearings > 0).id}`;
  return [
    ["dialog-split", `issues/${issue.id}`, ["そのほか", "分割する"]],
    ["dialog-merge", `issues/${issue.id}`, ["そのほか", "統合する"]],
    ["dialog-follow", `issues/${issue.id}`, ["そのほか", "新しい課題に引き継ぐ"]],
    ["dialog-step", `issues/${issue.id}`, ["経過を記録"]],
    ["dialog-proposal", "issues?view=proposals", ["提案を作る"]],
    ["dialog-plan-item", plan, ["項目を加える"]],
    ["dialog-hearing-opinion", plan, ["意見を加える"]],
    ["dialog-law", "issues/plans?view=laws", ["根拠法令を加える"]],
    ["dialog-cooperation", "issues/plans?view=cooperations", ["連携の記録を加える"]],
    ["dialog-evaluation", "meetings?view=evaluation", ["会議の開催の評価を書く"]],
  ];
}

/** What is seen before a council is open: a name, the server's flags, the hash. */
export const beginnings = [
  ["start", ["--empty"], "start"],
  ["start-trouble", ["--council", "/nowhere"], "start"],
];
