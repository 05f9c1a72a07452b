// Vacant seats that are alike stand in one line, for the one free for longest.
import { expect, test } from "vitest";
import type { SeatChoice } from "../../api/generated";
import { seatLines } from "./seat-lines";

function seat(id: string, more: Partial<SeatChoice> = {}): SeatChoice {
  const nobody = { taken_by: null, taken_until: null, replaces: null, next_name: null, next_from: null };
  return { seat: id, category: 6, category_text: "⑹ 当事者", kind: "regular", expected: "", ...nobody, ...more };
}

test("alike vacant seats are one line, and the seat that stays free is taken", () => {
  const soon = seat("a", { next_name: "髙橋　花子", next_from: "2027-03-01" });
  const lines = seatLines([soon, seat("b"), seat("c")], "");
  expect(lines.map((line) => [line.seat, line.label])).toEqual([["b", "⑹ 当事者　空席3"]]);
});

test("a seat that was chosen is kept, and says who comes", () => {
  const soon = seat("a", { next_name: "髙橋　花子", next_from: "2027-03-01" });
  const [line] = seatLines([soon, seat("b")], "a");
  expect(line).toMatchObject({ seat: "a", label: "⑹ 当事者　空席2（R9.3.1から髙橋　花子）" });
});

test("a replacement's seat and a taken one stand by themselves", () => {
  const lines = seatLines([seat("a"), seat("b", { replaces: "辻󠄀　太郎" }), seat("c", { taken_by: "﨑山　一", taken_until: "2028-03-31" })], "");
  expect(lines.map((line) => line.label)).toEqual(["⑹ 当事者　空席", "⑹ 当事者　空席（辻󠄀　太郎の補欠）", "⑹ 当事者　﨑山　一　R10.3.31まで"]);
  expect(lines.map((line) => line.free)).toEqual([true, true, false]);
});
