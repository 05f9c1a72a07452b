// One issue all the way in the real window: a case that is kept apart, its gist in the
// ledger, sorted, made a theme, asked of a subcommittee, reported, approved, proposed to the
// mayor, answered, told to the organisation that brought it. Each step is recorded on its
// screen, and the paper that the office makes at that step is read by another program.
//
//   ENTAKU_PICTURES=folder   the pages and the screens are kept there as pictures
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { commandLine, computer, root } from "./harness.mjs";

/** A day, so many days from today, ISO: only what is over can have been held. */
const day = (days) => {
  const at = new Date(Date.now() + days * 86_400_000);
  return `${at.getFullYear()}-${String(at.getMonth() + 1).padStart(2, "0")}-${String(at.getDate()).padStart(2, "0")}`;
};
const PASS = "mieruka-kaigi 2026";
const NAME = "鰐淵　波留子";
const GIST = "夜間にひとりで外へ出る人を、家族だけで見守っている。";
const TITLE = "夜間の見守りの担い手が足りない";
const BROUGHT = "見本市夜間支援の会";
const pictures = process.env.ENTAKU_PICTURES;

/** The meetings, in the order in which they are held. */
const HELD = [
  ["sorting", "地域事例みえるか会議", day(-98)],
  ["theme", "運営会議", day(-84)],
  ["asked", "全体会", day(-70)],
  ["deliberated", "地域生活支援部会", day(-50)],
  ["approved", "全体会", day(-30)],
];
const meetings = {};

let pc, page, folder, issue, proposal, seen;

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
  seen = 0;
  if (pictures) mkdirSync(pictures, { recursive: true });
});
after(() => pc?.stop());

/** Writing the vault is work, and much of it in a quick build. */
const PATIENCE = 240_000;
const shown = (words) => page.until(async () => (await page.text()).includes(words), words, PATIENCE);

const read = () => page.ask("issue_page", { issue });
const stage = async () => (await read()).item.stage;
const closed = () => page.until(async () => !(await page.look("dialog", "")), "the dialog closes");
const bare = (text) => text.replace(/\s/g, "");

/** Chooses in a field that offers what fits what is typed. */
async function pick(label, words) {
  await page.fill(label, words);
  await page.find("option", words.replace(/\s+/g, " "));
  await page.press("\uE015", "\uE007");
}

/** Chooses in a list, once what it offers has been read. */
const choose = (label, words) => page.until(() => page.choose(label, words).then(() => true, () => false), `${label}: ${words}`);

/** Goes to a view of the issues. */
async function view(name) {
  await page.click("link", "課題");
  await page.click("tab", name);
}

/** Goes to the issue's page, by its row in the table. */
async function open() {
  const { item } = await read();
  await page.run((to) => (location.hash = to), `#/issues/${issue}`);
  await page.find("heading", `${item.number} ${item.title}`);
  await page.sees("経過を記録");
}

async function shoot(name) {
  if (pictures) writeFileSync(join(pictures, `${name}.png`), await page.picture());
}

/** Prints what is shown and answers its words, without spaces; nothing of the case is in it. */
async function printed(name, ...expected) {
  await page.until(() => page.look("button", "PDFを開いて印刷"), "the document", PATIENCE);
  await shoot(`${name}-screen`);
  await page.click("button", "PDFを開いて印刷");
  const all = await page.until(async () => (pc.opened().length > seen ? pc.opened() : null), "the viewer is asked", 120_000);
  seen = all.length;
  const file = all.at(-1);
  if (pictures) execFileSync("pdftoppm", ["-r", "70", "-png", file, join(pictures, name)]);
  const text = bare(execFileSync("pdftotext", [file, "-"], { encoding: "utf8" }));
  for (const words of expected) assert.ok(text.includes(bare(words)), `${words} in\n${text.slice(0, 4000)}`);
  for (const words of ["鰐淵", "波留子", "わにぶち", "0467-99-8765", "三丁目12番"]) assert.ok(!text.includes(words), `${words} left`);
  return text;
}

/** The meeting as it is offered in lists. */
const called = async (key) => (await page.ask("list_meetings", { body: null, year: null })).find((m) => m.id === meetings[key]).title;

/** Records a step of the issue at a meeting. */
async function record({ kind, to, at, text, owner }) {
  await open();
  await page.click("button", "経過を記録");
  await page.find("field", "段階");
  if (kind) await choose("経過の種類", kind);
  if (to) await choose("段階", to);
  await pick("会議", await called(at));
  await page.fill("内容", text);
  if (owner) await choose(kind ? "依頼する会議体" : "これからの担当", owner);
  await page.click("button", "記録する");
  await closed();
}

/** Adds a meeting that was held, and puts the issue on its agenda. */
async function hold(key) {
  const [, body, on] = HELD.find(([name]) => name === key);
  await page.click("link", "会議");
  await page.click("button", "会議を加える");
  await choose("会議体", body);
  await page.fill("開催日", on);
  await page.sees("のひな形");
  await page.fill("会場", "市役所本庁舎　第１会議室");
  await page.click("button", "追加");
  await closed();
  meetings[key] = (await page.ask("list_meetings", { body, year: null })).find((m) => m.date === on).id;
  await page.find("tab", "次第");
  await page.until(async () => (await page.text()).includes("次第に載せる候補") || (await onAgenda(key)), "what is offered");
  if (!(await onAgenda(key))) {
    const more = await page.look("button", "ほかの候補");
    if (more) await more.click();
    await page.click("button", `「${(await offered(key)).title}」を次第に載せる`);
    await page.until(() => onAgenda(key), "the issue is on the agenda");
  }
}

const offered = async (key) => (await page.ask("agenda_offers", { meeting: meetings[key] })).find((one) => one.title.includes(TITLE));
const onAgenda = async (key) => (await page.ask("list_agenda", { meeting: meetings[key] })).items.some((item) => item.title.includes(TITLE));

/** Makes the agenda of a meeting on the screen of documents. */
async function agenda(key, ...expected) {
  await page.click("link", "文書");
  await page.click("link", "次第");
  await choose("会議", (await called(key)).replace(/^[^　]*　/, ""));
  await printed(`agenda-${key}`, TITLE, ...expected);
}

step("a vault is begun for the cases, and a case is entered", async () => {
  await view("事例（別保管）");
  await page.fill("合言葉", PASS);
  await page.fill("合言葉（もう一度）", PASS);
  await page.click("button", "始める");
  await shown("事例はまだありません。");
  await page.click("button", "事例を受ける");
  for (const [label, words] of [
    ["氏名", NAME],
    ["ふりがな", "わにぶち　はるこ"],
    ["生年月日", "S60.5.3"],
    ["電話番号", "0467-99-8765"],
    ["受給者証番号", "1414999321"],
    ["住所", "見本市中央町三丁目12番7号"],
    ["利用事業所", "ひなげし作業所"],
    ["受けた日", day(-103)],
    ["受けた相手", BROUGHT],
    ["状況", "夜間にひとりで外へ出てしまい、母が起きて付き添っている。"],
    ["匿名化した要旨", `鰐淵さんの${GIST}`],
  ]) {
    await page.fill(label, words);
  }
  await page.click("button", "事例を保存");
  await shown("地域課題にする");
  await closed();
  await shoot("case");
});

step("its gist goes to the ledger once nothing in it points at the person", async () => {
  await page.click("button", "地域課題にする");
  await page.fill("件名", TITLE);
  await page.sees("この事例の語");
  await shoot("case-marks");
  await page.fill("課題の要旨", GIST);
  await page.sees("個人が分かる語は、見つかりませんでした。");
  await page.fill("分野", "生活");
  await page.fill("受付日", day(-100));
  await page.fill("提起した団体", BROUGHT);
  await page.click("button", "課題として受け付ける");
  await shown("経過を記録");
  await closed();
  issue = (await page.run(() => location.hash)).split("/").at(-1).split("?")[0];
  const { item } = await read();
  assert.deepEqual([item.stage, item.title, item.received_on], ["received", TITLE, day(-100)]);
  assert.equal((await read()).owes_feedback, true);
  await page.sees("事例R");
  assert.ok(!(await page.text()).includes("鰐淵"));
});

step("the case review sorts it, and it stands in the table of issues", async () => {
  await hold("sorting");
  await record({ to: "整理中", at: "sorting", text: "同じような声が、ほかに４つの事業所から出ている。" });
  assert.equal(await stage(), "sorting");
  await page.click("link", "文書");
  await page.click("link", "課題整理表");
  await printed("issue-table", TITLE, "整理中");
});

step("the steering meeting makes it a theme", async () => {
  await record({ to: "整理中", at: "sorting", text: "テーマ案として運営会議に出す。", owner: "運営会議" });
  await hold("theme");
  await record({ to: "テーマ案", at: "theme", text: "夜間の見守りを、今年度のテーマ案とする。", owner: "全体会" });
  assert.equal(await stage(), "theme");
  await agenda("theme", "運営会議");
});

step("the plenary asks a subcommittee to discuss it", async () => {
  await hold("asked");
  await record({ kind: "協議依頼", at: "asked", text: "対応策を検討し、次の全体会に報告する。", owner: "地域生活支援部会" });
  assert.equal(await stage(), "deliberating");
  await agenda("asked", "全体会");
});

step("the subcommittee discusses it, and reports", async () => {
  await hold("deliberated");
  await record({ at: "deliberated", to: "協議中", text: "見守りの輪番と、緊急時の短期入所の枠を設ける。", owner: "全体会" });
  await agenda("deliberated", "地域生活支援部会");
  await view("部会の計画・報告");
  await page.click("button", "地域生活支援部会");
  await page.click("button", "テーマを追加");
  await page.fill("テーマ", "夜間の見守り");
  await choose("課題を選んで加える", TITLE);
  await page.click("button", "保存");
  await closed();
  await page.click("button", "活動報告");
  await page.click("button", "印刷・保存");
  await printed("sub-report", "地域生活支援部会", "夜間の見守り");
  await page.press("\uE00C");
  await page.press("\uE00C");
});

step("it is reported to the plenary, which approves it", async () => {
  await hold("approved");
  await record({ to: "報告済", at: "approved", text: "地域生活支援部会から報告を受けた。" });
  await record({ to: "承認", at: "approved", text: "市への提案とすることを承認した。" });
  assert.equal(await stage(), "approved");
  await page.run((to) => (location.hash = to), `#/meetings/${meetings.approved}?tab=papers`);
  await page.until(() => page.run((to) => location.hash.includes(to), meetings.approved), "the meeting's page");
  await (await page.find("file", "")).type(join(root, "assets/sample/files/report-gaishutsu.pdf"));
  const papers = async () => (await page.ask("list_papers", { meeting: meetings.approved })).rows.length;
  await page.until(async () => (await papers()) === 1, "the paper is taken in", PATIENCE);
  await printed("packet", TITLE, "全体会", "資料1");
});

step("a proposal to the mayor rests on it", async () => {
  await view("提案");
  await page.click("button", "提案を作る");
  await page.fill("件名", "夜間の見守り体制の整備について");
  await choose("種類", "提言");
  await pick("提案先", "市長");
  await page.fill("提案の内容", "夜間の見守りの輪番に係る費用を、市の事業として支えること。");
  await pick("課題を加える", TITLE);
  await pick("会議を加える", await called("deliberated"));
  await page.click("button", "作る");
  await closed();
  await page.find("heading", "夜間の見守り体制の整備について", 0);
  proposal = (await page.ask("list_proposals", {})).find((one) => one.title.startsWith("夜間の見守り体制")).id;
  await page.click("button", "承認を記録");
  await pick("承認した全体会", await called("approved"));
  await page.click("button", "記録する");
  await closed();
  await printed("proposal", "提言第", "市長", "夜間の見守り体制の整備について", "夜間の見守りの輪番に係る費用");
  await page.click("tab", "送付文");
  await page.fill("文書の日付", day(-21));
  await printed("proposal-letter", "夜間の見守り体制の整備について");
  await page.click("button", "送付を記録");
  await page.fill("送付の日", day(-21));
  await page.click("button", "記録する");
  await closed();
  assert.equal(await stage(), "proposed");
});

step("the mayor answers, and it goes into plan and budget", async () => {
  await page.click("button", "回答を記録");
  await page.fill("回答の日", day(-9));
  await page.fill("回答の内容", "来年度から、見守りの輪番を市の事業として始める。");
  await page.click("button", "記録する");
  await closed();
  assert.equal(await stage(), "answered");
  await page.click("button", "結果を記録");
  await page.fill("結果の日", day(-5));
  await page.fill("講じられた措置", "夜間見守り事業を新しく設ける。");
  await page.fill("反映先の予算の事業名", "夜間見守り事業費");
  await page.click("button", "記録する");
  await closed();
  assert.equal(await stage(), "answered", "it waits until who brought it has been told");
  await shoot("proposal-page");
});

step("who brought the case is told what became of it, and the issue is at its end", async () => {
  await view("フィードバック");
  const { item } = await read();
  await page.click("field", `${item.number} ${item.title}`);
  await printed("feedback-letter", BROUGHT, TITLE, "見守りの輪番を市の事業として始める");
  await page.click("button", "報告した日を記録");
  await page.fill("報告した日", day(-1));
  await page.click("button", "記録する");
  await closed();
  assert.equal(await stage(), "reflected");
});

step("its history sheet tells the whole way on one page", async () => {
  await open();
  await shoot("issue-page");
  await page.click("button", "そのほか");
  await page.click("button", "課題カルテを作る");
  const text = await printed("issue-card", TITLE, "受付", "整理中", "テーマ案", "協議依頼", "報告済", "承認", "提案済", "回答済", "反映", BROUGHT);
  assert.ok(text.includes("夜間の見守り体制の整備について"));
  assert.deepEqual(pc.log(), []);
});

step("nothing of the case lies outside its file", async () => {
  await page.ask("close_case_vault", {});
  const bytes = readFileSync(join(folder, "council.entaku"));
  for (const words of ["鰐淵", "波留子", "0467-99-8765", "1414999321"]) assert.ok(!bytes.includes(Buffer.from(words)), words);
});
