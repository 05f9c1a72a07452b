// What goes on while something is on its way: papers go to their meeting, marks stay.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let desk;
let here;
let there;
before(async () => {
  desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] });
  const meetings = await desk.call("list_meetings", { body: null, year: null });
  [there, here] = meetings.slice(-2).map((meeting) => meeting.id);
});
after(() => desk.stop());

const page = () => desk.page;
const papers = async (meeting) => (await desk.call("list_papers", { meeting })).rows;
const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** Lets a command take its time. */
async function slowly(command, ms) {
  const address = `**/api/call/${command}`;
  await page().route(address, async (route) => {
    await later(ms);
    await route.continue();
  });
  return () => page().unroute(address);
}

test("files go into the meeting on which they were put, whatever is opened meanwhile", async () => {
  const [had, other] = [(await papers(here)).length, (await papers(there)).length];
  await desk.go(`meetings/${here}?tab=papers`);
  const quick = await slowly("add_paper_file", 300);
  const files = [1, 2, 3].map((n) => ({ name: `写真_${n}.png`, mimeType: "image/png", buffer: PNG }));
  await page().locator("input[type=file]").first().setInputFiles(files);
  await later(400);
  await desk.go(`meetings/${there}?tab=papers`);
  await page().getByText("3件の資料を加えました").waitFor();
  assert.equal((await papers(there)).length, other, "the other meeting got none");
  const added = (await papers(here)).slice();
  assert.equal(added.length, had + 3);
  assert.equal(new Set(added.map((paper) => paper.number)).size, added.length, "each has a number of its own");
  await quick();
});

test("a folder or a file that is too large is refused in words", async () => {
  await desk.go(`meetings/${here}?tab=papers`);
  const drop = (kind) =>
    page().evaluate((what) => {
      const file = new File(["x"], what === "folder" ? "資料のフォルダー" : "大きい.pdf");
      if (what === "folder") file.arrayBuffer = () => Promise.reject(new DOMException("not found", "NotFoundError"));
      else Object.defineProperty(file, "size", { value: 100_000_001 });
      const event = new DragEvent("drop", { bubbles: true, cancelable: true });
      Object.defineProperty(event, "dataTransfer", { value: { files: [file] } });
      document.querySelector("main .zone").dispatchEvent(event);
    }, kind);
  await drop("folder");
  await page().getByText(/フォルダーは取り込めません/).waitFor();
  await drop("large");
  await page().getByText(/資料にできるのは100MBまでです/).waitFor();
});

test("marks that are made while others are being saved stay", async () => {
  await desk.go(`meetings/${here}?tab=attendance`);
  const mark = (row, key) => page().locator("tbody tr").nth(row).locator("input[type=radio]").nth(key);
  const quick = await slowly("set_attendance", 800);
  await mark(0, 0).check();
  await mark(1, 0).check();
  await page().getByRole("button", { name: "出欠を保存" }).click();
  await later(150);
  await mark(1, 1).check();
  await mark(2, 1).check();
  await page().getByText("2人分が、まだ保存されていません").waitFor();
  await desk.answered();
  await later(200);
  assert.equal(await mark(0, 0).isChecked(), true);
  assert.equal(await mark(1, 1).isChecked(), true);
  assert.equal(await mark(2, 1).isChecked(), true);
  await page().getByText("2人分が、まだ保存されていません").waitFor();
  await quick();
  await page().getByRole("button", { name: "出欠を保存" }).click();
  await page().getByText("まだ保存されていません").waitFor({ state: "detached" });
  const { rows } = await desk.call("list_attendance", { meeting: here });
  assert.deepEqual(rows.slice(0, 3).map((row) => row.presence), ["present", "online", "online"]);
});
