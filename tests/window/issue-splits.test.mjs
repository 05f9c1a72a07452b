// An issue in the real window that is split, merged, sent back by the plenary, carried on into
// the next year and closed there with the answer to who raised it; and one undo for each.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { computer } from "./harness.mjs";

let pc, page, whole, part, merged, next;
before(async () => {
  pc = await computer();
  page = await pc.window(["--sample"]);
  whole = await taken("外出の支援が足りない", "partner");
});
after(() => pc?.stop());

const output = async (name, args) => (await page.ask(name, args)).output;
const read = (issue) => page.ask("issue_page", { issue });
const stage = async (issue) => (await read(issue)).item.stage;

/** A new issue of May; of an organisation where it is a partner's. */
async function taken(title, inlet = "case_review") {
  const organizations = await page.ask("list_organizations", {});
  const raised_by = inlet === "partner" ? organizations[0].id : null;
  const record = { received_on: "R8.5.1", number: null, title, gist: title, field: "移動", level: "city", inlet, raised_by };
  return output("add_issue", { ...record, background: "", resources: "", measures: "", owner: "mieruka", due_on: null });
}

/** The heading of an issue's page. */
const heading = async (issue) => {
  const { item } = await read(issue);
  return `${item.number} ${item.title}`;
};

/** Opens an issue's page. */
async function open(issue, title) {
  // What is asked past the screen is read anew by a screen that opens.
  await page.run(() => (location.hash = "#/issues"));
  await page.sees("課題を受け付ける");
  await page.run((to) => (location.hash = to), `#/issues/${issue}`);
  await page.find("heading", title);
  await page.sees("経過を記録");
}

/** Records what the rules ask of the plenary of June. */
async function plenary(issue, ...stages) {
  const held = (await page.ask("list_meetings", { body: "zentaikai", year: "R8" }))[0].id;
  for (const reached of stages) {
    const { received_on: day } = (await read(issue)).item;
    const step = { issue, day, stage: reached, body: null, meeting: held, text: "", owner: null, tasks: [] };
    await output("record_issue_step", step);
  }
}

async function more(name) {
  await page.click("button", "そのほか");
  await page.click("button", name);
}

const gone = (title) => page.until(async () => !(await page.look("dialog", title)), "the dialog closes");

test("an issue is split in two, and one undo joins it again", async () => {
  await open(whole, await heading(whole));
  await more("分割する");
  await page.fill("新しい課題1の件名", "通院の足が足りない");
  await page.fill("新しい課題2の件名", "余暇の外出が少ない");
  await page.fill("理由", "対応が違うため");
  await page.click("button", "分割する");
  await page.until(async () => (await read(whole)).descendants.length === 2, "it is split");
  assert.equal(await stage(whole), "closed");
  await page.click("heading", "経過");
  await page.press("\uE009", "z");
  await page.until(async () => (await read(whole)).descendants.length === 0, "it is whole again");
  assert.equal(await stage(whole), "received");
  await page.press("\uE009", "y");
  await page.until(async () => (await read(whole)).descendants.length === 2, "it is split again");
  part = (await read(whole)).descendants.find((one) => one.title.startsWith("通院")).issue;
});

test("a part is merged with another issue, and the answer is owed by what they become", async () => {
  await taken("買物の足が足りない");
  await open(part, await heading(part));
  await more("統合する");
  await page.fill("統合する課題を選ぶ", "買物の足が足りない");
  await page.press("\uE015", "\uE007");
  await page.sees("除く");
  await page.fill("新しい課題の件名", "移動の支援が足りない");
  await page.fill("理由", "同じ担い手の話のため");
  await page.click("button", "統合する");
  await page.until(async () => (await stage(part)) === "closed", "the part ends");
  merged = (await read(part)).descendants.at(-1).issue;
  const shown = await read(merged);
  assert.equal(shown.owes_feedback || shown.parts_to_tell.length > 0, true);
});

test("the plenary sends it back, and the year ends with an issue that carries it on", async () => {
  await plenary(merged, "reported", "returned");
  assert.equal(await stage(merged), "returned");
  await open(merged, await heading(merged));
  await page.sees("差戻し");
  await more("新しい課題に引き継ぐ");
  await page.fill("新しい課題の件名", "移動の支援（２年目）");
  await page.fill("理由", "次の年度も続けるため");
  await page.click("button", "引き継ぐ");
  await page.sees("引き継いだ元の課題");
  next = (await read(merged)).descendants.at(-1).issue;
  assert.equal(await stage(merged), "closed");
});

test("it is closed only when who raised it has been told", async () => {
  const { received_on: day } = (await read(next)).item;
  const close = { issue: next, day, stage: "closed", body: null, meeting: null, text: "", owner: null, tasks: [] };
  await assert.rejects(page.ask("record_issue_step", close));
  assert.notEqual(await stage(next), "closed");
  await output("set_feedback", { issue: next, on: day, reason: null });
  const { parts_to_tell } = await read(next);
  for (const one of parts_to_tell) await output("set_feedback", { issue: one.issue, on: day, reason: null });
  await page.click("button", "経過を記録");
  await page.choose("段階", "終結");
  await page.click("button", "記録する");
  await page.until(async () => (await stage(next)) === "closed", "it is closed");
  await gone("経過");
  const { ancestors } = await read(next);
  assert.ok(ancestors.length >= 4, "all that it came out of is told");
});
