// Files that are put down as papers.

/** Whether a name says that it is a file of Word, Excel and the like, which cannot be bound. */
export function isOffice(name: string): boolean {
  return /\.(docx?|docm|xlsx?|xlsm|pptx?|odt|ods|odp|jtd|jtt|rtf|csv|txt)$/i.test(name);
}

/** A paper's title out of its file's name: without ending, underscores as spaces. */
export function titleOf(name: string): string {
  const stem = name.replace(/\.[^.]+$/, "").replaceAll("_", " ").trim();
  return stem === "" ? name : stem;
}

/** Whether a name says that it is a PDF; what else is taken in is a picture. */
export function isPdf(name: string | null): boolean {
  return /\.pdf$/i.test(name ?? "");
}
