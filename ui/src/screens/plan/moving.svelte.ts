// Moving a meeting to another day: with the pointer or by keys. While it is held, the
// core says what would come of the day below it; where it is let go, it is moved. One
// whose notice is out asks first.
import { call, failure } from "../../api/call";
import type { MoveOutlook, PlanMeeting } from "../../api/generated";
import { addDays } from "../../parts/calendar";
import { toasts } from "../../state/toasts.svelte";
import { write } from "../../state/write";

export interface Held {
  meeting: PlanMeeting;
  /** 第2回全体会. */
  title: string;
}

/** So many pixels make a press a pull. */
const PULL = 5;
/** So long the pointer rests on a day before the core is asked. */
const REST = 120;
/** So near to its edge the screen moves on. */
const EDGE = 56;

/** The same weekday of the same week in another month; the last where there is no fifth. */
export function sameWeek(iso: string, month: string): string {
  const date = Number(iso.slice(8, 10));
  const week = Math.floor((date - 1) / 7);
  const weekday = new Date(`${iso}T00:00:00Z`).getUTCDay();
  const first = new Date(`${month}-01T00:00:00Z`).getUTCDay();
  const day = addDays(`${month}-01`, ((weekday - first + 7) % 7) + 7 * week);
  return day.slice(0, 7) === month ? day : addDays(day, -7);
}

export class Moving {
  /** The meeting that is held; none while nothing is. */
  held = $state.raw<Held | null>(null);
  /** The day on which it would land. */
  to = $state<string | null>(null);
  /** What would come of that; none while the core is asked. */
  outlook = $state.raw<MoveOutlook | null>(null);
  /** Waiting for a yes: the members have been told of the old day. */
  asking = $state.raw<{ held: Held; outlook: MoveOutlook } | null>(null);
  /** Whether it is held by keys. */
  byKeys = $state(false);
  #press: { held: Held; x: number; y: number; id: number } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #pulled = false;
  #moved: (id: string) => void;

  /** `moved` hears which meeting was moved. */
  constructor(moved: (id: string) => void = () => {}) {
    this.#moved = moved;
  }

  /** A press on a meeting: it may become a pull. */
  press(event: PointerEvent, held: Held): void {
    this.#pulled = false;
    if (event.button !== 0 || !held.meeting.movable || this.byKeys) return;
    this.#press = { held, x: event.clientX, y: event.clientY, id: event.pointerId };
  }

  pull(event: PointerEvent): void {
    const press = this.#press;
    if (!press || !(event.currentTarget instanceof HTMLElement)) return;
    if (!this.held) {
      if (Math.hypot(event.clientX - press.x, event.clientY - press.y) < PULL) return;
      event.currentTarget.setPointerCapture(press.id);
      this.#pulled = true;
      this.#take(press.held);
    }
    const under = document.elementFromPoint(event.clientX, event.clientY);
    this.over(this.#dayAt(under));
    scrollAt(under, event.clientY);
  }

  async release(): Promise<void> {
    this.#press = null;
    if (this.held && !this.byKeys) await this.drop();
  }

  /** A pull ends in a click on the link; that one is not meant. */
  swallow(event: MouseEvent): void {
    if (this.#pulled) event.preventDefault();
    this.#pulled = false;
  }

  /** Picked up by keys, on its own day. */
  lift(held: Held): void {
    if (!held.meeting.movable) return;
    this.byKeys = true;
    this.#take(held);
    this.over(held.meeting.date);
  }

  /** The day on which it would land. */
  over(day: string | null): void {
    if (day === this.to) return;
    this.to = day;
    this.outlook = null;
    clearTimeout(this.#timer);
    if (day && this.held) this.#timer = setTimeout(() => void this.#look(), REST);
  }

  /** Moves it to the day below it; asks first where that is needed. */
  async drop(): Promise<void> {
    const [held, to] = [this.held, this.to];
    if (!held || !to || to === held.meeting.date) return this.cancel();
    const outlook = this.outlook ?? (await this.#look());
    this.cancel();
    if (!outlook) return;
    if (outlook.refused) toasts.show({ text: outlook.refused, tone: "bad" });
    else if (outlook.asks) this.asking = { held, outlook };
    else await this.#move(held, to, false);
  }

  /** The yes that was waited for. What is refused is thrown, to be shown there. */
  async confirm(): Promise<void> {
    if (!this.asking) return;
    const { held, outlook } = this.asking;
    await write("move_meeting", { meeting: held.meeting.id, date: outlook.date, confirmed: true });
    this.#moved(held.meeting.id);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#press = null;
    this.held = null;
    this.to = null;
    this.outlook = null;
    this.byKeys = false;
  }

  #take(held: Held): void {
    this.held = held;
    this.to = null;
    this.outlook = null;
  }

  async #look(): Promise<MoveOutlook | null> {
    const [held, to] = [this.held, this.to];
    if (!held || !to) return null;
    clearTimeout(this.#timer);
    const mine = ++this.#asked;
    try {
      const outlook = await call("move_outlook", { meeting: held.meeting.id, date: to });
      if (mine === this.#asked) this.outlook = outlook;
      return outlook;
    } catch (thrown) {
      const why = failure(thrown);
      toasts.show({ text: why.message, detail: why.hint, tone: "bad" });
      return null;
    }
  }

  async #move(held: Held, date: string, confirmed: boolean): Promise<void> {
    try {
      await write("move_meeting", { meeting: held.meeting.id, date, confirmed });
      this.#moved(held.meeting.id);
    } catch (thrown) {
      const why = failure(thrown);
      toasts.show({ text: why.message, detail: why.hint, tone: "bad" });
    }
  }

  /** The day at a place: of a calendar, or the same week's of a month in the table. */
  #dayAt(under: Element | null): string | null {
    const day = under?.closest<HTMLElement>("[data-day]")?.dataset.day;
    if (day) return day;
    const month = under?.closest<HTMLElement>("[data-month]")?.dataset.month;
    const held = this.held;
    if (!month || !held) return null;
    return held.meeting.date.startsWith(month) ? held.meeting.date : sameWeek(held.meeting.date, month);
  }
}

/** Near its upper or lower edge, the screen moves on. */
function scrollAt(under: Element | null, y: number): void {
  let box = under?.parentElement ?? null;
  while (box && !(box.scrollHeight > box.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(box).overflowY))) {
    box = box.parentElement;
  }
  if (!box) return;
  const { top, bottom } = box.getBoundingClientRect();
  if (y < top + EDGE) box.scrollBy(0, -12);
  if (y > bottom - EDGE) box.scrollBy(0, 12);
}
