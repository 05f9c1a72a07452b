// Keys of the whole window.

/** Whether a key belongs to a kana-kanji conversion, so that nobody else may act on it. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether the key is typed into a field, where Ctrl+Z undoes typing. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  const buttons = ["button", "checkbox", "radio", "submit", "reset", "file", "range", "color"];
  return target instanceof HTMLInputElement && !buttons.includes(target.type);
}

/** `Ctrl+Shift+Z`, `Alt+1`, `Escape`. */
export function chord(event: KeyboardEvent): string {
  const parts = [];
  if (event.ctrlKey || event.metaKey) parts.push("Ctrl");
  if (event.altKey) parts.push("Alt");
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (event.shiftKey && event.key.length > 1) parts.push("Shift");
  else if (event.shiftKey && /^[A-Z]$/.test(key)) parts.push("Shift");
  parts.push(key);
  return parts.join("+");
}
