// Files that are put down as papers.
import { Failure } from "../../api/call";
import { papers as words } from "../../text/meetings";

/** As much as the core takes. */
const LARGEST = 100_000_000;

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

/**
 * A file's content. What cannot become a paper is refused before it is read: a file
 * of an office program, one that is too large, a folder.
 */
export async function contentOf(file: File): Promise<Uint8Array> {
  const refuse = (code: string, message: string, hint = "") => new Failure({ code, message, hint, field: null });
  if (isOffice(file.name)) throw refuse("paper_kind", words.office);
  if (file.size > LARGEST) throw refuse("file_too_large", words.tooLarge(file.size, LARGEST), words.tooLargeHint);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw refuse("read_file", words.unreadable, words.unreadableHint);
  }
}
