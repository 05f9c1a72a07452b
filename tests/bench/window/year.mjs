// The year with 60 meetings and 600 papers, in headless Chromium over the real core: its
// plan as a table and as a calendar, and the list of its meetings.
import { start } from "../../e2e/harness.mjs";

const MEETINGS = 60;
const PAPERS = 10;
const BODIES = ["全体会", "運営会議", "地域生活支援部会", "精神保健福祉部会", "こども応援部会", "地域事例みえるか会議"];

/** A desk whose year 2026 is as full as that. */
export async function fullYear() {
  const desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] });
  const had = await desk.call("year_meetings", { body: null, year: "R8" });
  const first = Date.UTC(2026, 3, 6);
  for (let n = had.length; n < MEETINGS; n += 1) {
    const date = new Date(first + n * 5 * 86_400_000).toISOString().slice(0, 10);
    await desk.call("add_meeting", { body: BODIES[n % BODIES.length], date, start: "18:00", end: "19:00", place: "会議室" });
  }
  const all = await desk.call("year_meetings", { body: null, year: "R8" });
  for (const meeting of all) {
    for (let n = meeting.papers; n < PAPERS; n += 1) {
      const paper = { number: `別紙${n + 1}`, title: "測定用の資料", class: "sent", closed_reason: null, is: "text", markdown: "本文です。" };
      await desk.call("add_own_paper", { meeting: meeting.id, ...paper });
    }
  }
  return desk;
}

/** From a click on a link to the last of the year's meetings on the screen, in milliseconds. */
export async function yearScreens(desk) {
  const { page } = desk;
  await desk.go("council");
  const timed = (hash, shown) =>
    page.evaluate(
      async ([to, selector, wanted]) => {
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        location.hash = "#/council";
        while (document.querySelectorAll(selector).length > 0) await painted();
        const began = performance.now();
        location.hash = to;
        while (document.querySelectorAll(selector).length < wanted) await painted();
        await painted();
        return performance.now() - began;
      },
      [hash, shown, MEETINGS],
    );
  return {
    table: await timed("#/plan", 'main table a[href*="#/meetings/"]'),
    calendar: await timed("#/plan?view=calendar", "[data-meeting]"),
    list: await timed("#/meetings", "main tbody tr"),
  };
}
