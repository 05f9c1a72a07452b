// The operations that the window itself offers: screens, steps back and on, the look.
import { call, failure } from "../api/call";
import { changes } from "../state/changes.svelte";
import { desk } from "../state/desk.svelte";
import { offers, type Operation } from "../state/operations.svelte";
import { go } from "../state/route.svelte";
import { toasts } from "../state/toasts.svelte";
import { undo } from "../state/undo.svelte";
import { THEMES, view } from "../state/view.svelte";
import { redoLast, undoLast } from "../state/write";
import { shell } from "../text/common";
import { palette as words } from "../text/palette";
import { SCREENS } from "./screens";

function steps(): Operation[] {
  const found: Operation[] = [];
  const { undoName, redoName } = undo;
  if (undoName) {
    found.push({ key: "undo", label: words.undo(undoName), words: words.undoWords, keys: "Ctrl+Z", run: () => undoLast() });
  }
  if (redoName) {
    found.push({ key: "redo", label: words.redo(redoName), words: words.redoWords, keys: "Ctrl+Y", run: () => redoLast() });
  }
  return found;
}

function screens(): Operation[] {
  const each = SCREENS.map((name, i) => ({
    key: `screen/${name}`,
    label: words.screen(shell.screens[name]),
    words: words.screenWords[name],
    keys: `Alt+${i + 1}`,
    run: () => go(name),
  }));
  return [...each, { key: "history", label: words.history, keys: "Ctrl+H", run: () => go("history") }];
}

/** Where a view stands that the navigation does not name. */
const PLACES: Record<string, () => void> = {
  board: () => go("issues", { view: "board" }),
  flow: () => go("issues", { view: "flow" }),
  themes: () => go("issues", { view: "themes" }),
  proposals: () => go("issues", { view: "proposals" }),
  feedback: () => go("issues", { view: "feedback" }),
  cases: () => go("issues", { view: "cases" }),
  subcommittees: () => go("issues", { view: "subcommittees" }),
  plans: () => go("issues", "plans"),
  cooperations: () => go("issues", "plans", { view: "cooperations" }),
  laws: () => go("issues", "plans", { view: "laws" }),
  turnout: () => go("meetings", { view: "turnout" }),
  evaluation: () => go("meetings", { view: "evaluation" }),
  survey: () => go("meetings", { view: "survey" }),
  consign: () => go("settings", { tab: "consign" }),
};

function placed(): Operation[] {
  return Object.entries(PLACES).map(([key, run]) => ({
    key: `place/${key}`,
    label: words.places[key] ?? key,
    words: words.placeWords[key] ?? "",
    run,
  }));
}

/** What is done on another screen: it opens there, in the dialog that does it. */
function elsewhere(): Operation[] {
  const adding: Operation[] = [
    { key: "add/meeting", label: words.addMeeting, run: () => go("meetings", { new: "1" }) },
    { key: "add/appointment", label: words.appoint, words: words.appointWords, run: () => go("members", { new: "appoint" }) },
    { key: "add/person", label: words.addPerson, words: words.addPersonWords, run: () => go("members", { tab: "people", new: "person" }) },
    { key: "add/organization", label: words.addOrganization, run: () => go("members", { tab: "organizations", new: "organization" }) },
    { key: "add/issue", label: words.addIssue, run: () => go("issues", { new: "1" }) },
  ];
  return [
    ...(desk.readOnly ? [] : adding),
    { key: "chart", label: words.chart, words: words.chartWords, run: () => go("council", { print: "1" }) },
    { key: "roster", label: words.roster, words: words.rosterWords, run: () => go("members", "roster") },
    { key: "vacant", label: words.vacant, words: words.vacantWords, run: () => go("members", { tab: "vacant" }) },
    { key: "ending", label: words.ending, words: words.endingWords, run: () => go("today") },
  ];
}

function looks(): Operation[] {
  const themes = THEMES.filter((theme) => theme !== view.theme).map((theme) => ({
    key: `theme/${theme}`,
    label: words.themes[theme] ?? theme,
    run: () => void (view.theme = theme),
  }));
  const zooms: Operation[] = [
    { key: "larger", label: words.larger, run: () => view.larger() },
    { key: "smaller", label: words.smaller, run: () => view.smaller() },
  ];
  if (view.zoom !== 100) zooms.push({ key: "usual", label: words.usual, run: () => void (view.zoom = 100) });
  return [...themes, ...zooms];
}

/** Makes a backup now and says so. */
export async function backUp(): Promise<void> {
  try {
    await call("backup_now", {});
    changes.tell([]);
    toasts.show({ text: words.backupDone });
  } catch (thrown) {
    const why = failure(thrown);
    toasts.show({ text: why.message, detail: why.hint, tone: "bad" });
  }
}

function safety(): Operation[] {
  const council = desk.council;
  if (!council || council.sample || council.read_only) return [];
  return [{ key: "backup", label: words.backup, words: words.backupWords, run: backUp }];
}

/** Offers them for as long as the window is open. */
export function offerOperations(): void {
  offers(() => [...steps(), ...elsewhere(), ...screens(), ...placed(), ...safety(), ...looks()]);
}
