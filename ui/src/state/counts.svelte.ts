// How much waits on each screen, for the badges of the navigation. The screen
// that knows tells: `counts.set("today", 5)`.

let counted = $state.raw<Readonly<Record<string, number>>>({});

export const counts = {
  of(screen: string): number {
    return counted[screen] ?? 0;
  },
  set(screen: string, count: number): void {
    if (counted[screen] !== count) counted = { ...counted, [screen]: count };
  },
};
