// The year's plan: what the rules notice, meetings added and moved (by dialog, by pulling,
// by keys), milestones, the office's days, lead times, a year laid out, print and files.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { sizes, start } from "./harness.mjs";

let desk;
before(async () => (desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] })));
after(() => desk?.stop());

const page = () => desk.page;
const dialog = () => page().getByRole("dialog");
const button = (name, within = page()) => within.getByRole("button", { name, exact: true });
const meetings = (body, year = "R8") => desk.call("year_meetings", { body, year });
const tab = async (name) => {
  await page().getByRole("tab", { name }).click();
  await desk.settled();
};
const undo = async () => {
  await button("元に戻す").last().click();
  await desk.settled();
};

test("the year shows every body's meetings and what the budget misses", async () => {
  await desk.go("plan");
  const steering = page().getByRole("row", { name: /運営会議/ }).first();
  assert.equal(await steering.getByRole("link").count(), 3);
  await page().getByText("予算には間に合いません", { exact: false }).waitFor();
  await page().locator(".event", { hasText: "予算要求締切" }).filter({ visible: true }).first().waitFor();
  await page().locator(".event", { hasText: "市議会12月定例会" }).first().waitFor();
  await desk.axe();
});

test("a meeting is added on a month and stays in the plan", async () => {
  await desk.go("plan");
  await page().getByRole("button", { name: "こども応援部会の会議を2月に加える" }).click();
  await dialog().getByText("第4回", { exact: false }).first().waitFor();
  const day = dialog().getByLabel("開催日").first();
  await day.fill("R9.2.11");
  await dialog().getByText("閉庁日です（祝日（建国記念の日））", { exact: false }).waitFor();
  await day.fill("R9.2.10");
  await dialog().getByText("令和9年", { exact: false }).first().waitFor();
  await dialog().getByRole("button", { name: "追加" }).click();
  await dialog().waitFor({ state: "hidden" });
  await page().getByRole("link", { name: /10（水）/ }).last().waitFor();
  assert.equal((await meetings("kodomo")).at(-1).date, "2027-02-10");
  assert.match(page().url(), /#\/plan/);
});

test("moving the steering meeting behind the plenary is warned of before and after, and undone", async () => {
  await desk.go("plan");
  await page().getByRole("button", { name: "第3回運営会議の日を移す" }).click();
  await dialog().getByLabel("新しい開催日").first().fill("R9.2.20");
  await dialog().getByText("前回の全体会より後の運営会議がありません", { exact: false }).first().waitFor();
  await dialog().getByText("閉庁日です（土曜日）", { exact: false }).first().waitFor();
  await dialog().getByText("開催通知の送付").waitFor();
  await desk.axe();
  await dialog().getByRole("button", { name: "日を移す" }).click();
  await dialog().waitFor({ state: "hidden" });
  await page().getByText("前回の全体会より後の運営会議がありません", { exact: false }).first().waitFor();
  await desk.axe();
  await undo();
  await page().getByText("前回の全体会より後の運営会議がありません", { exact: false }).first().waitFor({ state: "detached" });
  assert.equal((await meetings("unei")).at(-1).date, "2027-01-20");
});

/** The middle of a place on the screen, brought into sight. */
async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function pull(from, to) {
  // Both in sight: the later place first, so that the earlier one does not scroll it away.
  await to.scrollIntoViewIfNeeded();
  const start = await middle(from);
  await page().mouse.move(start.x, start.y);
  await page().mouse.down();
  const end = await to.boundingBox();
  await page().mouse.move(start.x + 8, start.y + 8);
  await page().mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
}

test("a meeting is pulled to another day of the calendar; what comes of it is said meanwhile", async () => {
  await desk.go("plan?view=calendar");
  await page().getByRole("heading", { name: "令和8年（2026年）4月" }).waitFor();
  const chip = page().locator('[data-day="2027-01-20"] a', { hasText: "運営会議" });
  await pull(chip, page().locator('[data-day="2027-01-23"]'));
  const band = page().getByRole("status").filter({ hasText: "第3回運営会議を1月23日（土）へ" });
  await band.getByText("閉庁日です（土曜日）", { exact: false }).waitFor();
  await page().keyboard.press("Escape");
  await page().mouse.up();
  assert.equal((await meetings("unei")).at(-1).date, "2027-01-20", "Escape gives up");
  await pull(chip, page().locator('[data-day="2027-01-27"]'));
  await page().getByText("第3回運営会議を1月27日（水）へ").waitFor();
  await page().mouse.up();
  await page().locator('[data-day="2027-01-27"] a', { hasText: "運営会議" }).waitFor();
  assert.equal((await meetings("unei")).at(-1).date, "2027-01-27");
  assert.match(page().url(), /view=calendar/, "a pull opens nothing");
  await undo();
  assert.equal((await meetings("unei")).at(-1).date, "2027-01-20");
});

test("a meeting is lifted and carried by keys", async () => {
  await desk.go("plan?view=calendar");
  await page().locator('[data-day="2027-01-20"] a', { hasText: "運営会議" }).focus();
  await page().keyboard.press("Space");
  await page().keyboard.press("ArrowDown");
  await page().keyboard.press("ArrowRight");
  await page().getByText("第3回運営会議を1月28日（木）へ").waitFor();
  await page().getByText("確かめることはありません。").waitFor();
  await desk.axe();
  await page().keyboard.press("Enter");
  const moved = page().locator('[data-day="2027-01-28"] a', { hasText: "運営会議" });
  await moved.waitFor();
  await page().waitForFunction(() => document.activeElement?.closest("[data-day]")?.getAttribute("data-day") === "2027-01-28");
  await page().keyboard.press("Space");
  await page().keyboard.press("ArrowUp");
  await page().keyboard.press("Escape");
  assert.equal((await meetings("unei")).at(-1).date, "2027-01-28");
  await undo();
});

test("a meeting whose notice is out asks first, in the calendar and in the dialog", async () => {
  await desk.go("plan?view=calendar");
  await page().locator('[data-day="2026-10-14"] a', { hasText: "全体会" }).focus();
  await page().keyboard.press("Space");
  await page().keyboard.press("ArrowDown");
  await page().keyboard.press("Enter");
  await dialog().getByText("委員に通知済みです", { exact: false }).waitFor();
  await desk.axe();
  await button("やめる", dialog()).click();
  assert.equal((await meetings("zentaikai"))[1].date, "2026-10-14");
  await tab("表");
  await page().getByRole("button", { name: "第2回全体会の日を移す" }).click();
  await dialog().getByLabel("新しい開催日").first().fill("R8.10.21");
  await dialog().getByText("委員に通知済みです", { exact: false }).waitFor();
  assert.equal(await button("日を移す", dialog()).isDisabled(), true);
  await dialog().getByLabel("委員に知らせることを確かめて、移す").check();
  await button("日を移す", dialog()).click();
  await dialog().waitFor({ state: "hidden" });
  assert.equal((await meetings("zentaikai"))[1].date, "2026-10-21");
  await undo();
});

test("in the table a meeting is pulled to the same week of another month", async () => {
  await desk.go("plan");
  const link = page().getByRole("row", { name: /運営会議/ }).first().getByRole("link").last();
  await pull(link, page().getByRole("row", { name: /運営会議/ }).first().locator('[data-month="2026-12"]'));
  await page().getByText("第3回運営会議を12月16日（水）へ").waitFor();
  await page().mouse.up();
  await desk.settled();
  assert.equal((await meetings("unei")).at(-1).date, "2026-12-16");
  await undo();
});

test("milestones are added, corrected and removed; the budget's day stands once", async () => {
  await desk.go("plan?view=milestones");
  await page().getByRole("row", { name: /予算要求締切/ }).waitFor();
  await desk.axe();
  await button("節目を加える").click();
  await dialog().getByLabel("種類").selectOption({ label: "パブリックコメント" });
  await dialog().getByLabel("日（始まりの日）").first().fill("R9.1.12");
  await dialog().getByLabel("終わりの日").first().fill("R9.1.8");
  await button("保存", dialog()).click();
  await dialog().getByText("終わりの日", { exact: false }).first().waitFor();
  await dialog().getByRole("alert").or(dialog().locator("[aria-invalid=true]")).first().waitFor();
  await dialog().getByLabel("終わりの日").first().fill("R9.1.29");
  await desk.axe();
  await button("保存", dialog()).click();
  await dialog().waitFor({ state: "hidden" });
  await page().getByRole("row", { name: /1\/12（火）～1\/29（金）/ }).waitFor();
  await button("パブリックコメントを削除").click();
  await button("削除", dialog()).click();
  await page().getByRole("row", { name: /1\/12（火）/ }).waitFor({ state: "detached" });
  await button("予算要求締切を削除").click();
  await button("削除", dialog()).click();
  await page().getByText("予算要求の締切は、設定の「年3回の時期と予算要求締切」により10月30日（金）です。").waitFor();
  await undo();
});

test("the office corrects its days, and says where the holidays come from", async () => {
  await desk.go("plan?view=days");
  await page().getByText("内閣府", { exact: false }).waitFor();
  await page().getByRole("row", { name: /国民の休日/ }).waitFor();
  await button("定めを加える").click();
  await dialog().getByLabel("日（始まりの日）").first().fill("R8.11.2");
  await dialog().getByLabel("毎年の定めとする").check();
  await dialog().getByLabel("名称").fill("市制記念日");
  await desk.axe();
  await button("保存", dialog()).click();
  await dialog().waitFor({ state: "hidden" });
  await page().getByRole("row", { name: /11月2日（月） 市制記念日/ }).waitFor();
  await desk.axe();
  await undo();
});

test("what is due is listed by day, and its days are set for a body", async () => {
  await desk.go("plan?view=tasks");
  await page().getByRole("row", { name: /開催通知の送付/ }).first().waitFor();
  await desk.axe();
  await button("日数を変える").click();
  await dialog().getByLabel("どこの日数か").selectOption({ label: "こども応援部会" });
  const follow = dialog().getByLabel("協議会の全体に合わせる（14日前）");
  await follow.uncheck();
  await dialog().getByLabel("開催通知の送付").fill("7");
  await desk.axe();
  await button("保存", dialog()).click();
  await dialog().waitFor({ state: "hidden" });
  const table = await desk.call("lead_times", {});
  const cell = table.bodies.find((b) => b.body === "kodomo").cells.find((c) => c.task === "notice");
  assert.deepEqual([cell.days, cell.own], [7, true]);
  await undo();
});

test("the next year is laid out, corrected in the list, entered at once and undone at once", async () => {
  await desk.go("plan");
  await page().locator("label.year select").selectOption("2027");
  await desk.settled();
  await button("日程案を作る").click();
  await dialog().getByText("2028年の祝日は、まだ公表された表にありません", { exact: false }).waitFor();
  const plenary = dialog().getByRole("row", { name: /第1回全体会/ });
  await plenary.getByText("令和8年度の会議", { exact: false }).waitFor();
  await desk.axe();
  const day = plenary.getByLabel("第1回全体会の日付").first();
  assert.equal(await day.inputValue(), "R9.6.23");
  await day.fill("R9.7.19");
  await dialog().getByText("閉庁日です（祝日（海の日））", { exact: false }).first().waitFor();
  await day.fill("R9.6.30");
  await dialog().getByText("閉庁日です（祝日（海の日））", { exact: false }).first().waitFor({ state: "detached" });
  await dialog().getByLabel(/第3回運営会議を登録する/).uncheck();
  await dialog().getByText("前回の全体会より後の運営会議がありません", { exact: false }).first().waitFor();
  await dialog().getByLabel(/運営会議を登録する/).last().check();
  await dialog().getByText("前回の全体会より後の運営会議がありません", { exact: false }).first().waitFor({ state: "detached" });
  const count = Number(/\d+/.exec(await dialog().getByRole("button", { name: /件を登録する/ }).textContent())[0]);
  await dialog().getByRole("button", { name: /件を登録する/ }).click();
  await dialog().waitFor({ state: "hidden" });
  assert.equal((await meetings(null, "R9")).length, count);
  assert.equal((await meetings("zentaikai", "R9"))[0].date, "2027-06-30");
  await undo();
  assert.equal((await meetings(null, "R9")).length, 0);
  await page().locator("label.year select").selectOption("2026");
});

test("print and files: one page of the year, and days for a calendar program", async () => {
  await desk.go("plan");
  await button("印刷・書き出し").click();
  await dialog().getByText("1ページ", { exact: false }).first().waitFor({ timeout: 60_000 });
  await desk.axe();
  await button("閉じる", dialog()).first().click();
});

test("in a small window and magnified nothing is cut off", async () => {
  await page().setViewportSize({ width: sizes.small.width / 2, height: sizes.small.height / 2 });
  for (const view of ["table", "calendar", "milestones", "days", "tasks"]) {
    await desk.go(`plan?view=${view}`);
    const over = await page().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.ok(over <= 1, `${view}: ${over} px too wide`);
  }
  await page().setViewportSize(sizes.usual);
});
