// Pictures of every screen: node tests/e2e/screenshots.mjs [--out docs/screens]
// [--theme light|dark|contrast] [--size usual|small] [--zoom 200] [name …]
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { root, sizes, start } from "./harness.mjs";
import { places } from "./places.mjs";

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
const desk = await start({ size: sizes[wish.size] });
await desk.call("set_preference", { key: "theme", value: wish.theme });
await desk.call("set_preference", { key: "zoom", value: Number(wish.zoom) });
for (const [name, hash] of await places(desk)) {
  if (names.length > 0 && !names.includes(name)) continue;
  await desk.go(hash);
  await desk.screenshot(`${wish.out}/${name}.png`);
  console.log(name);
}
await desk.stop();
