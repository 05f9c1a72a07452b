// How a meeting's state looks.
type Tone = "info" | "good" | "warn" | "bad" | "plain";

const TONES: Record<string, Tone> = {
  draft: "warn",
  noticed: "info",
  held: "info",
  minutes_out: "info",
  approved: "good",
  postponed: "warn",
  cancelled: "plain",
};

export function stateTone(state: string): Tone {
  return TONES[state] ?? "plain";
}

const DUE_TONES: Record<string, Tone> = { done: "good", late: "bad", ahead: "plain", unknown: "plain" };

export function dueTone(state: string): Tone {
  return DUE_TONES[state] ?? "plain";
}
