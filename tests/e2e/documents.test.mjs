// Documents (文書): looked at, printed, saved; the ledger keeps exactly what left.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { start } from "./harness.mjs";

let desk;
let folder;
before(async () => {
  desk = await start();
  folder = mkdtempSync(join(tmpdir(), "entaku-documents-"));
});
after(async () => {
  rmSync(folder, { recursive: true, force: true });
  // A public edition that may point at a person is refused; the browser notes every refusal.
  if (desk) desk.problems = desk.problems.filter((problem) => !problem.includes("422"));
  await desk?.stop();
});

const print = () => desk.page.getByRole("button", { name: "PDFを開いて印刷" });
const ledger = () => desk.call("list_issued", { year: null, kind: null, readers: null, text: null });
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

describe("the list of documents", () => {
  it("offers every document by keyboard, and nothing is made before one is chosen", async () => {
    await desk.go("documents");
    assert.equal(await desk.page.locator("h1").innerText(), "文書");
    const list = desk.page.getByRole("navigation", { name: "文書の一覧" });
    assert.equal(await list.getByRole("link").count(), 32);
    await desk.axe();
    await list.getByRole("link", { name: "委員名簿" }).focus();
    await desk.page.keyboard.press("Enter");
    await print().waitFor();
  });

  it("makes each of them", async () => {
    const kinds = ["relationship_chart", "composition_chart", "agenda", "seating", "issue_table", "issue_cards"];
    for (const kind of kinds) {
      await desk.go(`documents/${kind}`);
      await print().waitFor({ timeout: 60_000 });
    }
    await desk.axe();
  });
});

describe("the roster", () => {
  it("tells beforehand what Shift_JIS would lose", async () => {
    await desk.go("documents/roster");
    await desk.page.getByText(/Shift_JISにない文字が\d+か所あります/).waitFor();
    await desk.page.getByRole("button", { name: "失われる文字の一覧" }).click();
    const row = desk.page.getByRole("dialog").getByRole("row").filter({ hasText: "U+20BB7" }).first();
    assert.match(await row.innerText(), /𠮷[\s\S]*〓/);
    assert.equal(await desk.page.getByRole("dialog").getByText("U+2474").count(), 0, "(1) says the same");
    await desk.axe();
    await desk.page.keyboard.press("Escape");
  });

  it("is printed, and the ledger has a line that undo does not take back", async () => {
    await desk.page.getByLabel("公表用").check();
    await print().waitFor();
    await print().click();
    await desk.page.waitForFunction(() => !document.querySelector("[aria-busy='true']"));
    const [line] = await ledger();
    assert.deepEqual([line.kind, line.readers, line.way, line.is_pdf], ["roster", "public", "printed", true]);
    const opened = await desk.opened();
    assert.equal(sha256(readFileSync(opened.at(-1))), line.sha256, "exactly what was handed over is kept");
    const undo = await desk.call("undoable");
    assert.equal(undo.undo, null, "there is nothing to take back");
  });

  it("is saved as Excel where the user says", async () => {
    const path = join(folder, "名簿.xlsx");
    await desk.answer(path);
    await desk.page.getByRole("button", { name: "ほかの形式で保存" }).click();
    await desk.page.getByRole("button", { name: "Excel（.xlsx）" }).click();
    await desk.page.getByText("保存しました").waitFor();
    const [line] = await ledger();
    assert.deepEqual([line.way, line.place, line.pages, line.is_pdf], ["saved", path, null, false]);
    assert.equal(sha256(readFileSync(path)), line.sha256);
  });
});

describe("a public table of issues", () => {
  it("stops where something points at a person, until somebody has looked", async () => {
    const issue = {
      received_on: "R8.10.1",
      number: null,
      title: "通院の足",
      gist: "佐藤さんの通院に付き添う人がいない。",
      background: "",
      resources: "",
      measures: "",
      field: "移動",
      level: "city",
      inlet: "case_review",
      raised_by: null,
      owner: "mieruka",
      due_on: null,
    };
    await desk.call("add_issue", issue);
    await desk.go("documents/issue_table");
    await desk.page.getByLabel("公表用").check();
    await desk.page.getByText(/氏名らしい語「佐藤」/).waitFor();
    await desk.axe();
    await desk.page.getByLabel("個人が分からないことを確かめました").check();
    await print().waitFor();
  });
});

describe("the ledger of what was issued", () => {
  it("shows the very file and prints it again, the same to the byte", async () => {
    await desk.go("documents/ledger");
    const rows = desk.page.locator("tbody tr");
    assert.equal(await rows.count(), 2);
    await rows.nth(1).locator(".row-open").click();
    await desk.page.getByText("出した日時").waitFor();
    await desk.page.getByRole("button", { name: "同じものを開いて印刷" }).click();
    await desk.page.getByText("出した文書の控えを開きました").waitFor();
    await desk.settled();
    await desk.axe();
    const lines = await ledger();
    assert.equal(lines.length, 3);
    assert.deepEqual([lines[0].sha256, lines[0].time], [lines[2].sha256, 2]);
    assert.equal(sha256(readFileSync((await desk.opened()).at(-1))), lines[0].sha256);
  });

  it("is found by words and readers", async () => {
    await desk.page.getByLabel("用途").selectOption("public");
    await desk.page.getByText("3件", { exact: true }).waitFor();
    await desk.page.getByLabel("検索", { exact: true }).fill("課題");
    await desk.page.getByText("当てはまる文書がありません").waitFor();
    await desk.page.getByLabel("検索", { exact: true }).fill("");
    await desk.page.getByLabel("用途").selectOption("");
  });

  it("leaves as a table itself, with a line of its own", async () => {
    const path = join(folder, "台帳.csv");
    await desk.answer(path);
    await desk.page.getByRole("button", { name: "台帳を保存" }).click();
    await desk.page.getByRole("button", { name: "CSV（UTF-8）" }).click();
    await desk.page.getByText("保存しました").waitFor();
    const text = readFileSync(path, "utf8");
    assert.match(text, /SHA-256/);
    assert.equal(text.trim().split("\r\n").length, 4);
    assert.equal((await ledger())[0].kind, "issued_ledger");
  });

  it("gives the kept file up for good, and keeps the line", async () => {
    const row = desk.page.locator("tbody tr").nth(1);
    await row.locator(".row-open").click();
    await desk.page.getByRole("button", { name: "控えを廃棄" }).click();
    await desk.page.getByRole("dialog").getByText("元に戻せません").waitFor();
    await desk.axe();
    await desk.page.getByRole("button", { name: "廃棄する" }).click();
    await desk.page.getByRole("dialog").waitFor({ state: "hidden" });
    const lines = await ledger();
    assert.equal(lines.length, 4);
    assert.equal(lines.filter((line) => !line.kept).length, 2, "the same bytes left twice");
  });
});
