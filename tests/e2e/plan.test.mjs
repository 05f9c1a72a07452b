// The year's plan: what the rules notice, a meeting added on a month, another moved.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

let desk;
before(async () => (desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] })));
after(() => desk?.stop());

const page = () => desk.page;
const dialog = () => page().getByRole("dialog");
const meetings = (body) => desk.call("year_meetings", { body, year: "R8" });

test("the year shows every body's meetings and what the budget misses", async () => {
  await desk.go("plan");
  const steering = page().getByRole("row", { name: /運営会議/ }).first();
  assert.equal(await steering.getByRole("link").count(), 3);
  await page().getByText("予算には間に合いません", { exact: false }).waitFor();
  await page().locator(".event", { hasText: "予算要求の締切" }).filter({ visible: true }).first().waitFor();
  await desk.axe();
});

test("a meeting is added on a month and stays in the plan", async () => {
  await desk.go("plan");
  await page().getByRole("button", { name: "こども応援部会の会議を2月に加える" }).click();
  await dialog().getByText("第4回", { exact: false }).first().waitFor();
  const day = dialog().getByLabel("開催日").first();
  await day.fill("R9.2.10");
  await dialog().getByText("令和9年", { exact: false }).first().waitFor();
  await dialog().getByRole("button", { name: "追加" }).click();
  await dialog().waitFor({ state: "hidden" });
  await page().getByRole("link", { name: /10（水）/ }).last().waitFor();
  assert.equal((await meetings("kodomo")).at(-1).date, "2027-02-10");
  assert.match(page().url(), /#\/plan/);
});

test("moving the steering meeting behind the plenary is warned of, and undone", async () => {
  await desk.go("plan");
  await page().getByRole("button", { name: "第3回運営会議の日を移す" }).click();
  await dialog().getByLabel("新しい開催日").first().fill("R9.2.20");
  await dialog().getByText("2月20日", { exact: false }).first().waitFor();
  await dialog().getByRole("button", { name: "日を移す" }).click();
  await dialog().waitFor({ state: "hidden" });
  await page().getByText("前回の全体会より後の運営会議がありません", { exact: false }).first().waitFor();
  await desk.axe();
  await page().getByRole("button", { name: "元に戻す" }).last().click();
  await page().getByText("前回の全体会より後の運営会議がありません", { exact: false }).first().waitFor({ state: "detached" });
  assert.equal((await meetings("unei")).at(-1).date, "2027-01-20");
});
