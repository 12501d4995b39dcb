import { capAt, defaultIn, valueIn } from "../caps.js";
import type { Value } from "../item.js";
import type { Grants, Situation } from "../situation.js";
import { asIs } from "../situation.js";
import type { Table } from "../table.js";
import type { ItemTerms } from "../terms.js";

/** What decides whether the guardians' words count: a link, and an age at which guardians have powers (C2, C3). */
export interface Standing {
  readonly linked: boolean;
  readonly isMinor: boolean;
}

/** How items are decided once it is known which rules apply: what a proof is about. */
export interface Evaluation {
  /** The cap of an item in a cell with these flags, as a function of what the guardians have said. */
  caps(table: Table, flags: Uint8Array, standing: Standing): (terms: ItemTerms, grants: Grants) => Value;
  /** The default of a setting in a cell with these flags, before the cap. */
  default(flags: Uint8Array, terms: ItemTerms, open: Value): Value;
  /** The value in force under a cap, of what was chosen or the default. */
  value(wanted: Value, cap: Value): Value;
}

/** The functions that answer everybody: proofs are about them, and not about a second reading of the rules. */
export const SERVED: Evaluation = {
  caps(table, flags, standing) {
    const situation = situationWith(table, flags, standing);
    const supposed = asIs(situation);
    return (terms, grants) => capAt(situation, 0, supposed, terms, grants);
  },
  default: (flags, terms, open) => defaultIn({ id: 0, flags }, terms, open),
  value: valueIn,
};

/** A situation in which these flags are all that is known of the facts. */
function situationWith(table: Table, flags: Uint8Array, { linked, isMinor }: Standing): Situation {
  const age = isMinor ? 0 : table.powersEnd;
  const nowhere = table.places.of(null);
  return {
    table: { ...table, cells: { ...table.cells, find: () => ({ id: 0, flags }) } },
    states: [{ moment: null, inForce: table.dates.inForce(0, 0), youngest: age, oldest: age, assurance: 0 }],
    past: [],
    present: null,
    residence: nowhere,
    possible: [nowhere],
    linked,
    isExact: true,
    isAgeUnknown: false,
    approvalEnds: new Map(),
  };
}
