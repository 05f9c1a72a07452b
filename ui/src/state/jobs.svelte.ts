// Long work of the desk: how far each job has come.
import { listen } from "../api/call";

export interface Progress {
  stage: string;
  done: number;
  total: number;
}

let all = $state.raw<Readonly<Record<string, Progress>>>({});
let hearing = false;
let next = 1;

export const jobs = {
  /** A name for a new job. */
  name(subject: string): string {
    if (!hearing) {
      hearing = true;
      void listen((event) => {
        if (event.event !== "progress" || event.job === undefined) return;
        const { job, stage = "", done = 0, total = 0 } = event;
        all = { ...all, [job]: { stage, done, total } };
      });
    }
    return `${subject}-${next++}`;
  },
  of(job: string): Progress | undefined {
    return all[job];
  },
  /** It is over. */
  forget(job: string): void {
    const { [job]: _gone, ...others } = all;
    all = others;
  },
};
