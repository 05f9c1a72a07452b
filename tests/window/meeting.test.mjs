// A meeting of the plenary in the real window, from its day in the plan to final minutes:
// agenda from the template, papers, a notice, replies with a proxy, the packet, a late paper
// and its replacement pages, the day with a late arrival and an election, an item that
// returns in the next agenda, minutes that the next meeting approves. What is printed is
// read by another program.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { commandLine, computer, root } from "./harness.mjs";

/** A day, so many days from today, ISO: only what is over can have been held. */
const day = (days) => {
  const at = new Date(Date.now() + days * 86_400_000);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
};
const [DAY, NEXT] = [day(-28), day(0)];
/** The first day of the fiscal year in which it is held. */
const APRIL = `${Number(DAY.slice(0, 4)) - (DAY.slice(5) < "04-01" ? 1 : 0)}-04-01`;
const PLACE = "市役所本庁舎　第１・２会議室";
const ITEM = "移動支援の担い手の確保について";
const NAMES = [
  ["𠮷﨑", "太郎"],
  ["渡邉\u{E0102}", "花子"],
];
const sample = (name) => join(root, "assets/sample/files", name);

let pc, page, folder, meeting, next, seen;

/** Each step needs the one before. */
let broken = false;
const step = (name, work) =>
  test(name, async (t) => {
    if (broken) return t.skip("a step before it failed");
    broken = true;
    await work();
    broken = false;
  });

before(async () => {
  pc = await computer();
  folder = join(pc.folder, "home", "協議会");
  execFileSync(commandLine, ["new", folder], { env: pc.env, stdio: "ignore" });
  page = await pc.window([folder]);
  await page.find("heading", "今日");
  for (const [family, given] of NAMES) {
    const person = await output("add_person", { family, given, family_kana: "てすと", given_kana: "てすと", publication: "name" });
    const seat = await output("add_seat", { body: "zentaikai", category: 1, filler: "person", nominator: "円卓大学 福祉学部", from: APRIL });
    await page.ask("appoint_member", { body: "zentaikai", person, seat, category: 1, start: APRIL });
  }
  await page.ask("set_quorum_rule", { body: "全体会", share: "more_than_half", online: true });
  seen = 0;
});
after(() => pc?.stop());

const output = async (name, args) => (await page.ask(name, args)).output;
const agenda = async (id = meeting) => (await page.ask("list_agenda", { meeting: id })).items;
const full = ([family, given]) => `${family}　${given}`;
/** As the driver compares names of things: with plain spaces. */
const plain = (text) => text.replace(/\s+/g, " ");

/** Opens a tab of the meeting's page. */
async function tab(key, id = meeting) {
  await page.run((to) => (location.hash = to), `#/meetings/${id}?tab=${key}`);
  await page.until(() => page.run((to) => location.hash.includes(to), id), "the meeting's page");
}

/** Prints what is shown and answers its words, without spaces. */
async function printed() {
  await page.click("button", "PDFを開いて印刷");
  const all = await page.until(async () => (pc.opened().length > seen ? pc.opened() : null), "the viewer is asked", 90_000);
  seen = all.length;
  assert.ok(existsSync(all.at(-1)), all.at(-1));
  return execFileSync("pdftotext", [all.at(-1), "-"], { encoding: "utf8" }).replace(/\s/g, "");
}

function named(text) {
  for (const [family, given] of NAMES) assert.ok(text.includes(family + given), `${family}${given} in\n${text.slice(0, 1500)}`);
}

step("it is planned, and its agenda comes from the template", async () => {
  await page.click("link", "会議");
  await page.click("button", "会議を加える");
  await page.choose("会議体", "全体会");
  await page.fill("開催日", DAY);
  await page.sees("のひな形");
  await page.fill("開始", "14:00");
  await page.fill("終了", "16:00");
  await page.fill("会場", PLACE);
  await page.click("button", "追加");
  await page.until(async () => !(await page.look("dialog", "")), "the dialog closes");
  const all = await page.ask("list_meetings", { body: "全体会", year: null });
  meeting = all.find((one) => one.date === DAY).id;
  await page.find("tab", "次第");
  assert.ok((await agenda()).some((item) => item.kind === "closing"), "from the template");
  await page.click("button", "項目を加える");
  await page.choose("種別", "協議");
  await page.fill("項目", ITEM);
  await page.click("button", "追加");
  await page.find("button", ITEM);
});

step("papers come as files", async () => {
  await page.click("tab", "資料");
  for (const [n, name] of ["report-gaishutsu.pdf", "map-hinan.png"].entries()) {
    await (await page.find("file", "")).type(sample(name));
    await page.until(async () => (await page.ask("list_papers", { meeting })).rows.length === n + 1, `${name} is a paper`);
  }
});

step("the notice is printed, a letter for each member", async () => {
  await tab("notice&part=letters");
  await page.sees("人を選択");
  const text = await printed();
  named(text);
  for (const words of ["開催について（通知）", ITEM, PLACE, "出欠回答書"]) assert.ok(text.includes(words.replace(/\s/g, "")), words);
  await page.ask("send_notice", { meeting, on: day(-42) });
});

step("replies are one key for each member, and one sends a proxy", async () => {
  await tab("notice&part=replies");
  const rows = (await page.ask("meeting_replies", { meeting })).rows;
  const proxy = rows.find((row) => row.name === full(NAMES[0]));
  const alone = rows.filter((one) => rows.filter((other) => other.name === one.name).length === 1);
  for (const row of alone.filter((one) => one !== proxy).slice(0, 4)) {
    await page.click("field", plain(`${row.name}　出席`));
    const answered = async () => (await page.ask("meeting_replies", { meeting })).rows.find((one) => one.appointment === row.appointment).answer === "attends";
    await page.until(answered, `${row.name} comes`);
  }
  await page.click("field", plain(`${proxy.name}　代理`));
  await page.fill(plain(`${proxy.name}の代理の人`), "辻󠄀　一枝");
  await page.press("\uE007");
  const found = async () => (await page.ask("meeting_replies", { meeting })).rows.find((one) => one.appointment === proxy.appointment);
  await page.until(async () => (await found()).proxy === "辻󠄀　一枝", "the proxy is named");
  await page.click("button", "出欠の記録に写す");
  await page.until(async () => (await page.ask("meeting_replies", { meeting })).untaken === 0, "taken over");
});

step("the packet goes out, and what comes late goes after it as replacement pages", async () => {
  await tab("papers");
  const packet = await printed();
  named(packet);
  assert.ok(packet.includes(ITEM) && packet.includes("資料2"), packet.slice(0, 800));
  await (await page.find("file", "")).type(sample("flyer-tsudoi.pdf"));
  await page.until(async () => (await page.ask("list_papers", { meeting })).rows.length === 3, "a late paper");
  await tab("delivery");
  await page.sees("変わったところが");
  await page.tidy();
  await page.click("button", "差替え資料を作る");
  const text = await printed();
  assert.ok(text.includes("資料3") && text.includes("追加"), text.slice(0, 1500));
  const sets = await page.ask("issued_sets", { meeting });
  assert.ok(sets.length === 2 && sets[0].is_replacement, JSON.stringify(sets[0]));
  await page.press("\uE00C");
});

step("on the day somebody comes late, and the quorum is said aloud", async () => {
  await tab("attendance");
  const { rows } = await page.ask("list_attendance", { meeting });
  const late = rows.find((row) => row.name === full(NAMES[1]));
  await page.click("field", plain(`${late.name}　遅参`));
  await page.fill(plain(`${late.name}の来た時刻`), "1410");
  await page.click("button", "出欠を保存");
  await page.sees("から遅れて出席する旨の御連絡");
  await page.sees("定足数である過半数");
  const after = await page.ask("list_attendance", { meeting });
  assert.equal(after.rows.find((row) => row.name === late.name).came, "14:10");
  assert.equal(after.rows.find((row) => row.name === full(NAMES[0])).proxy, "辻󠄀　一枝");
});

step("an officer is elected, without objection", async () => {
  const elections = await page.ask("meeting_elections", { meeting });
  const title = elections.titles.find((one) => one.title === "副会長");
  const chair = elections.titles.find((one) => one.title === "会長");
  const free = elections.members.find((member) => ![...title.holders, ...chair.holders].some((name) => name.startsWith(member.name)));
  await tab("record");
  await page.click("button", "選出を記録");
  await page.choose("役職", "副会長");
  await page.choose("選ばれた委員", free.name);
  await page.sees("副会長に選出された。");
  await page.click("button", "選出を記録する");
  await page.until(async () => !(await page.look("dialog", "")), "the dialog closes");
  const done = await page.ask("meeting_elections", { meeting });
  assert.ok(done.elections.some((line) => line.title === "副会長" && line.elected.some((one) => one.person === free.id)));
});

step("what there was no time for returns in the next meeting's agenda", async () => {
  const form = { body: "全体会", date: NEXT, start: "14:00", end: "16:00", place: PLACE, agenda: "fitting" };
  next = await output("add_meeting", form);
  await tab("agenda");
  await page.click("button", ITEM);
  await page.choose("この会議で終わらなかったとき", "時間切れ");
  await page.click("button", "保存");
  await page.until(async () => (await agenda()).find((item) => item.title === ITEM).left?.why === "out_of_time", "left over");
  await page.until(async () => !(await page.look("dialog", "")), "the dialog closes");
  await tab("agenda", next);
  await page.find("button", `${ITEM}（継続）`);
  await page.sees("からの持越し");
  assert.equal((await agenda(next)).find((item) => item.title.startsWith(ITEM)).carried.times, 1);
});

step("minutes begin with a skeleton; what is typed is saved, with what was decided", async () => {
  await page.ask("set_meeting_day", { meeting, opened: "14:00", closed: "16:00", admitted: 2 });
  await page.ask("set_meeting_state", { meeting, state: "held" });
  await tab("minutes");
  await page.click("button", "ひな形から始める");
  await page.find("field", "1番の文");
  await page.click("button", `「${plain(await heading(ITEM))}」に項目を加える`);
  const number = (await page.run(() => document.activeElement.getAttribute("aria-label"))).replace(/番の.*/, "");
  await page.choose(`${number}番の種類`, "決定");
  const field = await page.find("field", `${number}番の文`);
  await field.insert("移動支援の担い手について、次回も協議を続ける。");
  const decided = async () => (await page.ask("minutes_page", { meeting })).entries.find((one) => one.kind === "decision" && one.text.includes("担い手"));
  assert.ok((await page.until(decided, "the decision is saved")).decision.number > 0);
});

step("members are asked for corrections", async () => {
  await tab("minutes&part=round");
  await page.click("button", "会議録案を委員に送る");
  await page.fill("送った日", day(-7));
  await page.click("button", "会議録案を委員に送る");
  await page.until(async () => (await page.ask("minutes_page", { meeting })).round.sent_on === day(-7), "sent");
  await page.until(async () => !(await page.look("dialog", "")), "the dialog closes");
});

step("the next meeting makes them final in one click, and they are printed", async () => {
  await page.ask("set_meeting_state", { meeting: next, state: "held" });
  await tab("minutes&part=round", next);
  const title = (await page.ask("minutes_page", { meeting: next })).to_approve.find((one) => one.value === meeting).label;
  await page.click("button", plain(title));
  await page.until(async () => (await page.ask("minutes_page", { meeting })).frozen, "final");
  await tab("minutes&part=documents");
  const text = await printed();
  named(text);
  for (const words of ["会議録", "辻󠄀一枝", "傍聴者", "2人", "移動支援の担い手について、次回も協議を続ける。", "副会長", "（選出）"]) {
    assert.ok(text.includes(words), `${words} in\n${text.slice(0, 3000)}`);
  }
  assert.ok(!text.includes("会議録（案）"), "final");
  assert.deepEqual(pc.log(), []);
});

/** An item of the agenda as the minutes' screen names it. */
async function heading(title) {
  const item = (await page.ask("minutes_page", { meeting })).items.find((one) => one.title === title);
  return [item.number, item.title].filter(Boolean).join("　");
}
