// How a paper is handled, as a form holds it.
import type { PaperHandling } from "../../api/generated";

export interface Handled {
  revised_on: string;
  revision_note: string;
  revised_on_the_day: boolean;
  collect: boolean;
  copy_numbers: boolean;
  held_from: string[];
  by_number: boolean;
}

/** What a form begins with. */
export function handledOf(of: PaperHandling | undefined): Handled {
  return {
    revised_on: of?.revised_on ?? "",
    revision_note: of?.revision_note ?? "",
    revised_on_the_day: of?.revised_on_the_day ?? false,
    collect: of?.collect ?? false,
    copy_numbers: of?.copy_numbers ?? false,
    held_from: [...(of?.held_from ?? [])],
    by_number: false,
  };
}

/** Whether a form says something else than what is kept. */
export function isHandledOtherwise(form: Handled, of: PaperHandling): boolean {
  return JSON.stringify(form) !== JSON.stringify(handledOf(of));
}
