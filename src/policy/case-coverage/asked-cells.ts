import type { Answer } from "../answer.js";
import type { Instant } from "../calendar.js";
import type { Cell } from "../cells.js";
import type { PolicyCase } from "../language/policy-case.js";
import type { Policy } from "../policy.js";
import type { Subject } from "../subject.js";
import type { Table } from "../table.js";
import type { ItemTerms } from "../terms.js";
import { stateAt } from "../timeline.js";

/** One item that a case asked about at one instant: which rules applied, and what was answered. */
export interface AskedCell {
  readonly terms: ItemTerms;
  readonly cell: Cell;
  readonly answer: Answer;
}

/** Everything that cases ask of a policy, with its answers; `table` is the policy's. Instants that are not covered are left out. */
export function askedCells(policy: Policy, table: Table, cases: readonly PolicyCase[]): readonly AskedCell[] {
  const { from, until } = policy.coverage;
  return cases.flatMap(({ subject, choices, moments }) =>
    moments.flatMap(({ instants, items }) =>
      instants
        .filter((at) => at >= from && at < until)
        .flatMap((at) => {
          const { answers } = policy.decide(subject, choices, at);
          const cell = cellOf(table, subject, at);
          return items.flatMap(({ item }) => {
            const answer = answers[item.index];
            return answer ? [{ terms: table.termsOf(item.key), cell, answer }] : [];
          });
        }),
    ),
  );
}

function cellOf(table: Table, subject: Subject, at: Instant): Cell {
  const { places } = table;
  const home = places.of(subject.residence);
  return table.cells.find({
    ...stateAt(table, subject, at, null),
    place: subject.present === null ? home : places.both(home, places.of(subject.present)),
    linked: subject.guardian === "LINKED",
  });
}
