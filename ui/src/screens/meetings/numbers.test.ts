import { describe, expect, it } from "vitest";
import { isOffice, paired, titleOf } from "./files";
import { exchanged, reordered } from "./numbers";

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

  it("stay as they are where only the order changes", () => {
    const all = [...rows("資料1", "資料2", "席次表"), { id: "x", number: "参考1", class: "reference" }];
    expect(reordered(all, 2, 0)).toEqual(["2", "0", "1"]);
    expect(reordered(all, 0, 3)).toEqual(["1", "2", "0"]);
    expect(reordered(all, 3, 0)).toEqual([]);
  });
});

describe("files", () => {
  it("of an office program are told by their ending", () => {
    expect(isOffice("資料.docx") && isOffice("表.XLSX")).toBe(true);
    expect(isOffice("資料.pdf") || isOffice("写真.jpg")).toBe(false);
  });

  it("go with the office file of which they were made", () => {
    const files = ["計画.pdf", "計画.docx", "表.xlsx", "写真.png"].map((name) => new File(["x"], name));
    expect(paired(files).map(({ file, original }) => [file.name, original?.name ?? null])).toEqual([
      ["計画.pdf", "計画.docx"],
      ["表.xlsx", null],
      ["写真.png", null],
    ]);
  });

  it("give a paper its title", () => {
    expect(titleOf("部会_報告.pdf")).toBe("部会 報告");
    expect(titleOf(".pdf")).toBe(".pdf");
  });
});
