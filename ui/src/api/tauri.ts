// The window's transport: one command `bridge`. Arguments go as JSON; with a
// file, its bytes are the request's body and the rest stands in headers.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { DeskEvent, Transport } from "./call";

async function answer(name: string, args: unknown): Promise<unknown> {
  return invoke("bridge", { name, args });
}

export const transport: Transport = {
  call: answer,

  async bytes(name, args) {
    const content = await answer(name, args);
    return content instanceof ArrayBuffer ? new Uint8Array(content) : Uint8Array.from(content as number[]);
  },

  async send(name, args, content) {
    const headers = { name, args: encodeURIComponent(JSON.stringify(args)) };
    return invoke("bridge", content, { headers });
  },

  async listen(heard) {
    return listen<DeskEvent>("desk", (message) => heard(message.payload));
  },

  async unsaved(is) {
    await answer("unsaved", { is });
  },
};
