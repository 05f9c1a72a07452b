// What a hand feels on the screens, in headless Chromium over the real core.
import { setTimeout as sleep } from "node:timers/promises";
import { start } from "../../e2e/harness.mjs";

const ROWS = 3000;
const LASTING = 2000;

/** Drags a box of the chart to and fro; answers the time of each frame. */
export async function dragging() {
  const desk = await start();
  const { page } = desk;
  await desk.go("council");
  const box = page.locator('svg.chart [data-key="zentaikai"]');
  await box.waitFor();
  const { x, y, width } = await box.boundingBox();
  const lines = () => page.locator("svg.chart polyline").evaluateAll((all) => all.map((line) => line.getAttribute("points")).join());
  const still = await lines();
  await page.mouse.move(x + width / 2, y + 8);
  await page.mouse.down();
  await page.evaluate(() => {
    const times = [];
    const frame = (time) => {
      times.push(time);
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    window.frameTimes = times;
  });
  // As a mouse does it: a move every 8 ms, whether or not the last one is drawn.
  const moves = [];
  for (const until = Date.now() + LASTING; Date.now() < until; await sleep(8)) {
    const turn = moves.length / 12;
    moves.push(page.mouse.move(x + width / 2 + 60 * Math.sin(turn), y + 8 + 40 * Math.cos(turn)));
  }
  await Promise.all(moves);
  const times = await page.evaluate(() => [...window.frameTimes]);
  if ((await lines()) === still) throw new Error("the arrows did not follow");
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await desk.stop();
  const frames = times.slice(1).map((time, n) => time - times[n]);
  return { frames, rate: (1000 * frames.length) / (times.at(-1) - times[0]) };
}

/** Shows a long list of people and scrolls to its end; answers the milliseconds until all rows are painted. */
export async function longTable() {
  const desk = await start();
  const { page } = desk;
  const [one] = await desk.call("people_table", { on: null }).catch(() => desk.call("people_table", { on: "2026-10-01" }));
  const many = Array.from({ length: ROWS }, (_, n) => ({ ...one, id: `${one.id}-${n}`, name: `${one.name}${n}` }));
  await page.route("**/api/call/people_table", (route) => route.fulfill({ json: many }));
  await desk.go("members");
  const times = await page.evaluate(async (rows) => {
    const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const shown = () => document.querySelectorAll("tbody tr").length;
    const tab = [...document.querySelectorAll("[role=tab]")].find((one) => /人|名簿|全員/.test(one.textContent));
    const before = document.querySelector("table");
    const began = performance.now();
    if (tab) tab.click();
    location.hash = "#/members?tab=people";
    while (document.querySelector("table") === before || shown() === 0) await painted();
    const first = performance.now() - began;
    document.querySelector("tbody:last-of-type").scrollIntoView({ block: "end" });
    while (shown() < rows) await painted();
    await painted();
    return { first, all: performance.now() - began };
  }, ROWS);
  await desk.stop();
  return times;
}
