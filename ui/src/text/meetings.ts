// What the screen of meetings says.
import { dayWithWeekday, weekday } from "./dates";

/** 14:00–16:00; empty for none. */
export function hours(start: string | null, end: string | null): string {
  if (!start) return "";
  return end ? `${start}–${end}` : `${start}から`;
}

/** 10/14（水）. */
export function day(iso: string): string {
  return `${Number(iso.slice(5, 7))}/${Number(iso.slice(8, 10))}（${weekday(iso)}）`;
}

/** 第2回 全体会; a joint meeting, or one with a word of its own, as it is called. */
export function shortTitle(meeting: { number: number; body_name: string; name?: string | null }): string {
  return meeting.name ?? `第${meeting.number}回 ${meeting.body_name}`;
}

/** 令和8年10月14日（水）14:00–16:00　市役所. */
export function when(meeting: { date: string; start: string | null; end: string | null; place: string }): string {
  const day = `${dayWithWeekday(meeting.date)} ${hours(meeting.start, meeting.end)}`.trim();
  return [day, meeting.place].filter(Boolean).join("　");
}

export const meetings = {
  title: "会議",
  sub: (year: string, n: number) => `${year}の会議　${n}回`,
  caption: (year: string) => `${year}の会議の一覧`,
  add: "会議を加える",
  toPlan: "年間予定を見る",
  none: "この年度の会議は、まだありません。「会議を加える」から始めてください。",
  noneLeft: "当てはまる会議がありません。",
  body: "会議体",
  allBodies: "すべての会議体",
  ahead: "これからの会議だけ",
  next: "次回",
  back: "会議の一覧",
  closed: "非公開",
  open: "公開",
  partly: "一部非公開",
  columns: {
    date: "日付",
    title: "会議",
    time: "時刻",
    place: "会場",
    mode: "開催方法",
    state: "状態",
    items: "次第",
    papers: "資料",
    attendance: "出欠",
  },
  ofMembers: (recorded: number, members: number) => `${recorded}/${members}`,
  tabs: { agenda: "次第", attendance: "出欠", papers: "資料", delivery: "配付", minutes: "会議録", record: "決定・選出", history: "履歴" },
  tabsLabel: "会議の内容",
  more: "ほかの操作",
  edit: "会議の変更",
  remove: "会議を削除する",
  removeTitle: "会議を削除しますか",
  removeText: "誤って加えた会議を、一覧から取り除きます。「元に戻す」で戻せます。",
  notRemovable: "次第・資料・出欠などの記録があるため、削除できません。開かないことになった会議は、「中止」としてください。",
  notices: "確かめてください",
  dues: "この会議の段取り",
  dueColumns: { task: "すること", on: "期限", reason: "数え方", state: "状態" },
  dueState: { done: "済", late: "期限超過", ahead: "これから", unknown: "期限後" } as Record<string, string>,
  moveTitle: (label: string) => `${label}と、どうなるか`,
  printing: { agenda: "次第だけを見る", seating: "席次表を見る", plan: "印刷・部数表を見る" },
};

export const modes = [
  { value: "in_person", label: "対面" },
  { value: "online", label: "オンライン" },
  { value: "hybrid", label: "対面・オンライン併用" },
  { value: "written", label: "書面" },
];

export const layouts = [
  { value: "square", label: "ロの字" },
  { value: "horseshoe", label: "コの字" },
  { value: "school", label: "スクール" },
];

export const facts = {
  new: "会議を加える",
  edit: "会議の変更",
  body: "会議体",
  noBodies: "この年度に置かれている会議体がありません。上の年度を変えるか、「協議会」の画面で会議体を加えてください。",
  date: "開催日",
  start: "開始",
  end: "終了",
  endHint: "例：16:00",
  place: "会場",
  placeHint: "例：市役所 第3分庁舎 講堂",
  mode: "開催方法",
  number: "回",
  numberHint: (n: number | null) => (n === null ? "空欄なら次の回" : `空欄なら第${n}回`),
  closed: "会議全体を非公開にする",
  closedReason: "非公開とする理由",
  closedHint: "一部の議題だけを非公開にするときは、次第の項目で設定します",
  layout: "席の配置",
  secretariat: "事務局の出席者",
  secretariatHint: "1行に1人。職と氏名を書きます（席次表に載ります）",
  preview: (title: string, members: number) => `${title}になります。委員は${members}人です。`,
};

export const agenda = {
  caption: "次第の項目",
  add: "項目を加える",
  fill: "ひな形を入れる",
  empty: "次第は、まだありません。",
  emptyHint: "「ひな形を入れる」と、開会・前回会議録の確認・その他・閉会などの項目が入ります。資料があれば、その項目も入ります。",
  columns: { move: "移動", number: "番号", clock: "時刻", kind: "種別", title: "項目", presenter: "説明者", minutes: "分", papers: "資料", act: "操作" },
  kinds: [
    { value: "opening", label: "開会" },
    { value: "letters", label: "委嘱状の伝達" },
    { value: "greeting", label: "あいさつ" },
    { value: "introductions", label: "自己紹介" },
    { value: "last_minutes", label: "会議録の確認" },
    { value: "heading", label: "見出し" },
    { value: "deliberation", label: "協議" },
    { value: "report", label: "報告" },
    { value: "election", label: "選出" },
    { value: "other", label: "その他" },
    { value: "recess", label: "休憩" },
    { value: "closing", label: "閉会" },
  ],
  up: (title: string) => `${title}を上へ`,
  down: (title: string) => `${title}を下へ`,
  drag: (title: string) => `${title}をつかんで移動`,
  edit: (title: string) => `${title}を変更`,
  moved: (title: string, place: number) => `「${title}」を${place}番目に移しました`,
  new: "次第の項目を加える",
  change: "次第の項目の変更",
  kind: "種別",
  title: "項目",
  presenter: "説明者",
  minutes: "所要時間",
  minutesUnit: "分",
  papers: "この項目の資料",
  noPapers: "資料は、まだありません。「資料」の見出しで加えると、ここで選べます。",
  closed: "この項目を非公開にする",
  closedReason: "非公開とする理由",
  place: "入れる場所",
  beforeClosing: "閉会の前（いちばん後）",
  placeBefore: (title: string) => `「${title}」の前`,
  removeTitle: "次第の項目を削除しますか",
  removeText: (title: string) => `「${title}」を次第から取り除きます。資料は残ります。`,
  remove: "削除する",
  total: (planned: number, available: number | null) =>
    available === null ? `所要時間の計　${planned}分` : `所要時間の計　${planned}分（会議は${available}分）`,
  left: (minutes: number) => `余裕　${minutes}分`,
  over: (minutes: number) => `${minutes}分超過`,
  late: "終了時刻を過ぎます",
  keys: "項目の行で Alt+↑・Alt+↓ を押しても、順を入れ替えられます。課題の項目では、Alt+Enter で課題を開きます。",
  noClock: "開始の時刻を入れると、各項目の時刻が表示されます。",
};

export const attendance = {
  caption: "委員の出欠",
  name: "委員",
  proxy: "代理の人の氏名",
  proxyOf: (name: string) => `${name}の代理の人の氏名`,
  // What the columns say, in the order of the keys 1 to 7.
  marks: {
    present: "出席",
    online: "オン\u200bライン",
    late: "遅参",
    left_early: "早退",
    proxy: "代理",
    excused: "欠席\u200b（届）",
    absent: "欠席",
  } as Record<string, string>,
  words: {
    present: "出席",
    online: "オンライン出席",
    late: "遅参",
    left_early: "早退",
    proxy: "代理出席",
    excused: "欠席（届出）",
    absent: "欠席",
  } as Record<string, string>,
  mark: (name: string, word: string) => `${name}　${word}`,
  keys: "行を選んで 1～7 の数字を押すと、その列に記録して次の行へ進みます。0 で消せます。",
  rest: "記録のない委員をすべて「出席」にする",
  unsaved: (n: number) => `${n}人分が、まだ保存されていません`,
  save: "出欠を保存",
  discard: "入力を取り消す",
  missing: (n: number) => `記録のない委員　${n}人`,
  vacant: (n: number) => `欠員　${n}席`,
  outside: "定足数に数えません",
  stray: "この日は委員ではありません",
  empty: "この日に在任している委員がいません。",
  cancelled: "中止又は延期した会議のため、出欠は記録できません。",
  noQuorum: "定足数の定めが設定されていないため、定足数は判定しません。",
};

export const papers = {
  caption: "会議の資料",
  empty: "資料は、まだありません。上にPDFを置くか、「円卓が作る資料を加える」で名簿などを選んでください。",
  columns: { move: "移動", number: "番号", title: "題名", class: "区分", pages: "用紙・頁", state: "状態", act: "操作" },
  classes: [
    { value: "sent", label: "事前送付資料", short: "事前" },
    { value: "on_the_day", label: "当日配付資料", short: "当日" },
    { value: "reference", label: "参考資料", short: "参考" },
  ],
  auto: "自動",
  text: "文章",
  pdf: "PDF",
  image: "画像",
  closed: "非公開",
  unnamed: "次第に未掲載",
  front: "表紙・次第・名簿・席次表",
  add: "円卓が作る資料を加える",
  addTitle: "円卓が作る資料を加える",
  kind: "資料の種類",
  number: "資料番号",
  title: "題名",
  class: "区分",
  closedCheck: "この資料を非公開にする",
  closedReason: "非公開とする理由",
  revision: "版",
  revisionHint: "送った後に直した資料は「修正版」とします。初めの版は空けておきます",
  items: "次第のどの項目の資料か",
  noItems: "次第は、まだありません。",
  markdown: "本文",
  markdownHint: "「# 見出し」「- 箇条書き」「**太字**」が使えます",
  change: "資料の変更",
  edit: (name: string) => `${name}を変更`,
  up: (name: string) => `${name}を上へ`,
  down: (name: string) => `${name}を下へ`,
  drag: (name: string) => `${name}をつかんで移動`,
  moved: (title: string, number: string) => `「${title}」を${number}にしました`,
  removeTitle: "資料を削除しますか",
  removeText: (name: string) => `「${name}」を資料から取り除き、次第からも外します。「元に戻す」で戻せます。`,
  remove: "削除する",
  drop: "PDF・画像・Word・Excel・PowerPointをここに",
  accept: ".pdf,.png,.jpg,.jpeg,.docx,.docm,.doc,.xlsx,.xlsm,.xls,.pptx,.pptm,.ppt,.odt,.ods,.odp,.rtf,application/pdf,image/png,image/jpeg",
  taking: (name: string, at: number, of: number) => `「${name}」を取り込んでいます（${at}/${of}）`,
  taken: (n: number) => `${n}件の資料を加えました`,
  failed: (name: string) => `「${name}」を加えられませんでした`,
  // What no program makes into PDF is told by its ending before anything is sent.
  office: "この種類のファイルは、そのままでは資料にできません。作ったプログラムでPDFにしてから、もう一度置いてください。",
  tooLarge: (bytes: number, limit: number) =>
    `大きすぎるため、取り込めません（${Math.ceil(bytes / 1_000_000)}MB）。資料にできるのは${limit / 1_000_000}MBまでです。`,
  tooLargeHint: "PDFを作り直すときに画像の解像度を下げるか、いくつかのファイルに分けてください。",
  unreadable: "ファイルを読み取れませんでした。",
  unreadableHint: "フォルダーは取り込めません。中のファイルを選んでください。ファイルが移動・削除されていないか、ほかの人が使っていないかも確かめてください。",
  replace: "新しいファイルに差し替える",
  replaceDrop: "差し替えるPDF・画像をここに置いてください",
  now: (name: string) => `今のファイル　${name}`,
  staged: (name: string) => `「保存」を押すと、「${name}」に差し替えます。`,
  unstage: "差し替えをやめる",
  asRevised: "送った後の差し替えなので「修正版」とする",
  replaced: "資料を差し替えました",
  repaired: "このファイルは壊れていたため、直して取り込みました。ページを確かめてください。",
  renumber: "番号を詰める",
  renumberTitle: "資料番号を付け直しますか",
  renumberText: "今の並びのまま、番号の飛びをなくします。次第の資料番号も変わります。",
  from: "今の番号",
  to: "新しい番号",
  copies: "部数",
  copiesCaption: "会議資料の部数",
  copiesOf: { members: "委員", secretariat: "事務局", audience: "傍聴", press: "報道", spare: "予備" },
  copiesNote: {
    members: "委員用の会議資料",
    secretariat: "委員用の会議資料",
    audience: "公表用の会議資料",
    press: "公表用の会議資料",
    spare: "委員用の会議資料",
  } as Record<string, string>,
  copiesUnit: "部",
  copiesTotal: (n: number) => `計${n}部`,
  setCopies: "部数を変える",
  recipient: "配る相手",
  edition: "資料",
  toMembers: "委員の人数に合わせる",
  preview: "紙面",
  document: "表示する文書",
  documents: {
    members: "会議資料（委員用）",
    public: "会議資料（公表用）",
    agenda: "次第",
    seating: "席次表",
    cards: "席札",
    plates: "名札",
    plan: "印刷・部数表",
    replacement: "差替え資料（委員用）",
    collection_list: "回収資料の確認表",
    collected_copies: "回収資料（番号入り）",
    delivery_list: "送付一覧",
    packet_plan: "配付計画",
  } as Record<string, string>,
  odd: "奇数頁から始める",
  layout: "席の配置",
  noPreview: "資料を加えると、ここに会議資料の紙面が表示されます。",
  confirmed: "個人が分からないことを確かめました",
  confirmedHint: "公表用の資料に氏名などが見つかると、その場所をお知らせして、いったん止まります",
  old: "資料や次第が変わっています。紙面は、変わる前のものです。",
  again: "紙面を作り直す",
  size: (has: { a4: boolean; a3: boolean; other: boolean }, pages: number) => {
    const sizes = [has.a4 && "A4", has.a3 && "A3", has.other && "その他"];
    return `${sizes.filter(Boolean).join("・")} ${pages}頁`;
  },
  otherSize: "その他",
  copiesTitle: "印刷部数",
  a4: "A4",
  a3: "A3",
  sheets: (n: number) => `${n}枚`,
  uncounted: "—",
  perSet: "枚数は1部あたり、両面印刷の場合です。",
  allSheets: (all: boolean, a4: number, a3: number, other: number) => {
    const sizes = [`A4 ${a4}枚`, a3 > 0 && `A3 ${a3}枚`, other > 0 && `その他の大きさ ${other}枚`];
    return `${all ? "全部で" : "委員用の会議資料だけで"}${sizes.filter(Boolean).join("、")}。`;
  },
  publicUncounted: "公表用の枚数は、「会議資料（公表用）」の紙面を作ると数えます。",
};

export const record = {
  captions: { decisions: "決定の一覧", dues: "段取りの一覧", closed: "非公開の部分の一覧" },
  state: "状態",
  meaning: "今の状態",
  attendance: "出席の状況",
  present: "出席した委員",
  absent: "出席しなかった委員",
  papers: "資料",
  closed: "非公開としたもの",
  noClosed: "非公開とした議題・資料はありません。",
  decisions: "この会議で決まったこと",
  noDecisions: "この会議に結び付いた課題の経過・提案・役員の選出は、まだ記録されていません。",
  decisionColumns: { subject: "対象", text: "内容" },
  part: "対象",
  reason: "理由",
  dues: "会議録の期限",
  step: "会議録を進める",
};

export const changes = {
  caption: "この会議の変更の履歴",
  columns: { at: "日時", actor: "利用者", action: "操作", subject: "対象" },
  undone: "取り消し済",
  empty: "変更の記録はありません。",
};
