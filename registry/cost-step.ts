import { GraphQLError, buildSchema, type DocumentNode } from "graphql";
import { operationsOf } from "./client-operations.js";
import type { Graph } from "./composition-step.js";
import { demandOf } from "./demand.js";
import { ran, type Finding, type StepResult } from "./finding.js";
import { errorFinding } from "./subgraph.js";

/** What one operation may be expected to cost: what the routers of the examples allow, and what docs/registry.md states. */
export const BUDGET = 1_000;

/** Estimates what each operation costs, and refuses what is past the budget. */
export function costStep({ supergraph }: Graph, document: DocumentNode): StepResult {
  const schema = buildSchema(supergraph, { assumeValidSDL: true });
  const findings = operationsOf(document).map((operation): Finding => {
    const name = operation.name?.value ?? "an operation without a name";
    const cost = demandOf(schema, document, operation);
    const message = `\`${name}\` costs ${cost} of ${BUDGET}`;
    if (cost <= BUDGET) return { level: "note", message };
    const tooMuch = new GraphQLError(`${message}; ask for less of its lists, or for fewer people`, {
      nodes: operation,
    });
    return errorFinding(tooMuch);
  });
  return ran("cost", `${findings.length} operations, at most ${BUDGET} each`, findings);
}
