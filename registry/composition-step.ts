import { allowedHints, judgeHints, type HintsOf } from "./allowed-hints.js";
import { COMPOSERS, type Composed } from "./composers.js";
import { ran, type Finding, type StepResult } from "./finding.js";
import { plain, type Subgraph } from "./subgraph.js";

/** A graph that every composer accepts: Apollo's. */
export type Graph = Extract<Composed, { readonly supergraph: string }>;

/** Composes this subgraph with its neighbours by every composer. The graph is null when one of them refuses. */
export function compositionStep(subgraphs: readonly Subgraph[]): {
  readonly result: StepResult;
  readonly graph: Graph | null;
} {
  const errors: Finding[] = [];
  const graphs: Graph[] = [];
  const hints: HintsOf[] = [];
  for (const by of COMPOSERS) {
    const composed = by.compose(subgraphs);
    if ("errors" in composed) {
      errors.push(...composed.errors.map((message) => refusal(`${by.name} at ${by.version}`, message)));
    } else {
      graphs.push(composed);
      hints.push({ by, hints: composed.hints });
    }
  }
  const findings = [...errors, ...judgeHints(hints, allowedHints())];
  const names = subgraphs.map(({ name }) => name).join(", ");
  const by = COMPOSERS.map(({ name, version }) => `${name} ${version}`).join(", ");
  const [graph] = graphs;
  return {
    result: ran("composition", `${names}; by ${by}`, findings),
    graph: graph && errors.length === 0 ? graph : null,
  };
}

function refusal(who: string, message: string): Finding {
  return { level: "error", message: `${who}: ${plain(message)}` };
}
