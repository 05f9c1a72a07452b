// Search keys. Names themselves are never normalised; only what is compared is.

/** What is compared: without width, case, kana's kind and blanks. */
export function searchKey(text: string): string {
  return [...text.normalize("NFKC").toLowerCase()]
    .map((c) => (c >= "ァ" && c <= "ヶ" ? String.fromCharCode(c.charCodeAt(0) - 0x60) : c))
    .join("")
    .replaceAll(/[\s\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]+/gu, "");
}
