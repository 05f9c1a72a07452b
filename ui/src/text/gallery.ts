// Words for the page of parts that the tests look at.

const FAMILIES = ["髙橋", "﨑山", "𠮷田", "渡邉󠄂", "辻󠄀", "渡邉", "佐藤", "鈴木"];
const GIVEN = ["一郎", "花子", "健太", "美咲", "勝", "恵"];
const PLACES = ["市社会福祉協議会", "相談支援事業所 みなと", "障害者団体連合会", "特別支援学校", "公共職業安定所"];

const pick = (from: readonly string[], i: number) => from[i % from.length] ?? "";

export const gallery = {
  title: "部品",
  sub: "画面で使う部品の一覧です。",
  names: FAMILIES,
  buttons: { main: "資料セットを作る", plain: "開催通知", quiet: "取り消す", danger: "削除する", busy: "処理中" },
  fields: { name: "氏名", note: "備考", day: "委嘱日", time: "開始時刻", count: "人数", kind: "区分", person: "委員", agree: "確認しました", how: "選び方" },
  hint: "姓と名の間に空白を入れません。",
  error: "氏名を入力してください。",
  options: [
    { value: "a", label: "互選" },
    { value: "b", label: "会長の指名" },
    { value: "", label: "未定" },
  ],
  people: Array.from({ length: 60 }, (_, i) => ({
    value: String(i),
    label: `${pick(FAMILIES, i)}${pick(GIVEN, i)}`,
    hint: pick(PLACES, i),
    words: "たかはし さきやま よしだ",
  })),
  table: { caption: "委員の一覧", name: "氏名", place: "所属", term: "任期", count: "出席", state: "状態" },
  rows: (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      id: String(i),
      name: `${pick(FAMILIES, i * 7)}${pick(GIVEN, i * 5)}${i}`,
      place: pick(PLACES, i * 3),
      end: `20${27 + (i % 3)}-03-31`,
      count: (i * 37) % 100,
    })),
  many: "3,000行の表を出す",
  good: "任期内",
  callout: "会議の30日前までに依頼します。",
  calloutTitle: "手話通訳の依頼",
  facts: [
    { term: "任期の満了", text: "令和9年3月31日", reason: "委嘱 令和7年度 → 翌年度末日（2年以内）" },
    { term: "所属", text: "渡邉󠄂福祉会" },
  ],
  tabs: [
    { key: "a", label: "次第" },
    { key: "b", label: "出欠", count: 3 },
    { key: "c", label: "資料" },
  ],
  drop: "PDF・画像をここに置くと資料になります（Word・Excel は PDF にしてから）",
  dialog: "委員を委嘱する",
  confirm: "この委員を削除します。元に戻せます。",
  progress: "1つのPDFにまとめています",
  empty: "この年度の会議はまだありません。",
};
