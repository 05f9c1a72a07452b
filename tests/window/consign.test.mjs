// Clerical work that is given away, in the real window: opened from the first screen, worked on,
// given back, looked at where both sides changed, taken over, and back in one step.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { commandLine, computer } from "./harness.mjs";

let pc, city, room;

before(async () => {
  pc = await computer();
  city = join(pc.folder, "home", "city");
  room = join(pc.folder, "home", "packages");
  mkdirSync(room);
  run("new", city);
  run("--council", city, "consign", "out", "社会福祉法人 架空会", "--out", room);
});

after(() => pc?.stop());

function run(...args) {
  execFileSync(commandLine, args, { env: pc.env, stdio: "ignore" });
}

/** A package under a name that any keyboard can type into the system's dialog. */
function plain(name, back) {
  const [found] = readdirSync(room).filter((one) => one.startsWith("庶務委託") && one.includes("戻し") === back);
  copyFileSync(join(room, found), join(room, name));
  return join(room, name);
}

async function moves(page, at, place) {
  const meetings = await page.ask("year_meetings", { body: "zentaikai", year: "R8" });
  await page.ask("update_meeting", { meeting: meetings[at].id, place });
}

test("a package is opened from the first screen, worked on and given back", async () => {
  const page = await pc.window([]);
  await page.click("button", "委託された一式を開く");
  await page.click("button", "ファイルを選ぶ");
  const given = plain("given.entakupkg", false);
  await pc.choosePath("市から受け取った庶務の委託のファイル", given);
  await page.sees(given);
  const work = join(pc.folder, "home", "work");
  mkdirSync(work);
  await page.click("button", "場所を選ぶ");
  await pc.choosePath("データを置くフォルダー", work);
  await page.sees(work);
  await page.click("button", "作業を始める");
  await page.sees("庶務の委託で受け取ったデータです");
  await moves(page, 1, "受託先の会議室");
  await moves(page, 2, "受託先の講堂");
  await page.ask("consign_back", { folder: room });
  await page.close();
});

test("what comes back is shown, chosen, taken over, and taken back in one step", async () => {
  const page = await pc.window([city]);
  await page.sees("今日");
  await moves(page, 1, "市役所 講堂");
  const before = await page.ask("year_meetings", { body: "zentaikai", year: "R8" });
  await page.click("link", "設定");
  await page.click("tab", "庶務の委託");
  await page.click("button", "ファイルを選ぶ");
  await pc.choosePath("受託者から戻ったファイル", plain("back.entakupkg", true));
  await page.click("button", "変わったところを見る");
  await page.sees("両方で変わっています。");
  await page.sees("渡したときの内容");
  await page.click("label", "戻しの内容");
  await page.click("button", "2件を受け入れる");
  await page.until(async () => (await places(page))[2] === "受託先の講堂", "it is taken over");
  assert.equal((await places(page))[1], "受託先の会議室");
  await page.ask("undo");
  assert.deepEqual(await page.ask("year_meetings", { body: "zentaikai", year: "R8" }), before);
  assert.deepEqual(pc.log(), []);
});

async function places(page) {
  const meetings = await page.ask("year_meetings", { body: "zentaikai", year: "R8" });
  return meetings.map((meeting) => meeting.place);
}
