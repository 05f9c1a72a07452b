// How an issue came in, while it is typed.
import type { IssueDraft, IssuePage, IssueSourceForm } from "../../api/generated";

export interface SourceDraft {
  raised_on: string;
  brought_by: string;
  paper: string;
  paper_text: string;
  meeting: string;
  item: string;
  entry: string;
}

/** As it stands in an issue, as minutes say, or nothing yet. */
export function sourceDraft(page?: IssuePage, from?: IssueDraft): SourceDraft {
  const was = page?.source;
  return {
    raised_on: was?.raised_on ?? "",
    brought_by: was?.brought_by ?? "",
    paper: was?.paper ?? "",
    paper_text: was && !was.paper ? was.paper_title : "",
    meeting: was?.meeting ?? from?.meeting ?? "",
    item: was?.item ?? from?.item ?? "",
    entry: was?.entry ?? from?.entry ?? "",
  };
}

/** As the core takes it. */
export function sourceGiven(draft: SourceDraft): IssueSourceForm {
  return { ...draft };
}
