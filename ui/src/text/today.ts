// Words of the screen 今日.

/** 令和8年7月1日 where documents say 令和8年（2026年）7月1日: a list has no room for both. */
export const briefly = (day: string) => day.replace(/（\d+年(度?)）/, "");

export const today = {
  title: "今日",
  next: (days: number) => (days === 0 ? "今日は会議があります。" : `次の会議まで${days}日。`),
  noMeeting: "予定されている会議はありません。",
  pressing: (urgent: number, week: number) => {
    if (urgent === 0 && week === 0) return "急ぎの用件はありません。";
    const parts = [];
    if (urgent > 0) parts.push(`急ぎが${urgent}件`);
    if (week > 0) parts.push(`７日以内が${week}件`);
    return `${parts.join("、")}あります。`;
  },
  otherYear: "この画面は、選んだ年度にかかわらず、今日の時点を表示します。",

  tasks: {
    title: "することの一覧",
    caption: "することの一覧（急ぐ順）",
    due: "期限",
    what: "すること",
    about: "対象",
    act: "操作",
    none: "今のところ、することはありません。",
    noneReason: "会議、推薦、課題の記録から、60日先までの期限を数えています。",
    overdue: (days: number) => `${days}日超過`,
    today: "今日",
    tomorrow: "明日",
    undated: "期限なし",
    open: "開く",
    openFor: (about: string, what: string) => `${about}を開く：${what}`,
    held: "開催済みにする",
    heldFor: (about: string) => `${about}を開催済みにする`,
    more: (n: number) => `15日より先の${n}件も表示する`,
    fewer: "15日以内だけを表示する",
    source:
      "期限は、事務局の目安（初めは、通訳などの手配30日前、開催通知14日前、資料7日前、会議概要2日後、会議録45日後。年間予定の画面で変えられます）で会議の日から数え、閉庁日（土日、祝日、年末年始、事務局が定めた日）に当たるときは前の開庁日とします。記録が済むと、一覧から消えます。",
  },

  meetings: {
    title: "次の会議",
    agenda: (n: number) => (n === 0 ? "次第 なし" : `次第 ${n}`),
    papers: (ready: number, all: number) => (all === 0 ? "資料 なし" : `資料 ${ready}/${all}`),
    replies: (replied: number, all: number) => `出欠 ${replied}/${all}`,
    where: ({ start, end, place, mode }: { start: string | null; end: string | null; place: string; mode: string | null }) => {
      const hours = start ? `${start}～${end ?? ""}` : "時刻未定";
      return `${hours}　${place || "会場未定"}${mode ? `・${mode}` : ""}`;
    },
    inDays: (days: number) => (days === 0 ? "今日" : days === 1 ? "明日" : `${days}日後`),
    none: "これからの会議は登録されていません。",
    plan: "年間予定を開く",
  },

  endings: {
    title: "任期が終わる委員",
    caption: "任期が終わる委員（来年度末まで）",
    end: "満了日",
    body: "会議体",
    count: "人数",
    why: "根拠",
    people: (n: number) => `${n}名`,
    thisYear: "今年度末まで",
    none: "来年度末までに任期の終わる委員はいません。",
    open: (body: string) => `${body}の委員を開く`,
    openShort: "委員を開く",
    round: (body: string) => `${body}の改選を開く`,
    roundShort: "改選を開く",
  },

  first: {
    title: "はじめに",
    why: "委員がまだ登録されていません。次の順に登録すると、この画面に、することと期限が表示されます。",
    steps: [
      { key: "person", label: "委員を登録する", text: "氏名、ふりがな、所属を登録します。" },
      { key: "appoint", label: "委嘱・選任する", text: "登録した人を、会議体の席に就けます。任期の満了日は規則から計算します。" },
      { key: "meeting", label: "会議を追加する", text: "日程を入れると、通知や資料の期限を会議の日から数えます。" },
    ],
  },

  gaps: {
    title: "欠員・空席",
    caption: "欠員・空席と、委員のいない区分",
    what: "会議体・席",
    since: "いつから",
    reason: "状況",
    none: "欠員はありません。",
    unknown: "—",
    from: (day: string) => `${day}から`,
  },

  flow: {
    title: (year: string) => `課題の流れ（${year}）`,
    caption: "課題の流れ：段階ごとの件数",
    stage: "段階",
    count: "件数",
    share: "割合",
    none: "今年度の課題は、まだありません。",
    open: "課題を開く",
  },

  safety: {
    title: "データの保護",
    last: "最後のバックアップ",
    none: "まだありません",
    stale: "1日より前",
    running: "作成中",
    good: "新しい",
    now: "今すぐバックアップ",
    done: "バックアップを作りました",
    sample: "見本を開いているため、バックアップはありません。自分の協議会を作ると、毎日自動で作ります。",
    settings: "バックアップの一覧",
  },
};
