// The program is killed in the middle of a word of the minutes: after the next start
// everything that was typed is there again.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, test } from "node:test";
import { commandLine, computer, program } from "./harness.mjs";

let pc, folder;

before(async () => {
  pc = await computer();
  folder = join(pc.folder, "home", "協議会");
  execFileSync(commandLine, ["new", folder], { env: pc.env, stdio: "ignore" });
});

after(() => pc?.stop());

/** Processes of the program that this computer's user started. */
function running() {
  const home = `HOME=${join(pc.folder, "home")}`;
  const own = (pid) => {
    try {
      return readlinkSync(`/proc/${pid}/exe`) === program && readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(home);
    } catch {
      return false; // gone meanwhile, or somebody else's
    }
  };
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && own(name)).map(Number);
}

/** The screen of the minutes of a meeting that was held, and on which nothing is written. */
async function minutes(page) {
  const all = await page.ask("list_meetings", { body: "地域事例みえるか会議", year: "R8" });
  const meeting = all.find((one) => one.number === 3).id;
  await page.run((id) => (location.hash = `#/meetings/${id}?tab=minutes`), meeting);
  return meeting;
}

test("what is typed survives a kill, but for the last moment", async () => {
  const page = await pc.window([folder]);
  await page.find("heading", "今日");
  const meeting = await minutes(page);
  await page.click("button", "白紙から書く");
  const field = await page.find("field", "1番の文");
  await field.type("The first sentence, which rests long enough to be saved. ");
  await page.until(async () => (await page.ask("minutes_page", { meeting })).entries.some((e) => e.text.includes("saved")), "saved");
  // Typed on without a pause: what the core does not have yet is in the draft.
  await field.insert("髙橋委員の途中の発言");
  await sleep(700);
  const pids = running();
  assert.ok(pids.length > 0, "the program runs");
  for (const pid of pids) process.kill(pid, "SIGKILL");
  await sleep(500);
  await page.close();

  const again = await pc.window([folder]);
  await again.find("heading", "今日");
  const same = await minutes(again);
  assert.equal(same, meeting);
  await again.find("field", "1番の文");
  const whole = async () => {
    const text = await again.run(() => document.querySelector("textarea")?.value ?? "");
    return text.includes("saved") && text.includes("髙橋委員の途中の発言");
  };
  await again.until(whole, "both sentences");
  const stored = async () => (await again.ask("minutes_page", { meeting })).entries.some((e) => e.text.includes("途中の発言"));
  await again.until(stored, "written again");
  await again.close();
});
