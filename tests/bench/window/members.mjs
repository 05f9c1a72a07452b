// The lists of members with 3,000 rows, in headless Chromium over the real core: the
// rows are many of the sample's own.
import { start } from "../../e2e/harness.mjs";

const ROWS = 3000;

/** Opens a screen whose question is answered with its rows many times over. */
export async function opened(command, many, hash) {
  const desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] });
  await desk.page.route(`**/api/call/${command}`, async (route) => {
    const answer = await route.fetch();
    return route.fulfill({ json: many(await answer.json()) });
  });
  await desk.go(hash);
  await desk.page.evaluate(helpers);
  await desk.page.evaluate(() => window.bench.until(() => window.bench.shown() > 50));
  return desk;
}

/** What the page measures itself with. */
function helpers() {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const shown = () => document.querySelectorAll("tbody tr").length;
  const until = async (fits) => {
    while (!fits()) await painted();
    await painted();
  };
  /** From a deed to a state of the table, and to another. */
  const timed = async (deed, first, all) => {
    const began = performance.now();
    deed();
    await until(first);
    const seen = performance.now() - began;
    await until(all);
    return { first: seen, all: performance.now() - began };
  };
  const type = (label, text) => {
    const field = [...document.querySelectorAll("label")].find((one) => one.textContent.trim() === label);
    const input = document.getElementById(field.htmlFor);
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  window.bench = { shown, until, timed, type };
}

const copies = (rows, change) => Array.from({ length: ROWS }, (_, n) => change(rows[n % rows.length], n));

export const seats = (table) => ({
  ...table,
  rows: copies(table.rows, (row, n) => ({
    ...row,
    seat: `${row.seat}-${n}`,
    name: row.name && `${row.name}${n}`,
    search: `${row.search} ${n === 1234 ? "ここだけ" : ""}`,
  })),
});

/** The members' table: sorted by a heading, narrowed by a word and widened again. */
export async function memberTable() {
  const desk = await opened("member_table", seats, "members");
  const times = await desk.page.evaluate(async (rows) => {
    const { timed, shown, type } = window.bench;
    const heading = (label) => [...document.querySelectorAll("thead button")].find((one) => one.textContent.includes(label));
    const top = () => document.querySelector("tbody tr")?.textContent;
    const was = top();
    const sort = await timed(() => heading("所属").click(), () => top() !== was, () => top() !== was);
    const narrow = await timed(() => type("検索", "ここだけ"), () => shown() === 1, () => shown() === 1);
    const widen = await timed(() => type("検索", ""), () => shown() > 50, () => shown() > 50);
    const last = () => document.querySelector("tbody:last-of-type").scrollIntoView({ block: "end" });
    const end = await timed(last, () => shown() >= rows, () => shown() >= rows);
    return { sort, narrow, widen, end };
  }, ROWS);
  await desk.stop();
  return times;
}

export const round = (list) => ({ ...list, rows: copies(list.rows, (row, n) => ({ ...row, seat: `${row.seat}-${n}` })) });

/** The round's table: all rows painted, all chosen, one more taken out. */
export async function roundTable() {
  const desk = await opened("round_list", round, "members/round?on=2028-03-31");
  const times = await desk.page.evaluate(async () => {
    const { timed } = window.bench;
    const button = (label) => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === label);
    const boxes = () => [...document.querySelectorAll("tbody input[type=checkbox]")];
    const all = () => boxes().every((box) => box.checked);
    const choose = await timed(() => button("表示中の席をすべて選ぶ").click(), all, all);
    // The text of the whole page would take longer than what is measured.
    const counts = [...document.querySelectorAll("main *")].filter((node) => node.children.length === 0 && /席を選択中$/.test(node.textContent));
    const said = () => counts.some((node) => node.textContent.includes("2999席"));
    const one = await timed(() => boxes()[0].click(), said, said);
    return { choose, one };
  });
  await desk.stop();
  return times;
}
