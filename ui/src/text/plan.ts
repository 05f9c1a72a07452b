// What the year's plan says.
import { weekday } from "./dates";

/** 14（水）. */
export function dayOfMonth(iso: string): string {
  return `${Number(iso.slice(8, 10))}（${weekday(iso)}）`;
}

/** 10月14日（水）. */
export function monthDay(iso: string): string {
  return `${Number(iso.slice(5, 7))}月${dayOfMonth(iso).replace("（", "日（")}`;
}

export const plan = {
  title: "年間予定",
  sub: (year: string) => `${year}の会議と、年度の節目`,
  caption: (year: string) => `${year}の会議の予定（縦は会議体、横は月）`,
  views: "年間予定の見方",
  tabs: { table: "表", calendar: "カレンダー", tasks: "段取り", milestones: "節目", days: "祝日・閉庁日" },
  add: "会議を加える",
  layOut: "日程案を作る",
  print: "印刷・書き出し",
  addOn: (body: string, month: string) => `${body}の会議を${month}に加える`,
  body: "会議体",
  month: (n: number) => `${n}月`,
  number: (n: number) => `第${n}回`,
  ofPlanned: (found: number, planned: number) => `${found}/${planned}回`,
  found: (found: number) => `${found}回`,
  events: "年度の節目",
  internal: "事務局内",
  until: (day: string) => `～${day}`,
  joint: (one: string, other: string) => `${one}・${other}`,
  begins: (title: string) => `${title}（始まり）`,
  ends: (title: string) => `${title}（終わり）`,
  budgetNone:
    "予算要求の締切は、「節目」に加えるか、設定の「年3回の時期と予算要求締切」に日付を書くと表示されます。",
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
  moveDues: "移した後の段取り",
  moveAsk: "通知済みの会議を移しますか",
  moveAskText: (title: string, day: string) => `${title}を、${day}に移します。`,
  moveConfirmed: "委員に知らせることを確かめて、移す",
  moveKeys: "スペースキーで持ち上げ、矢印キーで日を移し、Enterキーで決めます。Escキーでやめます。",
  held: (title: string) => `${title}を持ち上げています。`,
  moveTo: (title: string, day: string) => `${title}を${day}へ`,
  moveStays: "元の日です",
  moveFine: "確かめることはありません。",
  moveDrop: "離すと移します（Escキーでやめます）",
  moveNever: "開催済み・中止の会議は移せません",
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
    V24: "会議の段取り",
  } as Record<string, string>,
};

/** What is due around the meetings. */
export const tasks = {
  caption: (year: string) => `${year}の会議の段取り`,
  columns: { on: "期限", label: "行うこと", about: "会議", state: "状態", reason: "日の数え方" },
  states: { done: "済み", late: "期限超過", ahead: "これから", unknown: "記録なし" } as Record<string, string>,
  empty: "この年度の会議に、段取りはありません。",
  only: "これから行うことと、期限を過ぎたことだけ",
  days: "日数を変える",
  daysTitle: "会議の段取りの日数",
  daysHint: "空欄にすると、行わないことになります。会議の日から数え、閉庁日に当たるときは前の開庁日を期限とします。",
  of: "どこの日数か",
  council: "協議会の全体",
  follow: (shown: string) => `協議会の全体に合わせる（${shown}）`,
  usual: (days: number, before: boolean) => `目安は${days}日${before ? "前" : "後"}`,
  before: "日前",
  after: "日後",
};

/** The office's own milestones. */
export const milestones = {
  caption: (year: string) => `${year}の節目`,
  deeds: "操作",
  columns: { from: "日", title: "節目", kind: "種類", body: "会議体", shown: "扱い", note: "備考" },
  empty: "この年度の節目は、まだ入っていません。",
  add: "節目を加える",
  edit: "節目を直す",
  correct: "直す",
  editOf: (title: string) => `${title}を直す`,
  removeOf: (title: string) => `${title}を削除`,
  remove: "削除",
  removeTitle: "節目を削除しますか",
  removeText: (title: string) => `「${title}」を年間予定から除きます。`,
  kind: "種類",
  title: "名称",
  titleHint: "空欄のときは、種類の名称になります",
  from: "日（始まりの日）",
  to: "終わりの日",
  toHint: "１日だけのときは空欄",
  body: "関わる会議体",
  noBody: "特になし",
  internal: "事務局内だけの扱いにする",
  internalHint: "委員用・公表用の年間予定表とカレンダーに載せません",
  note: "備考",
  open: "委員・公表も",
  fromAnswer: (day: string) => `予算要求の締切は、設定の「年3回の時期と予算要求締切」により${day}です。`,
  ownBudget: "この年度の締切を節目に入れる",
  kinds: {
    budget_request: "予算要求締切",
    plan: "計画の策定",
    assembly: "議会",
    public_comment: "パブリックコメント",
    other: "その他",
  } as Record<string, string>,
};

/** Holidays and closed days. */
export const officeDays = {
  caption: (year: string) => `${year}の祝日と閉庁日（土曜日・日曜日のほか）`,
  deeds: "操作",
  columns: { date: "日", name: "名称", why: "区分" },
  why: { holiday: "祝日", turn_of_year: "年末年始", office: "事務局の定め" } as Record<string, string>,
  estimated: "見込み",
  holidays: "祝日と閉庁日",
  rules: "事務局の定め",
  rulesHint: "市の休日や開庁日など、表と違う日を加えます。段取りの期限と日程案に使われます。",
  noRules: "事務局の定めはありません。土曜日・日曜日、祝日、12月29日から1月3日までを閉庁日とします。",
  ruleColumns: { days: "日", kind: "定め", name: "名称" },
  add: "定めを加える",
  edit: "定めを直す",
  correct: "直す",
  editOf: (name: string) => `${name}を直す`,
  removeOf: (name: string) => `${name}を削除`,
  remove: "削除",
  removeTitle: "定めを削除しますか",
  removeText: (name: string) => `「${name}」の定めを除き、元の扱いに戻します。`,
  kind: "定め",
  kinds: { closed: "閉庁日", open: "開庁日", holiday: "祝日の追加", no_holiday: "祝日の取消し" } as Record<string, string>,
  from: "日（始まりの日）",
  to: "終わりの日",
  toHint: "１日だけのときは空欄",
  yearly: "毎年の定めとする",
  everyYear: "毎年",
  name: "名称",
  nameHint: "市制記念日 など",
};

/** Laying out a year. */
export const layOut = {
  title: (year: string) => `${year}の日程案`,
  intro: "案を直し、登録する会議に印を付けてください。登録は１回の操作で元に戻せます。",
  pattern: "案の作り方",
  patterns: [
    { value: "last_year", label: "前の年度と同じ曜日・週" },
    { value: "rules", label: "協議会の決まりと開催の時期" },
  ],
  yearLabel: "年度",
  columns: { take: "登録", body: "会議", date: "日付", time: "時間", place: "会場", reason: "理由・確かめること" },
  take: (title: string) => `${title}を登録する`,
  date: (title: string) => `${title}の日付`,
  place: (title: string) => `${title}の会場`,
  till: "～",
  start: (title: string) => `${title}の開始`,
  end: (title: string) => `${title}の終了`,
  add: "行を加える",
  addBody: "加える会議体",
  empty: "案を作れる会議体がありません。前の年度に会議がないときは、「協議会の決まりと開催の時期」を選んでください。",
  write: (count: number) => `${count}件を登録する`,
  said: (count: number) => `会議${count}件を登録しました`,
};

/** The year's plan on paper and in files. */
export const printYear = {
  title: "年間予定表の印刷・書き出し",
  audience: "用途",
  audiences: [
    { value: "members", label: "委員用" },
    { value: "public", label: "公表用" },
    { value: "internal", label: "内部用" },
  ],
  sheet: "用紙",
  sheets: [
    { value: "a3", label: "A3横（会議体と月の表）" },
    { value: "a4", label: "A4縦（月ごとの一覧）" },
  ],
  tasks: "Excelとカレンダー（.ics）に、会議の段取りも入れる",
  confirmed: "個人が分からないことを確かめました",
};
