import { describe, expect, it } from "vitest";
import { isOffice, titleOf } from "./files";
import { closedUp, exchanged } from "./numbers";

const rows = (...numbers: string[]) => numbers.map((number, i) => ({ id: String(i), number, class: "sent" }));

describe("numbers of papers", () => {
  it("pass from paper to paper when one is moved", () => {
    const all = rows("資料1", "資料2-1", "資料2-2", "資料3");
    expect(exchanged(all, 3, 1)).toEqual([
      { paper: "3", number: "資料2-1" },
      { paper: "1", number: "資料2-2" },
      { paper: "2", number: "資料3" },
    ]);
    expect(exchanged(all, 0, 0)).toEqual([]);
  });

  it("stay within their class", () => {
    const all = [...rows("資料1", "資料2"), { id: "x", number: "参考資料1", class: "reference" }];
    expect(exchanged(all, 1, 2)).toEqual([]);
    expect(exchanged(all, 2, 0)).toEqual([]);
  });

  it("are closed up where one is left out", () => {
    expect(closedUp(rows("資料1", "資料2-1", "資料2-3", "資料4", "参考1"))).toEqual([
      { paper: "2", number: "資料2-2" },
      { paper: "3", number: "資料3" },
    ]);
    expect(closedUp(rows("資料第2-1号", "資料第2-2号", "席次表"))).toEqual([
      { paper: "0", number: "資料第1-1号" },
      { paper: "1", number: "資料第1-2号" },
    ]);
    expect(closedUp(rows("資料1", "資料2"))).toEqual([]);
  });
});

describe("files", () => {
  it("of an office program are told by their ending", () => {
    expect(isOffice("資料.docx") && isOffice("表.XLSX")).toBe(true);
    expect(isOffice("資料.pdf") || isOffice("写真.jpg")).toBe(false);
  });

  it("give a paper its title", () => {
    expect(titleOf("部会_報告.pdf")).toBe("部会 報告");
    expect(titleOf(".pdf")).toBe(".pdf");
  });
});
