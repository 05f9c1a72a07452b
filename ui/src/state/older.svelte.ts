// Whether what stands on the screen answers an older question: another year's rows
// under the new year's heading. Shown after a moment, so that a quick answer does
// not flicker.

const QUICK_MS = 250;

let open = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let shown = $state(false);

export const older = {
  get shown(): boolean {
    return shown;
  },
  /** Says that it is so until the function that it answers is called. */
  begin(): () => void {
    open += 1;
    if (open === 1) timer = setTimeout(() => (shown = true), QUICK_MS);
    return () => {
      open -= 1;
      if (open > 0) return;
      clearTimeout(timer);
      shown = false;
    };
  },
};
