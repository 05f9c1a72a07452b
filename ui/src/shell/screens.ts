// The screens in the order of the navigation; Alt+1 is the first.

export const SCREENS = ["today", "council", "members", "meetings", "issues", "plan", "documents", "settings"] as const;

export type ScreenName = (typeof SCREENS)[number];
