// What is to be done about an issue, while it is typed.
import type { IssueTaskFields, IssueTaskRow } from "../../api/generated";

export interface TaskDraft {
  text: string;
  owner: string;
  person: string;
  body: string;
  organization: string;
  name: string;
  due_on: string;
}

/** A task of which nothing is said yet, or one that is there. */
export function taskDraft(old?: IssueTaskRow): TaskDraft {
  const facts = old?.facts;
  return {
    text: old?.text ?? "",
    owner: facts?.owner ?? "secretariat",
    person: facts?.person ?? "",
    body: facts?.body ?? "",
    organization: facts?.organization ?? "",
    name: facts?.name ?? "",
    due_on: facts?.due_on ?? "",
  };
}

/** As the core takes it. */
export function taskGiven(draft: TaskDraft): IssueTaskFields {
  return { ...draft };
}
