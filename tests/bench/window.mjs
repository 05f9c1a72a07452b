// The window's part of the benchmark: how soon it can be used, what memory it
// takes, how large it is, how smoothly a box is dragged, how fast a long table and
// a full year are painted. Prints a table; nothing here fails for being slow.
import { loadavg } from "node:os";
import { dragging, longTable } from "./window/screens.mjs";
import { memberTable, roundTable } from "./window/members.mjs";
import { memory } from "./window/memory.mjs";
import { sizes } from "./window/sizes.mjs";
import { starting } from "./window/starting.mjs";
import { fullLedger, ledgerScreens } from "./window/issues.mjs";
import { fullYear, yearScreens } from "./window/year.mjs";

const RUNS = 5;

function row(what, [fastest, median, slowest], goal) {
  console.log(`${what.padEnd(58)} ${fastest.padStart(9)} ${median.padStart(9)} ${slowest.padStart(9)}  ${goal}`);
}

/** Three figures of many: least, median, most. */
function three(values, unit) {
  const sorted = values.toSorted((a, b) => a - b);
  const said = (value) => `${value.toFixed(value < 100 && unit !== "ms" ? 1 : 0)} ${unit}`;
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map(said);
}

async function repeated(measure) {
  const values = [];
  for (let run = 0; run < RUNS; run += 1) values.push(await measure());
  return values;
}

row("what", ["fastest", "median", "slowest"], "goal");
const starts = await repeated(starting);
row("start to the window on the screen", three(starts.map((s) => s.mapped), "ms"), "");
row("start to the first finished picture, sample council", three(starts.map((s) => s.usable), "ms"), "< 1000 ms, quiet");
for (const [name, value] of [["as shipped", undefined], ["over the graphics card's buffers", "0"]]) {
  const taken = await repeated(() => memory({ WEBKIT_DISABLE_DMABUF_RENDERER: value }));
  row(`memory of all processes (PSS), ${name}`, three(taken.map((m) => m.total), "MB"), value ? "" : "< 180 MB");
  for (const part of Object.keys(taken[0].parts)) row(`  ${part}`, three(taken.map((m) => m.parts[part] ?? 0), "MB"), "");
}
for (const [what, size, goal] of sizes()) row(what, ["", size, ""], goal);
const drag = await dragging();
row("dragging a box of the chart: frames", three(drag.frames, "ms"), "16.7 ms, 60 a second");
row("dragging a box of the chart: frames a second", ["", drag.rate.toFixed(1), ""], "60");
const tables = await repeated(longTable);
row("a table of 3,000 rows: first screenful", three(tables.map((t) => t.first), "ms"), "");
row("a table of 3,000 rows: all painted", three(tables.map((t) => t.all), "ms"), "< 500 ms");
const members = await repeated(memberTable);
row("the members' table, 3,000 rows: sorted, first screenful", three(members.map((t) => t.sort.first), "ms"), "< 100 ms");
row("the members' table, 3,000 rows: narrowed by a word", three(members.map((t) => t.narrow.all), "ms"), "< 100 ms");
row("the members' table, 3,000 rows: all again, first screenful", three(members.map((t) => t.widen.first), "ms"), "< 100 ms");
row("the members' table, 3,000 rows: scrolled to its end", three(members.map((t) => t.end.all), "ms"), "< 500 ms");
const full = await fullYear();
const years = await repeated(() => yearScreens(full));
await full.stop();
row("the plan of 60 meetings and 600 papers: the table painted", three(years.map((t) => t.table), "ms"), "< 200 ms");
row("the plan of 60 meetings and 600 papers: the calendar painted", three(years.map((t) => t.calendar), "ms"), "< 200 ms");
row("the list of 60 meetings with 600 papers painted", three(years.map((t) => t.list), "ms"), "< 200 ms");
const ledger = await fullLedger();
const issues = await repeated(() => ledgerScreens(ledger));
await ledger.stop();
row("5,000 issues, 50,000 steps: the board painted", three(issues.map((t) => t.board), "ms"), "< 200 ms");
row("5,000 issues, 50,000 steps: the table painted", three(issues.map((t) => t.table), "ms"), "< 200 ms");
row("5,000 issues, 50,000 steps: one issue's page painted", three(issues.map((t) => t.page), "ms"), "< 300 ms");
const rounds = await repeated(roundTable);
row("the round, 3,000 seats: all of them chosen", three(rounds.map((t) => t.choose.all), "ms"), "< 100 ms");
row("the round, 3,000 seats: one of them left out", three(rounds.map((t) => t.one.all), "ms"), "< 100 ms");
console.log(`load of the machine: ${loadavg().map((l) => l.toFixed(1)).join(" ")}`);
