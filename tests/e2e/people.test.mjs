// People and organisations by their screens: a change of name, addresses, who
// stands in, two records that become one; axe looks in every theme.
import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { start } from "./harness.mjs";

let desk;
before(async () => {
  desk = await start({ flags: ["--now", "2026-10-01T03:00:00Z"] });
});
after(() => {
  // What was typed wrong on purpose is refused by the core; the browser notes every refusal.
  desk.problems = desk.problems.filter((problem) => !problem.includes("422"));
  return desk.stop();
});
beforeEach(() => desk.page.url() !== "about:blank" && desk.page.reload());

const page = () => desk.page;
const dialog = (name) => page().getByRole("dialog", { name });

/** Opens somebody's page. */
async function open(name) {
  const people = await desk.call("people_table", { on: "R8.10.1" });
  const person = people.find((line) => line.name === name);
  assert.ok(person, name);
  await desk.go(`members/${person.id}`);
  await page().getByRole("heading", { level: 1, name: new RegExp(name.split("　")[0]) }).waitFor();
  return person.id;
}

test("a new name leaves the old one to earlier days", async () => {
  const id = await open("辻󠄀　千晶");
  await page().getByRole("button", { name: "氏名が変わった" }).click();
  const change = dialog("氏名の変更");
  await change.getByRole("textbox", { name: /^姓(?!の)/ }).fill("𠮷﨑");
  await change.getByLabel("姓のふりがな").fill("よしざき");
  await change.getByRole("button", { name: "氏名を変更する" }).click();
  await page().getByText(/千晶（令和8年（2026年）9月30日まで）/).waitFor();
  const then = await desk.call("person_details", { person: id, on: "R8.9.30" });
  assert.equal(then.name, "辻󠄀　千晶");
  await desk.call("undo", {});
});

test("an address is kept, refused at its field where it cannot be read, and shown on the envelope", async () => {
  await open("柏木　理一");
  await page().getByRole("button", { name: "住所・連絡先を加える" }).click();
  const add = dialog("住所・連絡先の追加");
  await add.getByLabel("郵便番号").fill("248-001");
  await add.getByLabel("住所", { exact: true }).fill("架空県まるい市円町1-2-3\nつどい荘203号");
  await add.getByLabel("文書の送付先にする").check();
  await add.getByRole("button", { name: "保存" }).click();
  await add.getByText("郵便番号として読めません").waitFor();
  await desk.axe();
  await add.getByLabel("郵便番号").fill("２４８００１２");
  await add.getByRole("button", { name: "保存" }).click();
  await page().getByText("つどい荘203号").first().waitFor();
  await page().getByText("宛名の見本").click();
  await page().getByText("柏木　理一　様").waitFor();
  await desk.call("undo", {});
});

test("who stands in is registered, and offered when attendance is taken", async () => {
  await open("辻󠄀　千晶");
  await page().getByRole("button", { name: "代理者を登録" }).click();
  const add = dialog("代理者の登録");
  await add.getByRole("combobox", { name: /^代理者/ }).fill("くぜ");
  await page().getByRole("option", { name: /久世/ }).click();
  await add.getByRole("button", { name: "登録する" }).click();
  await page().getByRole("link", { name: "久世" }).waitFor();
  const meetings = await desk.call("list_meetings", { body: "zentaikai", year: "R8" });
  const october = meetings.find((meeting) => meeting.date === "2026-10-14");
  const list = await desk.call("list_attendance", { meeting: october.id });
  const row = list.rows.find((line) => line.name === "辻󠄀　千晶");
  assert.deepEqual(row.substitutes, ["久世　博之"]);
  await desk.go(`meetings/${october.id}?tab=attendance`);
  const line = page().getByRole("row", { name: /千晶/ });
  await line.getByRole("radio", { name: /代理/ }).check({ force: true });
  assert.equal(await line.getByRole("textbox").or(line.getByRole("combobox")).inputValue(), "久世　博之");
  await page().reload();
  await desk.call("undo", {});
});

test("two records of one person become one, and one undo brings both back", async () => {
  await desk.call("add_person", { family: "高橋", given: "美咲子", family_kana: "たかはし", given_kana: "みさこ", publication: "hidden" });
  await desk.go("members?tab=people");
  await page().getByText("同じ人かもしれない記録").click();
  await page().getByRole("button", { name: /美咲子の２つの記録を比べる/ }).click();
  const merge = dialog("同じ人の記録の統合");
  await merge.getByRole("group", { name: "残す記録" }).waitFor();
  await merge.getByRole("group", { name: "公表用の表示" }).waitFor();
  await desk.axe();
  await merge.getByRole("button", { name: "１つにまとめる" }).click();
  await merge.waitFor({ state: "hidden" });
  const called = async () => (await desk.call("people_table", { on: null })).filter((line) => /橋　美咲子/.test(line.name)).length;
  assert.equal(await called(), 1);
  await desk.call("undo", {});
  assert.equal(await called(), 2);
});

test("two who are two people are set apart, come back no more, and can be taken back", async () => {
  await desk.call("add_person", { family: "高橋", given: "美咲子", family_kana: "たかはし", given_kana: "みさこ", publication: "hidden" });
  await desk.go("members?tab=people");
  await page().getByText("同じ人かもしれない記録").click();
  const pairs = async () => (await desk.call("duplicate_people", {})).length;
  const before = await pairs();
  await page().getByRole("button", { name: /美咲子は別の人$/ }).first().click();
  await page().getByText("別の人と確かめた記録が1組あります").click();
  assert.equal(await pairs(), before - 1);
  await desk.axe();
  await page().getByRole("button", { name: /別の人とした確認を取り消す$/ }).click();
  await page().getByText("別の人と確かめた記録").waitFor({ state: "detached" });
  assert.equal(await pairs(), before);
  for (let i = 0; i < 3; i += 1) await desk.call("undo", {});
});

test("somebody of whom only the log knows is erased from the settings", async () => {
  await desk.call("add_person", { family: "消川", given: "渡", family_kana: "きえがわ", given_kana: "わたる", publication: "name" });
  await desk.call("undo", {});
  await desk.go("settings?tab=data");
  const list = page().getByRole("table", { name: "変更の記録だけに残っている人" });
  await list.getByText("消川　渡").waitFor();
  await desk.axe();
  await page().getByRole("button", { name: "消川　渡の個人情報を抹消" }).click();
  const purge = dialog("個人情報の抹消");
  await purge.getByText("推薦と退任の覚え", { exact: false }).waitFor();
  await purge.getByLabel(/「消川　渡」と入力/).fill("消川渡");
  await purge.getByLabel("元に戻せないことを理解しました").check();
  await desk.axe();
  await purge.getByRole("button", { name: "抹消する" }).click();
  await purge.getByText("抹消しました。", { exact: false }).waitFor();
  await purge.getByRole("button", { name: "閉じる" }).last().click();
  await list.getByText("消川　渡").waitFor({ state: "detached" });
  assert.ok(!(await desk.call("logged_people", {})).some((one) => one.name.includes("消川")));
});

test("a person's page lists the letters about them, to be printed again with their numbers", async () => {
  const rows = await desk.call("list_members", { body: "全体会", on: "R8.10.1" });
  const one = rows.find((row) => row.appointment);
  const letters = { letter: "commission", to: [{ appointment: one.appointment }], on: "R8.10.1" };
  const done = await desk.call("take_letter_numbers", { letters, number: 71 });
  const number = done.output.numbers[0];
  await desk.go(`members/${one.person}`);
  const table = page().getByRole("table", { name: "この人に関する文書" });
  await table.getByText(number).waitFor();
  await page().getByText(`委嘱状の番号：${number}`, { exact: false }).first().waitFor();
  await desk.axe();
  await page().getByRole("button", { name: /委嘱の記録を訂正/ }).first().click();
  await page().getByText("ここでは変えられません", { exact: false }).waitFor();
  await page().keyboard.press("Escape");
  await table.getByRole("link", { name: `委嘱状（${number}）をもう一度作る` }).click();
  await page().getByText(number, { exact: false }).first().waitFor({ timeout: 60_000 });
  assert.ok(await page().getByRole("radio", { name: "付ける", exact: true }).isChecked());
});

test("an organisation shows who signs for it, its address, and how letters to it are addressed", async () => {
  const all = await desk.call("list_organizations", {});
  const clinic = all.find((line) => line.name.includes("円卓クリニック"));
  await desk.go(`members/organizations/${clinic.id}`);
  await page().getByText("院長　渡邉󠄂　宗一郎　先生").first().waitFor();
  await page().getByText("宛名の見本").click();
  await desk.axe();
  await page().getByRole("button", { name: "代表者を変更" }).click();
  const edit = dialog("代表者と、その期間");
  await edit.getByRole("button", { name: "後任を加える" }).click();
  const next = edit.getByRole("group", { name: "代表者2" });
  await next.getByRole("textbox", { name: /^氏名/ }).fill("﨑山　渡");
  await edit.getByRole("button", { name: "保存" }).click();
  await edit.getByText("だれがいつからかが分かりません", { exact: false }).first().waitFor();
  await next.getByRole("textbox", { name: /^就任日/ }).fill("R8.9.1");
  await desk.axe();
  await edit.getByRole("button", { name: "保存" }).click();
  await edit.waitFor({ state: "detached" });
  await page().getByRole("table", { name: "代表者の履歴" }).getByText("院長　﨑山　渡").waitFor();
  const then = await desk.call("organization_details", { organization: clinic.id, on: "R8.8.31" });
  assert.match(then.envelope.join(), /渡邉󠄂　宗一郎　先生/);
  await desk.call("undo", {});
  await desk.go("today");
  await desk.go(`members/organizations/${clinic.id}`);
  await page().getByText("宛名の見本").click();
  await page().getByRole("button", { name: "代表者を変更" }).click();
  await edit.getByRole("button", { name: "代表者1を削除" }).click();
  await edit.getByRole("button", { name: "保存" }).click();
  await page().getByText("円卓クリニック　御中").waitFor();
  await desk.call("undo", {});
});

test("axe finds nothing to object to on a person's page and in its dialogs", async () => {
  await open("巽　文香");
  await page().getByText("楠本　文香（").waitFor();
  await desk.axe();
  await page().getByRole("button", { name: "旧姓・旧名を訂正" }).click();
  await dialog("旧姓・旧名の訂正").waitFor();
  await desk.axe();
  await page().keyboard.press("Escape");
  await page().getByRole("button", { name: "代理者を登録" }).click();
  await dialog("代理者の登録").waitFor();
  await desk.axe();
  await page().keyboard.press("Escape");
  await desk.go("members?tab=people");
  await page().getByText("同じ人かもしれない記録").click();
  await desk.axe();
});
