// How a stage looks.

type Tone = "info" | "good" | "warn" | "bad" | "plain";

const TONES: Record<string, Tone> = {
  received: "plain",
  sorting: "plain",
  theme: "info",
  deliberating: "info",
  reported: "info",
  approved: "good",
  continued: "warn",
  returned: "warn",
  proposed: "good",
  answered: "good",
  reflected: "plain",
  closed: "plain",
};

export function stageTone(stage: string): Tone {
  return TONES[stage] ?? "plain";
}

/** Where a proposal stands. */
export function proposalTone(state: string): Tone {
  return ({ draft: "plain", approved: "info", delivered: "info", answered: "good", settled: "good" } as Record<string, Tone>)[state] ?? "plain";
}

/** Where the keys lead on the board: to the column and the card in it, none where there is no way on. */
export function nextCard(columns: readonly number[], at: { column: number; row: number }, key: string): typeof at | null {
  const { column, row } = at;
  const count = columns[column] ?? 0;
  if (key === "ArrowDown" && row + 1 < count) return { column, row: row + 1 };
  if (key === "ArrowUp" && row > 0) return { column, row: row - 1 };
  if (key === "Home") return { column, row: 0 };
  if (key === "End") return { column, row: count - 1 };
  const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return null;
  for (let next = column + step; next >= 0 && next < columns.length; next += step) {
    const cards = columns[next] ?? 0;
    if (cards > 0) return { column: next, row: Math.min(row, cards - 1) };
  }
  return null;
}
