// The frame around all screens: it opens on the sample, and axe finds nothing.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { start } from "./harness.mjs";

let desk;
before(async () => (desk = await start()));
after(() => desk.stop());

test("the window opens on today, with the council's name", async () => {
  await desk.go("today");
  assert.match(await desk.page.title(), /円卓|Entaku/);
  await desk.page.getByText("鎌倉市障害者支援協議会").first().waitFor();
  await desk.axe();
});
