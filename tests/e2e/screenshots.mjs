// Pictures of every screen, and of the dialogs that are named in places.mjs:
// node tests/e2e/screenshots.mjs [--out docs/screens] [--theme light|dark|contrast]
// [--size usual|small|tall] [--zoom 200] [name …]
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { root, sizes, start } from "./harness.mjs";
import { beginnings, dialogs, places } from "./places.mjs";

const { values: wish, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: "string", default: `${root}docs/screens` },
    theme: { type: "string", default: "light" },
    size: { type: "string", default: "usual" },
    zoom: { type: "string", default: "100" },
  },
});

mkdirSync(wish.out, { recursive: true });
const wanted = (name) => names.length === 0 || names.includes(name);

async function begin(flags) {
  const desk = await start({ size: sizes[wish.size], flags });
  await desk.call("set_preference", { key: "theme", value: wish.theme });
  await desk.call("set_preference", { key: "zoom", value: Number(wish.zoom) });
  return desk;
}

async function picture(desk, name, hash) {
  await desk.go(hash);
  await desk.screenshot(`${wish.out}/${name}.png`);
  console.log(name);
}

const desk = await begin([]);
for (const [name, hash] of await places(desk)) {
  if (wanted(name)) await picture(desk, name, hash);
}
for (const [name, hash, presses] of (await dialogs(desk)).filter(([name]) => wanted(name))) {
  await desk.go(hash);
  for (const press of presses) await desk.page.getByRole("button", { name: press, exact: true }).first().click();
  await desk.page.getByRole("dialog").waitFor();
  await desk.screenshot(`${wish.out}/${name}.png`);
  console.log(name);
  await desk.page.reload();
}
await desk.stop();
for (const [name, flags, hash] of beginnings.filter(([name]) => wanted(name))) {
  const fresh = await begin(flags);
  await picture(fresh, name, hash);
  await fresh.stop();
}
