// Rosters (名簿): columns saved under a name, filters, changes, figures; and the
// plates, cards, labels and envelopes of those who sit there.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { start } from "./harness.mjs";

let desk;
before(async () => {
  desk = await start();
});
after(async () => {
  // Labels without any address are refused; the browser notes every refusal.
  if (desk) desk.problems = desk.problems.filter((problem) => !problem.includes("422"));
  await desk?.stop();
});

const print = () => desk.page.getByRole("button", { name: "PDFを開いて印刷" });
const dialog = () => desk.page.getByRole("dialog");

describe("the page of rosters", () => {
  it("saves columns under a name and uses them", async () => {
    await desk.go("members/roster");
    await print().waitFor();
    await desk.page.getByRole("button", { name: "欄を選ぶ" }).click();
    await dialog().getByLabel("欄の組合せの名前").fill("照会用");
    await dialog().getByLabel("連絡先（内部用だけ）").check();
    await dialog().getByRole("button", { name: "連絡先を前へ" }).click();
    await desk.axe();
    await dialog().getByRole("button", { name: "この名前で保存" }).click();
    await dialog().waitFor({ state: "hidden" });
    const [set] = await desk.call("list_column_sets", {});
    assert.deepEqual([set.name, set.columns.at(-2)], ["照会用", "contact"]);
    assert.equal(await desk.page.getByLabel("載せる欄").inputValue(), set.id);
    await print().waitFor();
  });

  it("lists some members only", async () => {
    await desk.page.getByText("絞り込み", { exact: true }).click();
    await desk.page.getByLabel("役員だけ").check();
    await desk.page.getByText("絞り込み（一部の委員だけを載せています）").waitFor();
    await print().waitFor();
    await desk.axe();
  });

  it("tells what changed and how the body is made up", async () => {
    await desk.page.getByRole("tab", { name: "異動（新旧対照）" }).click();
    await print().waitFor();
    await desk.axe();
    await desk.page.getByRole("tab", { name: "構成の集計" }).click();
    await desk.page.getByLabel("公表用").check();
    await print().waitFor();
    await desk.axe();
  });
});

describe("plates and cards", () => {
  it("are made of those who are chosen", async () => {
    await desk.go("documents/table_cards");
    await print().waitFor();
    await desk.page.getByText("17人", { exact: true }).waitFor();
    await desk.page.getByRole("button", { name: "全員を外す" }).click();
    await desk.page.getByText("当てはまる人がいません。").waitFor();
    await desk.page.getByLabel("柏木　理一（会長）").check();
    await desk.page.getByText("17人のうち1人").waitFor();
    await print().waitFor();
    await desk.axe();
  });

  it("say who has no address", async () => {
    const person = { family: "辻󠄀", given: "無番地", family_kana: "つじ", given_kana: "むばんち", publication: "name" };
    const { output } = await desk.call("add_person", person);
    await desk.call("appoint_member", { body: "zentaikai", person: output, category: 2, start: "R8.9.1" });
    await desk.go("documents/address_labels");
    await desk.page.getByText(/住所が登録されていないため、入っていません（1件）：辻󠄀　無番地/).waitFor();
    await print().waitFor();
    await desk.axe();
  });
});
