import type { Value } from "../item.js";
import { meet, sameValue, valueKey } from "../lattice.js";
import type { ItemCase } from "../space/item-cases.js";
import { capOf, type ItemTerms } from "../terms.js";
import { approvalsIn, approvalsOf } from "./contributions.js";

/**
 * A text that is the same for two cases of an item exactly when nobody could tell them apart by the cap, whatever
 * guardians approve, or by the default. The cap is the meet of one function a source, each of that source's approval
 * alone (C1, C5); a source that is closed for good closes the item whatever the others say.
 */
export function outcomes(terms: ItemTerms, sourceTerms: (source: ItemTerms["item"]) => ItemTerms): Outcomes {
  const { item } = terms;
  const approvals = terms.sources.map(({ item: source }) => ({ source, approvals: approvalsOf(sourceTerms(source)) }));
  const known = [new Map<object, string>(), new Map<object, string>()] as const;
  return (one) => {
    const memory = known[one.linked ? 1 : 0];
    const same = memory.get(one.set);
    if (same !== undefined) return same;
    const byDefault =
      item.kind === "setting"
        ? one.set.defaults.reduce((value: Value, term) => meet(value, term.value), item.open)
        : terms.top;
    const functions = approvals.map(({ source, approvals: every }) => {
      const own = one.set.caps.filter((term) => term.source === source);
      return approvalsIn(one, every).map((approved) =>
        own.reduce((cap: Value, term) => meet(cap, capOf(term, approved)), terms.top),
      );
    });
    const isClosed = functions.some((values) => values.every((value) => sameValue(value, terms.bottom)));
    const caps = isClosed ? "closed" : functions.map((values) => values.map(valueKey).join(",")).join(";");
    const key = `${caps} ${valueKey(byDefault)}`;
    memory.set(one.set, key);
    return key;
  };
}

/** What holds in a case, as a text. */
export type Outcomes = (one: Pick<ItemCase, "set" | "linked">) => string;
