// Written opinions on their way: with a file, at their item on the agenda, into the minutes;
// who came to listen is offered for the day's record and for the minutes.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

let desk;
let meeting; // held, nothing written yet
before(async () => {
  desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] });
  const all = await desk.call("list_meetings", { body: "地域事例みえるか会議", year: "R8" });
  meeting = all.find((one) => one.number === 3).id;
});
after(() => desk.stop());

const page = () => desk.page;
const button = (name, within = page()) => within.getByRole("button", { name, exact: true });
const dialog = (name) => page().getByRole("dialog", { name });
const opinions = () => desk.call("list_opinions", { meeting });
const FILE = { name: "意見書（渡邉󠄂）.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4 opinion") };

test("an opinion comes with its file, which can be opened and taken off again", async () => {
  await desk.go(`meetings/${meeting}?tab=notice&part=opinions`);
  await button("意見書を加える").click();
  const form = dialog("意見書を加える");
  await form.getByLabel("委員").selectOption({ index: 1 });
  await form.getByLabel("議題").selectOption({ index: 1 });
  await form.locator("input[type=file]").setInputFiles({ ...FILE, name: "意見.exe" });
  await form.getByText("付けるファイル：意見.exe").waitFor();
  await button("記録する", form).click();
  await form.getByText("「意見.exe」は、意見書のファイルとして受け取れない種類です。").waitFor();
  await button("選び直す", form).click();
  await form.locator("input[type=file]").setInputFiles(FILE);
  await form.getByText(`付けるファイル：${FILE.name}`).waitFor();
  await desk.axe();
  await button("記録する", form).click();
  await form.waitFor({ state: "hidden" });
  await button(`${FILE.name}を開く`).waitFor();
  const [first] = await opinions();
  assert.deepEqual([first.file_name, first.text], [FILE.name, ""]);

  await button(`${first.name}　意見書を変更する`).click();
  const change = dialog("意見書の変更");
  await change.getByLabel("意見", { exact: true }).fill("朝の便を増やしてください。");
  await button("記録する", change).click();
  await change.waitFor({ state: "hidden" });
  await button(`${first.name}　意見書を変更する`).click();
  await button("ファイルを外す", change).click();
  await change.getByText("付いているファイル").waitFor({ state: "detached" });
  await page().keyboard.press("Escape");
  const [after] = await opinions();
  assert.deepEqual([after.file_name, after.text], [null, "朝の便を増やしてください。"]);
});

test("it stands at its item on the agenda", async () => {
  await desk.go(`meetings/${meeting}?tab=agenda`);
  const item = (await desk.call("list_agenda", { meeting })).items.find((one) => one.opinions.length > 0);
  await button(`「${item.title}」の意見書1件を読む`).click();
  const read = dialog(`意見書　${item.title}`);
  await read.getByText("朝の便を増やしてください。").waitFor();
  await desk.axe(["light"]);
  await page().keyboard.press("Escape");
});

test("it is written into the minutes as what its author said", async () => {
  await desk.go(`meetings/${meeting}?tab=minutes`);
  await button("意見書を書き入れる（1件）").click();
  const form = dialog("意見書を会議録に書き入れる");
  await desk.axe(["light"]);
  await button("書き入れる", form).click();
  await form.waitFor({ state: "detached" });
  await page().getByRole("textbox", { name: "1番の文", exact: true }).waitFor();
  const minutes = await desk.call("minutes_page", { meeting });
  assert.equal(minutes.entries[0].text, "（意見書）朝の便を増やしてください。");
  assert.ok(minutes.entries[0].role === "member" && minutes.opinions[0].taken);
  await button("意見書を書き入れる（1件）").click();
  await form.getByText("書き入れ済み").waitFor();
  assert.ok(await button("書き入れる", form).isDisabled(), "nothing is chosen");
  await page().keyboard.press("Escape");
});

test("who came to listen is offered for the day, and told where the minutes ask for it", async () => {
  for (const name of ["傍聴　一", "傍聴　二"]) await desk.call("set_applicant", { meeting, name, state: "admitted", came: true });
  await desk.go("today");
  await desk.go(`meetings/${meeting}?tab=minutes`);
  await button("会議録の設定").click();
  await dialog("会議録の設定").getByText("空けておくと、傍聴の受付から2人と載せます", { exact: false }).waitFor();
  await page().keyboard.press("Escape");
  await desk.go(`meetings/${meeting}?tab=attendance`);
  await page().getByText("来た人は2人です。", { exact: false }).waitFor();
  await button("傍聴者の欄に写す").click();
  await button("記録を保存").click();
  await page().getByText("来た人は2人です。", { exact: false }).waitFor({ state: "detached" });
  await desk.answered();
  assert.equal((await desk.call("day_page", { meeting })).facts.admitted, 2);
});

test("what an erasure means is in view at twice the size, before anything is typed", async () => {
  await page().setViewportSize({ width: 640, height: 360 });
  const person = (await desk.call("add_person", { family: "消川", given: "渡", family_kana: "けしかわ", given_kana: "わたる", publication: "name" })).output;
  await desk.go(`members/${person}`);
  await page().getByRole("button", { name: /抹消/ }).first().click();
  const form = dialog("個人情報の抹消");
  await form.waitFor();
  const seen = await form.evaluate((open) => {
    const body = open.querySelector(".body");
    const words = body.querySelector("p").getBoundingClientRect();
    return { top: body.scrollTop, inside: words.top >= open.getBoundingClientRect().top, focus: document.activeElement === body };
  });
  assert.deepEqual(seen, { top: 0, inside: true, focus: true });
  await page().keyboard.press("Escape");
  await page().setViewportSize({ width: 1440, height: 900 });
});

test("it went well to the end", () => assert.deepEqual(desk.problems.filter((problem) => !problem.includes("422")), []));
