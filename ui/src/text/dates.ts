// Days, times and fiscal years in words. The council's date style decides
// between 令和8年4月1日, 2026年4月1日 and both.

import { dateStyle, type DateStyle } from "../state/datestyle.svelte";

export type { DateStyle } from "../state/datestyle.svelte";

/** The styles to choose from. */
export const DATE_STYLES: readonly { value: DateStyle; label: string }[] = [
  { value: "era", label: "令和8年4月1日" },
  { value: "both", label: "令和8年（2026年）4月1日" },
  { value: "western", label: "2026年4月1日" },
];

interface Era {
  name: string;
  /** Its first day, ISO. */
  from: string;
}

const ERAS: readonly Era[] = [
  { name: "令和", from: "2019-05-01" },
  { name: "平成", from: "1989-01-08" },
  { name: "昭和", from: "1926-12-25" },
  { name: "大正", from: "1912-07-30" },
  { name: "明治", from: "1868-01-25" },
];

const WEEKDAYS = "日月火水木金土";

/** From Sunday. */
export const WEEKDAY_NAMES: readonly string[] = [...WEEKDAYS];

function eraYear(iso: string): string {
  const year = Number(iso.slice(0, 4));
  const era = ERAS.find((candidate) => candidate.from <= iso);
  if (!era) return `${year}年`;
  const number = year - Number(era.from.slice(0, 4)) + 1;
  return `${era.name}${number === 1 ? "元" : number}年`;
}

function yearText(iso: string): string {
  const western = `${Number(iso.slice(0, 4))}年`;
  if (dateStyle.value === "western") return western;
  return dateStyle.value === "both" ? `${eraYear(iso)}（${western}）` : eraYear(iso);
}

function monthDay(iso: string): string {
  return `${Number(iso.slice(5, 7))}月${Number(iso.slice(8, 10))}日`;
}

/** 令和8年4月1日; empty for none. */
export function dayText(iso: string | null | undefined): string {
  return iso ? `${yearText(iso)}${monthDay(iso)}` : "";
}

/** 木. */
export function weekday(iso: string): string {
  return WEEKDAYS[new Date(`${iso.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? "";
}

/** 令和8年9月24日（木）. */
export function dayWithWeekday(iso: string | null | undefined): string {
  return iso ? `${dayText(iso)}（${weekday(iso)}）` : "";
}

/** 9/24 within the year. */
export function shortDay(iso: string | null | undefined): string {
  return iso ? `${Number(iso.slice(5, 7))}/${Number(iso.slice(8, 10))}` : "";
}

/** 9/24（木）. */
export function shortDayWithWeekday(iso: string | null | undefined): string {
  return iso ? `${shortDay(iso)}（${weekday(iso)}）` : "";
}

/** R8.9.24, for narrow columns and for fields. */
export function tersely(iso: string | null | undefined): string {
  if (!iso) return "";
  const era = ERAS.find((candidate) => candidate.from <= iso);
  const letters: Record<string, string> = { 令和: "R", 平成: "H", 昭和: "S", 大正: "T", 明治: "M" };
  const letter = era && letters[era.name];
  if (!era || !letter || dateStyle.value === "western") return iso.slice(0, 10).split("-").map(Number).join("/");
  const year = Number(iso.slice(0, 4)) - Number(era.from.slice(0, 4)) + 1;
  return `${letter}${year}.${Number(iso.slice(5, 7))}.${Number(iso.slice(8, 10))}`;
}

/** 令和8年度（2026）, for the fiscal year that begins in April 2026. */
export function fiscalYearWithNumber(year: number): string {
  return dateStyle.value === "western" ? fiscalYear(year) : `${fiscalYear(year)}（${year}）`;
}

/** 令和8年度; 令和元年度 for 2019. */
export function fiscalYear(year: number): string {
  if (dateStyle.value === "western") return `${year}年度`;
  return `${eraOfFiscal(year)}年度`;
}

function eraOfFiscal(year: number): string {
  // The year in which an era begins bears its name from the start: 令和元年度.
  const begins = ERAS.find((era) => era.from > `${year}-04-01` && era.from < `${year + 1}-01-01`);
  return eraYear(begins?.from ?? `${year}-04-01`).replace(/年$/, "");
}

/** 令和8年9月23日 17:32, of an RFC 3339 time, as the clock of Japan shows it. */
export function momentText(at: string | null | undefined): string {
  if (!at) return "";
  const iso = japan(at);
  return `${dayText(iso)} ${iso.slice(11, 16)}`;
}

/** 9/23 17:32. */
export function shortMoment(at: string | null | undefined): string {
  if (!at) return "";
  const iso = japan(at);
  return `${shortDay(iso)} ${iso.slice(11, 16)}`;
}

function japan(at: string): string {
  if (!/(Z|[+-]\d\d:?\d\d)$/.test(at)) return at;
  return new Date(Date.parse(at) + 9 * 3_600_000).toISOString();
}

/** 令和8年4月, of an ISO day. */
export function monthText(iso: string): string {
  return iso ? `${yearText(iso)}${Number(iso.slice(5, 7))}月` : "";
}
