// What the screen of members says.
import { addDays } from "../parts/calendar";
import { dayText, tersely } from "./dates";
import { memberForms } from "./member-forms";
import { peopleForms } from "./people-forms";

/** あと1年6か月, あと25日, 本日まで: how long a term that ends on `end` still runs after `on`. */
export function timeLeft(on: string, end: string | null): string {
  if (!end) return "";
  const days = (Date.parse(end) - Date.parse(on)) / 86_400_000;
  if (days < 0) return "終了";
  if (days === 0) return "本日まで";
  if (days < 60) return `あと${days}日`;
  const [y = 0, m = 0, d = 0] = on.split("-").map(Number);
  const [endYear = 0, endMonth = 0, endDay = 0] = addDays(end, 1).split("-").map(Number);
  const months = (endYear - y) * 12 + endMonth - m - (endDay < d ? 1 : 0);
  const years = Math.floor(months / 12);
  const rest = months % 12;
  return `あと${endDay === d ? "" : "約"}${years ? `${years}年` : ""}${rest ? `${rest}か月` : ""}`;
}

/** R8.4.1～R10.3.31; 期限なし where no end is set. */
export function span(from: string | null, to: string | null): string {
  const first = from ? tersely(from) : "";
  if (!from && !to) return "";
  return `${first}～${to ? tersely(to) : ""}`;
}

export const members = {
  title: "委員",
  asOf: (iso: string) => `${dayText(iso)}現在`,
  on: "基準日",
  onHint: "この日の在任の状況を表示します",
  views: "表示する一覧",
  tabs: { seats: "在任", vacant: "空席", people: "すべての人", organizations: "団体" },
  unoccupied: "空き",
  appoint: "委嘱・選任する",
  addPerson: "人を登録する",
  roster: "名簿を作る",
  elect: "役員の選出を記録",
  addSeat: "席を加える",
  addOrganization: "団体を登録する",
  filters: "絞り込み",
  search: "検索",
  searchHint: "氏名・ふりがな・所属など",
  body: "会議体",
  allBodies: "すべての会議体",
  category: "区分",
  allCategories: "すべての区分",
  near: "任期満了まで6か月以内",
  vacantOnly: "空席だけ",
  clear: "絞り込みを解除",
  shown: (shown: number, all: number) => (shown === all ? `全${all}席` : `${all}席のうち${shown}席を表示`),
  counts: (people: number, vacant: number, ahead: number) =>
    `在任${people}席・空席${vacant}席${ahead > 0 ? `・就任予定${ahead}名` : ""}`,
  shownPeople: (shown: number, all: number) => (shown === all ? `全${all}名` : `${all}名のうち${shown}名を表示`),
  shownOrganizations: (shown: number, all: number) => (shown === all ? `全${all}団体` : `${all}団体のうち${shown}団体を表示`),
  shownVacant: (n: number) => `空席は${n}席です`,
  caption: (on: string) => `${dayText(on)}現在の委員`,
  captionVacant: (on: string) => `${dayText(on)}現在の空席`,
  captionPeople: "登録されている人",
  captionOrganizations: "登録されている団体",
  none: "当てはまる席がありません。絞り込みを変えてください。",
  noPeople: "当てはまる人がいません。検索の語を変えてください。",
  noOrganizations: "当てはまる団体がありません。検索の語を変えてください。",
  noVacant: "空席はありません。",
  /** Where nothing was entered yet: what comes first. */
  start: {
    seats: "この日に置かれている席は、まだ登録されていません。",
    seatsHint: "委員の委嘱・選任は、会議体の「席」に対して行います。先に席を加えてください。日を変えると、その日の席を表示します。",
    seatsFirst: "席のある会議体がまだないため、委嘱・選任を記録できません。先に席を加えてください。",
    noneToElect: "席のある会議体がまだないため、役員の選出を記録できません。先に席を加えてください。",
    noRoster: "席のある会議体がまだないため、名簿を作れません。先に席を加えてください。",
    people: "人はまだ登録されていません。",
    peopleHint: "委員になる人や、委員であった人を登録します。",
    organizations: "団体はまだ登録されていません。",
    organizationsHint: "人の所属先や、委員を推薦する団体を登録します。",
    noBodies: "この日に置かれている会議体がありません。上の年度を変えるか、「協議会」の画面で会議体を加えてください。",
  },
  columns: {
    place: "席",
    name: "氏名",
    affiliation: "所属・職",
    category: "区分",
    body: "会議体",
    office: "役職",
    term: "任期",
    left: "残り",
    kind: "種別",
    reappointments: "再任回数",
    since: "空席となった日",
    expected: "充てる職・団体",
    nominator: "推薦団体",
    last: "前任",
    progress: "推薦の状況",
    sits: "就いている会議体",
    publication: "公表用の表示",
    organization: "団体",
    former: "以前の名称",
    people: "所属する人",
    seats: "関わる席",
    action: "操作",
  },
  vacant: "空席",
  /** What a vacant seat expects. */
  expects: (filler: string, text: string) =>
    ({ post: `充てる職：${text}`, organization: `席のある団体：${text}`, derived: `${text}の長` })[filler] ?? `推薦団体：${text}`,
  derived: "役職による席",
  namesake: "同姓同名あり",
  temporary: "種別",
  neverSat: "委嘱の記録なし",
  satBefore: "現在は就いていません",
  due: (iso: string) => `回答期限${dayText(iso)}`,
  overdue: (iso: string) => `回答期限${dayText(iso)}を過ぎています`,
  ahead: (iso: string, name: string) => `${tersely(iso)}から ${name}（予定）`,
  lastMember: (name: string, reason: string | null) => (reason ? `${name}（${reason}）` : name),
  derivedVacant: "会長などの役職が決まると、その人が就きます。",
  fillSeat: "委嘱する",
  changeSeat: "席を変更",
  back: "委員の一覧へ",
  unknownDay: "不明",

  person: {
    basics: "基本の情報",
    record: "この人の記録",
    name: "氏名",
    kana: "ふりがな",
    latin: "ローマ字",
    glyph: "戸籍上の字形",
    letterTitle: "宛名の敬称",
    publication: "公表用の表示",
    needs: "情報保障",
    contact: "連絡先（事務局用）",
    affiliation: "所属・職",
    namesakes: "同姓同名の人がいます",
    namesakeOf: (kana: string, affiliation: string) => [kana, affiliation].filter(Boolean).join("・"),
    edit: "訂正する",
    editTitle: "登録の訂正",
    appointments: "委嘱・選任",
    noAppointments: "委嘱・選任の記録はまだありません。",
    why: "満了日の根拠",
    exception: "再任の上限の例外とする理由",
    states: { open: "在任", ended: "終了", ahead: "これから" } as Record<string, string>,
    term: "任期",
    termOf: (start: string, end: string | null) => `${dayText(start)}から${end ? `${dayText(end)}まで` : "（満了日の定めなし）"}`,
    endedOn: (iso: string, reason: string | null) => `${dayText(iso)}に退任${reason ? `（${reason}）` : ""}`,
    from: (iso: string) => `（${dayText(iso)}から）`,
    notice: (iso: string) => `辞任届の受理日：${dayText(iso)}`,
    leavingNote: (note: string) => `退任の覚え：${note}`,
    decided: "決裁日",
    letter: "委嘱状の番号",
    replaces: (name: string) => `${name}の補欠`,
    route: "選任の経路",
    category: "区分",
    kind: "種別",
    end: "退任を記録",
    correct: "記録を訂正",
    endOf: (body: string) => `${body}の退任を記録`,
    correctOf: (body: string) => `${body}の委嘱の記録を訂正`,
    offices: "役職",
    noOffices: "役職の記録はありません。",
    captionOffices: "役職の一覧",
    elected: "選出",
    meeting: "会議",
    endOffice: "辞任を記録",
    endOfficeOf: (title: string) => `${title}の辞任を記録`,
    removeOffice: "選出を取り消す",
    removeOfficeOf: (title: string) => `${title}の選出を取り消す`,
    affiliations: "所属・職の履歴",
    noAffiliations: "所属の記録はありません。",
    captionAffiliations: "所属・職の一覧",
    moved: "所属が変わった",
    since: "から",
    attendance: "会議への出席",
    noAttendance: "出欠の記録はまだありません。",
    captionAttendance: "会議への出席の記録",
    date: "日付",
    presence: "出欠",
    proxy: (name: string) => `代理：${name}`,
    past: "この人の記録の履歴",
    letters: {
      title: "委嘱関係の文書",
      caption: "この人に関する文書",
      none: "番号を取った文書も、控えのある文書もありません。",
      on: "日付",
      letter: "文書",
      number: "文書番号",
      again: "もう一度作る",
      againOf: (label: string, number: string) => `${label}（${number}）をもう一度作る`,
      open: "控えを見る",
      openOf: (title: string) => `${title}の控えを見る`,
    },
    captionPast: "この人の記録に加えた変更",
    at: "日時",
    actor: "行った人",
    action: "操作",
    undone: "元に戻した操作",
    showPast: "履歴を表示",
    purge: "個人情報を抹消する",
    organization: "所属団体",
    post: "職",
    period: "期間",
    now: "現在",
  },

  ...memberForms,
  ...peopleForms,

  rosterPage: {
    title: "委員名簿",
    body: "会議体",
    on: "いつ現在",
    order: "並べ方",
    orders: [
      { value: "category", label: "区分順" },
      { value: "syllabary", label: "五十音順" },
    ],
    audience: "用途",
    audiences: [
      { value: "public", label: "公表用", hint: "本人の希望どおりに氏名・団体名を表示し、ふりがなと任期は載せません" },
      { value: "internal", label: "内部用", hint: "ふりがな、委嘱日、満了日も載せます" },
    ],
    export: "表として書き出す",
    xlsx: "Excel（.xlsx）",
    csv: "CSV（UTF-8）",
    cp932: "CSV（Shift_JIS）",
  },
};

/** One line of a seat in a choice: ⑵ 福祉関係者・社会福祉協議会. */
export function seatText(categoryText: string, expected: string): string {
  return [categoryText || members.appointment.seatPlain, expected].filter(Boolean).join("・");
}
