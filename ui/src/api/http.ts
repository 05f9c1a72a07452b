// The tests' transport: the same core behind HTTP on this computer. Arguments
// are the JSON body; with a file, its bytes are the body and the rest stands
// in a header. A refusal is status 422 with the error as JSON.
import type { DeskEvent, Transport } from "./call";

async function post(name: string, headers: Record<string, string>, body: BodyInit): Promise<Response> {
  const response = await fetch(`/api/call/${name}`, { method: "POST", headers, body });
  if (response.ok) return response;
  if (response.status === 422) throw await response.json();
  throw new Error(`${response.status} ${await response.text()}`);
}

function ask(name: string, args: unknown): Promise<Response> {
  return post(name, { "content-type": "application/json" }, JSON.stringify(args));
}

export const transport: Transport = {
  async call(name, args) {
    return (await ask(name, args)).json();
  },

  async bytes(name, args) {
    return new Uint8Array(await (await ask(name, args)).arrayBuffer());
  },

  async send(name, args, content) {
    const headers = { "content-type": "application/octet-stream", args: encodeURIComponent(JSON.stringify(args)) };
    return (await post(name, headers, new Blob([content as Uint8Array<ArrayBuffer>]))).json();
  },

  async listen(heard) {
    const source = new EventSource("/api/events");
    source.onmessage = (message) => heard(JSON.parse(message.data) as DeskEvent);
    return () => source.close();
  },

  // A test closes its page without being asked.
  async unsaved() {},
};
