import type { CalendarDate } from "../calendar.js";
import { capAt, defaultIn } from "../caps.js";
import { grantsOf, preferredOf } from "../decide.js";
import type { Value } from "../item.js";
import { meet } from "../lattice.js";
import { asIs, cellAt, type Situation } from "../situation.js";
import { ASSURANCE_LEVELS, type Choices, type Subject } from "../subject.js";
import type { Table } from "../table.js";
import type { ItemTerms } from "../terms.js";
import { stateOn } from "../timeline.js";

/** What holds now, without why and until when. */
export interface ValuesNow {
  readonly value: Value;
  readonly default: Value | null;
  readonly cap: Value;
}

/**
 * The values of an item for one person, many times quicker than whole answers. Right for a subject who has joined on no
 * known day, and whose approvals and assurance have no end; `last` and `first` are the local dates (F2).
 */
export function valuesNow(
  table: Table,
  subject: Subject,
  choices: Choices,
  last: CalendarDate,
  first: CalendarDate,
): (terms: ItemTerms) => ValuesNow {
  const situation: Situation = {
    table,
    states: [
      { moment: null, ...stateOn(table, subject, last, first), assurance: ASSURANCE_LEVELS.indexOf(subject.assurance) },
    ],
    past: [],
    present: subject.present === null ? null : table.places.of(subject.present),
    residence: table.places.of(subject.residence),
    possible: [],
    linked: subject.guardian === "LINKED",
    isExact: false,
    isAgeUnknown: false,
    approvalEnds: new Map(),
  };
  const supposed = asIs(situation);
  return (terms) => {
    const { item } = terms;
    const cap = capAt(situation, 0, supposed, terms, grantsOf(terms, subject));
    const standard = item.kind === "feature" ? null : defaultIn(cellAt(situation, 0, supposed), terms, item.open);
    const preferred = preferredOf(terms, choices);
    return {
      cap,
      default: standard === null ? null : meet(standard, cap),
      value: meet(preferred ?? standard ?? cap, cap),
    };
  };
}
