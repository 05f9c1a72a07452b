// An organisation that is chosen by name, or registered with the form where its
// name is new.
import { query } from "../../state/query.svelte";
import { write } from "../../state/write";

export function organizationChoice(chosen = "") {
  const all = query("list_organizations", () => ({}));
  let value = $state(chosen);
  let typed = $state("");

  return {
    get options() {
      return (all.data ?? []).map((o) => ({ value: o.id, label: o.name, words: `${o.search} ${o.former.join(" ")}` }));
    },
    /** Why there are no options. */
    get error() {
      return all.error;
    },
    get value(): string {
      return value;
    },
    set value(id: string) {
      value = id;
      if (id !== "") typed = "";
    },
    get typed(): string {
      return typed;
    },
    set typed(text: string) {
      typed = text;
    },
    /** Whether a new name was typed. */
    get isNew(): boolean {
      return value === "" && typed.trim() !== "";
    },
    /** What a write takes that registers a new organisation itself. */
    get given(): { organization: string | null; new_organization: string | null } {
      const name = typed.trim();
      return { organization: value || null, new_organization: value === "" && name !== "" ? name : null };
    },
    /** The identifier; a new organisation is registered first. Null for none. */
    async settled(): Promise<string | null> {
      const name = typed.trim();
      if (value !== "" || name === "") return value || null;
      const known = (all.data ?? []).find((o) => o.name === name);
      value = known?.id ?? (await write("add_organization", { name }, { quiet: true }));
      typed = "";
      return value;
    },
  };
}
