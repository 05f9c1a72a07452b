// How states of plans and reports look.
type Tone = "info" | "good" | "warn" | "bad" | "plain";

/** How a report's state looks. */
export function reportTone(state: string | null): Tone {
  return state === "reported" ? "good" : state === "submitted" ? "info" : "plain";
}

/** How a step's progress looks. */
export function progressTone(state: string | null): Tone {
  return state === "done" ? "good" : state === "late" ? "bad" : state === "on_time" ? "info" : "plain";
}
