// What fields say about what was typed.

export const fields = {
  missing: (label: string) => `${label}を入力してください。`,
  missingChoice: (label: string) => `${label}を選んでください。`,
  notNumber: "数字で入力してください。",
  tooSmall: (least: number) => `${least}以上の数を入力してください。`,
  tooLarge: (most: number) => `${most}以下の数を入力してください。`,
  notTime: "時刻として読めません。14:00 のように入力してください。",
  notDay: "日付として読めません。R8.4.1、令和8年4月1日、2026/4/1 のように入力してください。",
  notOffered: "候補から選んでください。",
};

/** HH:MM of a time as typed: 14:00, 1400, 9時, 14時30分; empty for nothing, null when unreadable. */
export function readTime(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  if (text === "") return "";
  const found = /^(\d{1,2})[:時](?:(\d{1,2})分?)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
