// The ledger with 5,000 issues more, 50,000 steps, in headless Chromium over the real core:
// its board, its table, one issue's page.
import { start } from "../../e2e/harness.mjs";

/** A desk whose ledger is as full as that. */
export const fullLedger = () => start({ flags: ["--now", "2026-10-01T03:00:00Z", "--issues", "5000"] });

/** From a click on a link to the first screenful on the screen, in milliseconds. */
export async function ledgerScreens(desk) {
  const { page } = desk;
  await desk.go("council");
  const timed = (hash, shown, wanted = 1) =>
    page.evaluate(
      async ([to, selector, least]) => {
        const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        location.hash = "#/council";
        while (!document.querySelector("main svg")) await painted();
        const began = performance.now();
        location.hash = to;
        while (document.querySelectorAll(selector).length < least) await painted();
        await painted();
        return performance.now() - began;
      },
      [hash, shown, wanted],
    );
  const board = await timed("#/issues?view=board", "[data-id]", 50);
  const table = await timed("#/issues?view=table", "main tbody tr", 20);
  const all = { year: null, body: null, field: null, inlet: null, level: null, open: false, overdue: false, text: "R8-2" };
  const id = (await desk.call("list_issues", all))[0].id;
  return { board, table, page: await timed(`#/issues/${id}`, "main ol li, main tbody tr") };
}
