// The seats to choose from when somebody is appointed: vacant ones that are alike
// stand in one line, and the one that stays free for longest is taken.
import type { SeatChoice } from "../../api/generated";
import { members as words, seatText } from "../../text/members";

export interface SeatLine {
  /** The seat that the line stands for. */
  seat: string;
  category: number | null;
  free: boolean;
  /** Whom the seat is for, a code. */
  kind: string;
  label: string;
}

/** The lines; a seat that was chosen stands for the line that it is in. */
export function seatLines(seats: readonly SeatChoice[], chosen: string): SeatLine[] {
  const alike = new Map<string, SeatChoice[]>();
  for (const seat of seats) {
    const key = JSON.stringify(seat.taken_by === null ? [seat.category, seat.kind, seat.expected, seat.replaces] : seat.seat);
    alike.set(key, [...(alike.get(key) ?? []), seat]);
  }
  return [...alike.values()].flatMap((group) => {
    const [longest] = [...group].sort((a, b) => (b.next_from ?? "9999").localeCompare(a.next_from ?? "9999"));
    const seat = group.find((one) => one.seat === chosen) ?? longest;
    return seat ? [{ seat: seat.seat, category: seat.category, free: seat.taken_by === null, kind: seat.kind, label: label(seat, group.length) }] : [];
  });
}

function label(seat: SeatChoice, count: number): string {
  const say = words.appointment;
  const kind = seat.kind === "regular" ? "" : (say.kinds.find((one) => one.value === seat.kind)?.label ?? "");
  const place = [seatText(seat.category_text, seat.expected), kind].filter(Boolean).join("　");
  if (seat.taken_by !== null) return `${place}　${say.seatTaken(seat.taken_by, seat.taken_until)}`;
  const replaces = seat.replaces ? say.seatReplaces(seat.replaces) : "";
  const next = seat.next_from && seat.next_name ? say.seatNext(seat.next_from, seat.next_name) : "";
  return `${place}　${say.seatVacant(count)}${replaces}${next}`;
}
