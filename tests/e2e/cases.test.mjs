// Cases, kept apart (事例の別保管): begun with a passphrase, a case received, its gist
// marked and taken up as an issue, the words of the case stopped in a document, the
// vault closed, opened again, a case destroyed.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { readFileSync } from "node:fs";
import { root, sizes, start } from "./harness.mjs";

const PASS = "mieruka-kaigi 2026";

let desk;
before(async () => {
  desk = await start({ size: sizes.small });
});
after(() => {
  // What is refused is refused by the core; the browser notes every refusal.
  if (desk) desk.problems = desk.problems.filter((problem) => !problem.includes("422"));
  return desk?.stop();
});

const page = () => desk.page;
const dialog = () => desk.page.getByRole("dialog");
const button = (name) => desk.page.getByRole("button", { name, exact: true });
const field = (name) => desk.page.getByLabel(name);

describe("the vault of cases", () => {
  it("is begun with a passphrase that is long enough and typed twice", async () => {
    await desk.go("issues?view=cases");
    await field(/^合言葉必須/).fill("short");
    await field(/^合言葉（もう一度）/).fill("short");
    await button("始める").click();
    await page().getByText("合言葉が短すぎます").waitFor();
    await desk.axe();
    await field(/^合言葉必須/).fill(PASS);
    await field(/^合言葉（もう一度）/).fill(PASS);
    await button("始める").click();
    await page().getByText("事例はまだありません。").waitFor();
    await desk.axe();
  });

  it("receives a case", async () => {
    await button("事例を受ける").click();
    await dialog().getByLabel(/^氏名/).fill("鰐淵　波留子");
    await dialog().getByLabel("電話番号").fill("0467-99-8765");
    await dialog().getByLabel("状況").fill("夜間にひとりで外へ出る。");
    await dialog().getByLabel("匿名化した要旨").fill("鰐淵さんの夜間の見守りの担い手が足りない。");
    await desk.axe();
    await dialog().getByRole("button", { name: "事例を保存" }).click();
    await page().getByRole("heading", { name: "事例R8-001" }).waitFor();
    await desk.axe();
  });

  it("lets the gist go when each mark is gone or has its reason", async () => {
    await button("地域課題にする").click();
    await dialog().getByLabel(/^件名/).fill("夜間の見守り");
    await dialog().getByText("この事例の語").first().waitFor();
    await desk.axe();
    await dialog().getByRole("button", { name: "課題として受け付ける" }).click();
    await dialog().getByText("課題にする文章に、事例の氏名").first().waitFor();
    await dialog().getByLabel("課題の要旨").fill("夜間の見守りの担い手が足りない。");
    await dialog().getByText("個人が分かる語は、見つかりませんでした。").waitFor();
    await dialog().getByRole("button", { name: "課題として受け付ける" }).click();
    await page().getByRole("heading", { level: 1, name: /夜間の見守り/ }).waitFor();
    await page().getByText("事例R8-001").first().waitFor();
    assert.ok(!(await page().locator("main").innerText()).includes("鰐淵"));
  });

  it("is closed by hand, and opened by its passphrase only", async () => {
    await desk.go("issues?view=cases");
    await button("閉じる").first().click();
    await field(/^合言葉必須/).fill("not the right one");
    await button("開く").click();
    await page().getByText("合言葉が違います。").waitFor();
    await desk.axe();
    await field(/^合言葉必須/).fill(PASS);
    await page().keyboard.press("Enter");
    await page().getByRole("cell", { name: "鰐淵　波留子" }).waitFor();
  });

  it("stops a file whose name holds a word of a case, until there is a reason", async () => {
    const meeting = (await desk.call("list_meetings", { body: "全体会", year: "R8" }))[1].id;
    await desk.go(`meetings/${meeting}?tab=papers`);
    const papers = async () => (await desk.call("list_papers", { meeting })).rows.length;
    const before = await papers();
    const file = (name) => ({ name, mimeType: "application/pdf", buffer: readFileSync(`${root}assets/sample/files/report-gaishutsu.pdf`) });
    await page().locator("input[type=file]").first().setInputFiles(file("鰐淵波留子.pdf"));
    await dialog().getByText("ファイル名「鰐淵波留子.pdf」に、事例の氏名").first().waitFor();
    await desk.axe();
    await dialog().getByRole("button", { name: "やめる" }).click();
    await dialog().waitFor({ state: "hidden" });
    assert.equal(await papers(), before);
    await page().locator("input[type=file]").first().setInputFiles(file("鰐淵波留子.pdf"));
    await dialog().getByLabel(/^そのままでよい理由/).fill("本人が名のって発表する資料のため");
    await dialog().getByRole("button", { name: "理由を残して続ける" }).click();
    await page().getByRole("button", { name: /鰐淵波留子/ }).first().waitFor();
    assert.equal(await papers(), before + 1);
  });

  it("shows what was let go and until when cases are kept", async () => {
    await desk.go("issues?view=cases");
    await page().getByRole("tab", { name: "外に出した記録" }).click();
    await page().getByRole("cell", { name: "本人が名のって発表する資料のため" }).waitFor();
    await page().getByText("事例R8-001の要旨を課題").first().waitFor();
    await desk.axe();
    await page().getByRole("tab", { name: "保存期限" }).click();
    await page().getByText("保存期限を過ぎた事例は、ありません。").waitFor();
    await desk.axe();
    await page().getByRole("button", { name: "R8-001" }).click();
    await page().getByRole("heading", { name: "事例R8-001" }).waitFor();
  });

  it("destroys a case for good", async () => {
    await page().getByRole("cell", { name: "鰐淵　波留子" }).click();
    await button("廃棄する").click();
    await dialog().getByText("元に戻せません").waitFor();
    await desk.axe();
    await dialog().getByRole("button", { name: "廃棄する" }).click();
    await page().getByText(/に廃棄/).first().waitFor();
    assert.ok(!(await page().locator("main").innerText()).includes("鰐淵"));
  });
});
