// What the year's plan says.
import { weekday } from "./dates";

/** 14（水）. */
export function dayOfMonth(iso: string): string {
  return `${Number(iso.slice(8, 10))}（${weekday(iso)}）`;
}

export const plan = {
  title: "年間予定",
  sub: (year: string) => `${year}の会議と、年度の節目`,
  caption: (year: string) => `${year}の会議の予定（縦は会議体、横は月）`,
  add: "会議を加える",
  addOn: (body: string, month: string) => `${body}の会議を${month}に加える`,
  body: "会議体",
  month: (n: number) => `${n}月`,
  number: (n: number) => `第${n}回`,
  ofPlanned: (found: number, planned: number) => `${found}/${planned}回`,
  found: (found: number) => `${found}回`,
  events: "年度の節目",
  budgetNone: "予算要求の締切は、設定の「年3回の時期と予算要求締切」に日付を書くと表示されます。",
  notices: "確かめること",
  noNotices: "定めに照らして、確かめることはありません。",
  noticeColumns: { text: "内容", rule: "定め" },
  warning: "注意",
  notice: "お知らせ",
  toMeeting: "会議を開く",
  move: "日を移す",
  moveTitle: (title: string) => `${title}の日を移す`,
  moveDate: "新しい開催日",
  moveHint: "年度をまたぐときは、回の番号も変わります",
  // Short: a month has little room.
  states: {
    draft: "準備中",
    noticed: "通知済",
    held: "開催済",
    minutes_out: "案送付",
    approved: "確定",
    cancelled: "中止",
  } as Record<string, string>,
  now: "今月",
  next: "次回",
  empty: "この年度に置かれている会議体は、まだ登録されていません。",
  emptyHint: "上の年度を変えるか、「協議会」の画面で会議体を加えてください。",
  nothing: "予定はありません。",
  addIn: (month: string) => `${month}に会議を加える`,
  rules: {
    V12: "開催回数の予定",
    V13: "全体会の前の運営会議",
    V14: "回の順序",
    V20: "予算要求の締切",
  } as Record<string, string>,
};
