// Every screen in every theme: axe finds nothing, nothing is cut at 1280×720, and
// at 200 % nothing needs scrolling in two directions.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { beginnings, places } from "./places.mjs";
import { sizes, start } from "./harness.mjs";

let desk;
before(async () => (desk = await start({ size: sizes.small })));
after(() => desk?.stop());

const sideways = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;

test("axe finds nothing on any screen, in any theme", async (t) => {
  for (const [name, hash] of await places(desk)) {
    await t.test(name, async () => {
      await desk.go(hash);
      assert.equal(await desk.page.evaluate(sideways), 0, "wider than the window");
      await desk.axe();
    });
  }
});

test("at 200 % every screen still fits the window's width", async (t) => {
  await desk.call("set_preference", { key: "zoom", value: 200 });
  await desk.page.reload();
  for (const [name, hash] of await places(desk)) {
    await t.test(name, async () => {
      await desk.go(hash);
      assert.equal(await desk.page.evaluate(sideways), 0, "wider than the window");
    });
  }
});

test("axe finds nothing before a council is open", async (t) => {
  for (const [name, flags, hash] of beginnings) {
    await t.test(name, async () => {
      const fresh = await start({ size: sizes.small, flags });
      await fresh.go(hash);
      assert.equal(await fresh.page.evaluate(sideways), 0, "wider than the window");
      await fresh.axe();
      await fresh.stop();
    });
  }
});
