// Files that are put down as papers.
import { Failure } from "../../api/call";
import { papers as words } from "../../text/meetings";

/** As much as the core takes. */
const LARGEST = 100_000_000;

/** Whether a name says that it is a file of Word, Excel and the like, which is made into PDF first. */
export function isOffice(name: string): boolean {
  return /\.(docx?|docm|xlsx?|xlsm|pptx?|pptm|odt|ods|odp|odg|rtf)$/i.test(name);
}

/** Whether a name says that it is a text that no program makes into pages. */
function isBare(name: string): boolean {
  return /\.(jtd|jtt|csv|txt)$/i.test(name);
}

/** When a file was last changed, as the core keeps moments. */
export function changedAt(file: File): string {
  return new Date(file.lastModified).toISOString().replace(/\.\d+Z$/, "Z");
}

/** Files with their Office originals: 計画.pdf with 計画.docx, where both were put down. */
export function paired(files: readonly File[]): { file: File; original: File | null }[] {
  const stem = (name: string) => name.replace(/\.[^.]+$/, "");
  const pdfs = new Set(files.filter((f) => isPdf(f.name)).map((f) => stem(f.name)));
  const originals = files.filter((f) => isOffice(f.name) && pdfs.has(stem(f.name)));
  return files
    .filter((f) => !originals.includes(f))
    .map((file) => ({ file, original: isPdf(file.name) ? (originals.find((o) => stem(o.name) === stem(file.name)) ?? null) : null }));
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

/**
 * A file's content. What cannot become a paper is refused before it is read: a bare
 * text (unless texts are taken), a file that is too large, a folder.
 */
export async function contentOf(file: File, texts = false): Promise<Uint8Array> {
  const refuse = (code: string, message: string, hint = "") => new Failure({ code, message, hint, field: null });
  if (!texts && isBare(file.name)) throw refuse("paper_kind", words.office);
  if (file.size > LARGEST) throw refuse("file_too_large", words.tooLarge(file.size, LARGEST), words.tooLargeHint);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw refuse("read_file", words.unreadable, words.unreadableHint);
  }
}
