// The one way from the screens to the core. Names, arguments and results are
// those of the generated contract; the transport below is Tauri's bridge or,
// in tests, HTTP.
import type { Commands, WireError } from "./generated";

/** What the desk says without having been asked. */
export interface DeskEvent {
  event: string;
  job?: string;
  stage?: string;
  done?: number;
  total?: number;
}

/** How a call reaches the core. An error is thrown as the core's JSON. */
export interface Transport {
  call(name: string, args: unknown): Promise<unknown>;
  bytes(name: string, args: unknown): Promise<Uint8Array>;
  send(name: string, args: unknown, content: Uint8Array): Promise<unknown>;
  listen(heard: (event: DeskEvent) => void): Promise<() => void>;
  /** Tells the window whether closing it would lose something that was typed. */
  unsaved(is: boolean): Promise<void>;
}

/** The name of a command. */
export type Name = keyof Commands;

/** A command's arguments; what may be null may be left out. */
export type Args<N extends Name> = Loose<Commands[N]["args"]>;

/** A command's result. */
export type Result<N extends Name> = Commands[N]["result"];

type Nullable<T> = { [K in keyof T]-?: null extends T[K] ? K : never }[keyof T];
type Loose<T> = symbol extends keyof T
  ? Record<string, never>
  : Omit<T, Nullable<T>> & { [K in Nullable<T>]?: T[K] };

/** A refusal, in words that can be shown. */
export class Failure extends Error implements WireError {
  code: string;
  hint: string;
  field: string | null;

  constructor(error: WireError) {
    super(error.message);
    this.name = "Failure";
    this.code = error.code;
    this.hint = error.hint;
    this.field = error.field;
  }
}

/** The refusal in whatever was thrown. */
export function failure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (isWireError(thrown)) return new Failure(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure({ code: "window", message, hint: "", field: null });
}

function isWireError(thrown: unknown): thrown is WireError {
  return typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown;
}

let transport: Transport | undefined;

/** Puts a transport under all calls; once, when the window starts. */
export function use(chosen: Transport): void {
  transport = chosen;
}

async function through<T>(work: (by: Transport) => Promise<unknown>): Promise<T> {
  if (!transport) throw new Error("no transport");
  try {
    return (await work(transport)) as T;
  } catch (thrown) {
    throw failure(thrown);
  }
}

/** Calls a command. Throws a `Failure`. */
export function call<N extends Name>(name: N, args: Args<N>): Promise<Result<N>> {
  return through((by) => by.call(name, args));
}

/** Calls a command that answers with a file's content. */
export function callBytes(name: string, args: unknown): Promise<Uint8Array> {
  return through((by) => by.bytes(name, args));
}

/** Calls a command that takes a file's content. */
export function sendFile<N extends Name>(name: N, args: Args<N>, content: Uint8Array): Promise<Result<N>> {
  return through((by) => by.send(name, args, content));
}

/** Hears what the desk says; answers how to stop hearing. */
export function listen(heard: (event: DeskEvent) => void): Promise<() => void> {
  return through((by) => by.listen(heard));
}

/** Tells the window whether closing it would lose something that was typed. */
export function tellUnsaved(is: boolean): Promise<void> {
  return through((by) => by.unsaved(is));
}
