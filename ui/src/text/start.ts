// Words of the first screen: no council yet, a new one, a folder in trouble.
import type { Way } from "../api/generated";

export const start = {
  title: "円卓",
  sub: "障害者支援協議会などの事務局のためのプログラムです。データはこのパソコンのフォルダー（または市役所の共有フォルダー）にだけ置き、外部とは通信しません。",
  choose: "何から始めますか",
  found: "新しく始める",
  foundHint: "協議会の名前とデータの置き場所を決めて、自分の協議会を作ります。",
  open: "フォルダーを開く",
  openHint: "すでにある円卓のデータを開きます。",
  sample: "見本を見る",
  sampleHint: "架空の協議会で、画面と文書を試します。変更は残りません。",
  unpack: "委託された一式を開く",
  unpackHint: "庶務の委託で市から受け取ったファイル（.entakupkg）を開いて、作業を始めます。",
  recent: "最近使った協議会",
  recentCaption: "最近使った協議会の一覧",
  recentColumns: { name: "協議会", folder: "フォルダー", act: "操作" },
  openRecent: (name: string) => `${name}を開く`,
  forget: "一覧から消す",
  forgetRecent: (name: string) => `一覧から消す：${name}（データは消えません）`,
  back: "戻る",
  backToCouncil: (name: string) => `${name}に戻る`,
  backToChoice: "はじめの画面に戻る",
};

export const found = {
  title: "新しい協議会を作る",
  steps: ["場所と名前", "確認事項"],
  stepsLabel: "手順",
  name: "協議会の名前",
  nameHint: "例：鎌倉市障害者支援協議会",
  municipality: "市区町村",
  municipalityHint: "例：鎌倉市",
  secretariat: "事務局",
  secretariatHint: "例：健康福祉部障害福祉課",
  actor: "使う人の名前",
  actorHint: "変更の履歴に残る名前です。あとで変えられます。",
  structure: "はじめの構成",
  structures: {
    seed: "全体会・運営会議・専門部会・地域事例みえるか会議をそろえて始める",
    seedHint: "鎌倉市の2022年度の関係図にならった会議体・所掌・関係の矢印が入ります。人の名前は入りません。どれも後で直せます。",
    empty: "全体会と事務局だけで始める",
    emptyHint: "ほかの会議体や席は、自分で作ります。",
  },
  dateStyle: "日付の書き方",
  dateStyleHint: "画面と文書での書き方です。あとで変えられます。",
  place: "データの場所",
  placeHint: "この協議会だけのフォルダーです。あとから別の場所に移すこともできます。",
  noPlace: "まだ選んでいません",
  choosePlace: "場所を選ぶ",
  changePlace: "場所を変える",
  placeMissing: "データを置くフォルダーを選んでください。",
  create: "協議会を作る",
  answersLead: "要綱などで決まっていることを確かめます。分からないものは「未定」のままで構いません。どれも後から設定で変えられます。",
};

export const unpack = {
  title: "委託された一式を開く",
  sub: "庶務の委託で市から受け取ったファイルから、作業用の協議会を作ります。作業が終わったら、設定の「庶務の委託」で戻しのファイルを作って市に渡します。",
  package: "受け取ったファイル",
  packageHint: "名前が .entakupkg で終わるファイルです。",
  none: "まだ選んでいません",
  missing: "市から受け取ったファイルを選んでください。",
  choose: "ファイルを選ぶ",
  change: "ファイルを変える",
  folder: "データの場所",
  folderHint: "作業用のフォルダーです。ほかの協議会のデータがない場所を選びます。",
  submit: "作業を始める",
};

export const trouble = {
  title: "協議会を開けませんでした",
  folder: "フォルダー",
  ways: {
    retry: "もう一度開く",
    read_only: "読み取り専用で開く",
    write: "書き込める形で開く",
    restore: "バックアップから戻す",
    found: "このフォルダーで新しく始める",
    choose: "別のフォルダーを選ぶ",
  } satisfies Record<Way, string>,
  hints: {
    retry: "つながりや、ほかの人の作業を確かめてから押してください。",
    read_only: "内容を見ることと印刷ができます。変更はできません。",
    write: "",
    restore: "円卓が作ったバックアップを選び、その時点の内容に戻します。今のデータは別の名前で残します。",
    found: "フォルダーにあるほかのファイルには触れません。",
    choose: "",
  } satisfies Record<Way, string>,
};

export const backups = {
  caption: "バックアップの一覧",
  at: "作った日時",
  why: "種類",
  size: "大きさ",
  act: "操作",
  kilobytes: (bytes: number) => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.ceil(bytes / 1000)} KB`),
  none: "このフォルダーにバックアップはありません。",
  restore: "このバックアップに戻す",
  restoreFrom: (label: string) => `このバックアップに戻す：${label}`,
  confirmTitle: "バックアップに戻しますか",
  confirm: (label: string) =>
    `${label}の内容に戻します。そのあとに入れた内容は、協議会の画面からは見えなくなります。\n今のデータは消さずに、backup フォルダーに別の名前で残します。`,
  restored: (label: string) => `${label}のバックアップに戻しました`,
};
