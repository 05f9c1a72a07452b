// The desk over the real press, without a page: long work tells how far it has
// come and is given up at once; documents stand on disk; two windows, one folder.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ask, startServer } from "./harness.mjs";

const servers = [];
const room = mkdtempSync(join(tmpdir(), "entaku-"));
const server = async (flags) => {
  const begun = await startServer(flags);
  servers.push(begun);
  return (name, args, content) => ask(begun.address, name, args, content);
};

let call;
before(async () => (call = await server([])));
after(async () => {
  for (const begun of servers) await begun.stop();
  rmSync(room, { recursive: true });
});

const packet = async (by) => {
  const meetings = await by("year_meetings", { body: "zentaikai", year: "R8" });
  return { kind: "packet", meeting: meetings[1].id, audience: "members" };
};

test("a packet is given up at once, and others go on meanwhile", async () => {
  const document = await packet(call);
  const events = await fetch(`${servers[0].address}/api/events`);
  const heard = events.body.getReader();
  const work = call("prepare_document", { job: "long", document }).catch((error) => error);
  const { value } = await heard.read();
  assert.match(new TextDecoder().decode(value), /"event":"progress","job":"long","stage":"reading"/);
  await call("list_people");
  const began = performance.now();
  assert.equal(await call("cancel_job", { job: "long" }), true);
  assert.equal((await work).code, "cancelled");
  assert.ok(performance.now() - began < 500, "nobody waits for what is not wanted");
  await heard.cancel();
});

test("a council is founded, opened by one, read by another, and its documents stand in its folder", async () => {
  const folder = join(room, "協議会");
  const found = { folder, from: "sample", actor: "髙橋" };
  assert.equal((await call("found_council", found)).state, "open");
  const second = await server(["--council", folder]);
  const start = await second("start");
  assert.equal(start.desk.state, "trouble");
  assert.match(start.desk.error.message, /髙橋さんが開いています/);
  assert.equal((await second("open_folder", { folder, read_only: true })).read_only, true);
  const made = await call("prepare_document", { job: "a", document: await packet(call) });
  assert.ok(made.pages > 50 && made.notices.every((notice) => notice.length > 0));
  const opened = await call("open_document", { handle: made.handle });
  assert.ok(opened.path.startsWith(join(folder, "印刷物")));
  assert.equal(readFileSync(opened.path).subarray(0, 5).toString(), "%PDF-");
  assert.equal(readFileSync(opened.path).length, (await call("document_bytes", { handle: made.handle })).length);
  assert.match((await call("safety")).summary, /最後のバックアップ/);
});
