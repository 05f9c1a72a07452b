// 庶務の委託: the council gives its data, whoever does the work opens them from the first screen
// and gives them back, the council sees each change, chooses where both changed, and takes it
// all back in one step.
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { sizes, start } from "./harness.mjs";

const room = mkdtempSync(join(tmpdir(), "entaku-consign-"));
const packages = () => readdirSync(room).filter((name) => name.endsWith(".entakupkg")).map((name) => join(room, name));

let city;
let office;
before(async () => {
  city = await start({ flags: ["--empty"], size: sizes.small });
  office = await start({ flags: ["--empty"], size: sizes.small });
  await city.call("found_council", { folder: join(room, "市"), from: "sample" });
});
after(async () => {
  await city?.stop();
  await office?.stop();
  rmSync(room, { recursive: true, force: true });
});

const button = (desk, name) => desk.page.getByRole("button", { name, exact: true });

async function meetings(desk) {
  return desk.call("year_meetings", { body: "zentaikai", year: "R8" });
}

async function moves(desk, at, place) {
  await desk.call("update_meeting", { meeting: (await meetings(desk))[at].id, place });
}

describe("clerical work that is given away", () => {
  it("leaves as a package, and says what it holds and what not", async () => {
    await city.go("today");
    await city.page.keyboard.press("Control+k");
    await city.page.getByRole("combobox", { name: "探す言葉" }).fill("庶務委託");
    await city.page.getByRole("option", { name: /庶務の委託のデータを渡す/ }).click();
    await city.page.getByText("個別事例と事例の番号").waitFor();
    await city.page.getByText("提案・意見（本文、根拠").waitFor();
    await city.settled();
    await city.axe();
    await button(city, "渡すファイルを作る").click();
    await city.page.getByText("ファイルを書き出すフォルダーを選んでください。").waitFor();
    await city.page.getByRole("textbox", { name: "受託者" }).fill("社会福祉法人 架空会");
    await city.answer(room);
    await button(city, "フォルダーを選ぶ").click();
    await button(city, "渡すファイルを作る").click();
    await city.page.getByRole("table", { name: "入れた記録の数" }).waitFor();
    await city.page.getByRole("table", { name: "渡した記録" }).getByText("社会福祉法人 架空会").waitFor();
    await city.settled();
    await city.axe();
    assert.equal(packages().length, 1);
  });

  it("is opened from the first screen", async () => {
    await office.go("start");
    await office.settled();
    await office.axe();
    await button(office, "委託された一式を開く").click();
    await button(office, "作業を始める").click();
    await office.page.getByText("市から受け取ったファイルを選んでください。").waitFor();
    await office.axe();
    await office.answer(...packages());
    await button(office, "ファイルを選ぶ").click();
    await office.answer(join(room, "受託"));
    await office.page.getByRole("button", { name: /場所を(選ぶ|変える)/ }).click();
    await button(office, "作業を始める").click();
    await office.page.getByRole("heading", { level: 1, name: "今日" }).waitFor();
    await office.page.getByText("庶務の委託で受け取ったデータです").waitFor();
    await office.settled();
    await office.axe();
  });

  it("is worked on, and goes back as a package", async () => {
    await moves(office, 1, "受託先の会議室");
    await moves(office, 2, "受託先の講堂");
    await office.go("settings?tab=consign");
    await office.settled();
    await office.axe();
    await office.answer(room);
    await button(office, "フォルダーを選ぶ").click();
    await button(office, "戻しのファイルを作る").click();
    await office.page.getByText(/^作りました/).waitFor();
    assert.equal(packages().length, 2);
  });

  it("is refused in clear words where it did not come back", async () => {
    const [given] = packages().filter((path) => !path.includes("戻し"));
    await city.answer(given);
    await button(city, "ファイルを選ぶ").click();
    await button(city, "変わったところを見る").click();
    await city.page.getByText("受託者からの戻しではありません").waitFor();
  });

  it("is shown change by change, where both changed side by side", async () => {
    await moves(city, 1, "市役所 講堂");
    const [back] = packages().filter((path) => path.includes("戻し"));
    await city.answer(back);
    await button(city, "ファイルを変える").click();
    await button(city, "変わったところを見る").click();
    await city.page.getByText("変わった記録は2件です。").waitFor();
    await city.page.getByText("両方で変わっています。").waitFor();
    const both = city.page.getByRole("table", { name: /第2回.*の変わったところ/ });
    const row = await both.getByRole("row", { name: /会場/ }).innerText();
    assert.match(row, /市役所 講堂\s+受託先の会議室$/);
    assert.deepEqual((await both.getByRole("columnheader").allInnerTexts()).map((text) => text.trim()), [
      "項目",
      "渡したときの内容",
      "この協議会の内容",
      "戻しの内容",
    ]);
    await city.settled();
    await city.axe();
  });

  it("is taken over, and back in one step", async () => {
    const before = (await meetings(city)).map((meeting) => meeting.place);
    await city.page.getByRole("radio", { name: "戻しの内容" }).check();
    await button(city, "2件を受け入れる").click();
    await city.page.getByRole("table", { name: "渡した記録" }).getByText("R8.10.1").nth(1).waitFor();
    const places = (await meetings(city)).map((meeting) => meeting.place);
    assert.deepEqual([places[1], places[2]], ["受託先の会議室", "受託先の講堂"]);
    await city.page.keyboard.press("Control+z");
    await city.page.getByText("戻しを待っています").waitFor();
    assert.deepEqual((await meetings(city)).map((meeting) => meeting.place), before);
  });
});
