// Lines of minutes: who is meant by typed letters, places, order.
import { describe, expect, it } from "vitest";
import type { SpeakerChoice } from "../../api/generated";
import { before, inOrder, newLine, places, sameContent, under, whom } from "./lines";

function choice(label: string, full: string, kana: string, present: boolean | null = true): SpeakerChoice {
  return { role: "member", person: full, name: "", label, full, kana, hint: "", present, presides: false };
}

const choices = [
  choice("柏木会長", "柏木　理一", "かしわぎ　りいち"),
  choice("髙橋副会長", "髙橋　美咲子", "たかはし　みさこ", false),
  choice("高木委員", "高木　隆", "たかぎ　たかし"),
];

describe("who is meant", () => {
  it("is found by number, reading and name; who came stands in front", () => {
    expect(whom(choices, "2").map((one) => one.label)).toEqual(["髙橋副会長"]);
    expect(whom(choices, "たか").map((one) => one.label)).toEqual(["高木委員", "髙橋副会長"]);
    expect(whom(choices, "カシワ").map((one) => one.label)).toEqual(["柏木会長"]);
    expect(whom(choices, "理一").map((one) => one.label)).toEqual(["柏木会長"]);
    expect(whom(choices, "だれか")).toEqual([]);
    expect(whom(choices, "").length).toBe(3);
  });
});

describe("lines", () => {
  const [a, b, c] = [newLine("1", "speech", null, "障害と障害"), newLine(null), newLine("1")];

  it("stand in the order of the agenda", () => {
    expect(inOrder([a, b, c], ["1"]).map((line) => line.id)).toEqual([b.id, a.id, c.id]);
    expect(under([a, b, c], "1").length).toBe(2);
    expect(before([a, b, c], c)?.id).toBe(a.id);
    expect(before([a, b, c], a)).toBeUndefined();
  });

  it("are compared by what they say", () => {
    expect(sameContent(a, { ...a })).toBe(true);
    expect(sameContent(a, { ...a, text: "別" })).toBe(false);
    expect(sameContent({ ...a, closed: null }, { ...a, closed: "" })).toBe(true);
  });

  it("tell where words stand", () => {
    expect(places([a, b, c], "障害")).toEqual([{ id: a.id, count: 2 }]);
    expect(places([a], "")).toEqual([]);
  });
});
