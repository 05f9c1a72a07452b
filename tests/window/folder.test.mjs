// A council's folder in the real window: who comes second, and what is missing.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { commandLine, computer } from "./harness.mjs";

let pc, folder;

before(async () => {
  pc = await computer();
  folder = join(pc.folder, "home", "協議会");
  execFileSync(commandLine, ["new", folder], { env: pc.env, stdio: "ignore" });
});

after(() => pc?.stop());

test("a second window says who has the folder, and opens it for reading", async () => {
  const first = await pc.window([folder]);
  await first.find("heading", "今日");
  const second = await pc.window([folder]);
  await second.find("heading", "協議会を開けませんでした");
  assert.match(await second.text(), /このパソコンの別のウィンドウで開いています/);
  await second.click("button", "読み取り専用で開く");
  await second.find("heading", "今日");
  assert.equal((await second.ask("start")).desk.read_only, true);
  const refused = await second.ask("add_organization", { name: "試験の会" }).then(
    () => "written",
    (error) => error.message,
  );
  assert.match(refused, /書き込めません/);
  await first.close();
  await second.close();
});

test("when the first is gone, the next has the folder", async () => {
  const next = await pc.window([folder]);
  await next.find("heading", "今日");
  assert.equal((await next.ask("start")).desk.read_only, false);
  await next.close();
});

test("a damaged file is not opened; another way is offered", async () => {
  writeFileSync(join(folder, "council.entaku"), "これはデータベースではありません。".repeat(400));
  const page = await pc.window([folder]);
  await page.find("heading", "協議会を開けませんでした");
  await page.find("button", "別のフォルダーを選ぶ");
  await page.close();
});

test("a folder that is gone is named", async () => {
  rmSync(folder, { recursive: true });
  const page = await pc.window([folder]);
  await page.find("heading", "協議会を開けませんでした");
  assert.ok((await page.text()).includes(folder));
  await page.close();
});
