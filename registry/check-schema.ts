import { GraphQLError } from "graphql";
import { changeFindings, changesBetween, countOf, type ContractChange } from "./changes.js";
import { readOperations } from "./client-operations.js";
import { apollo } from "./composers.js";
import { compositionStep } from "./composition-step.js";
import { contractStep } from "./contract-step.js";
import { costStep } from "./cost-step.js";
import { ran, skipped, type StepResult } from "./finding.js";
import { lintStep } from "./lint-step.js";
import { Misuse } from "./misuse.js";
import { noticeFindings } from "./notice.js";
import { operationsStep } from "./operations-step.js";
import { errorFinding, plain, readNeighbours, readSubgraph, type Subgraph } from "./subgraph.js";

/** What is checked, by paths. */
export interface Question {
  /** This subgraph's schema. */
  readonly schema: string;
  /** A folder of what clients ask. */
  readonly operations: string;
  /** This subgraph's schema as it was published last. */
  readonly baseline: string;
  /** A folder with the schemas of the other subgraphs. */
  readonly neighbours: string;
  /** For what was deprecated until a day: a date like `2027-01-31`. */
  readonly today: string;
}

/** What came of a check that asks nobody else. */
export interface Checked {
  readonly results: readonly StepResult[];
  /** What changed in the graph since the last publication; empty when it could not be compared. */
  readonly changes: readonly ContractChange[];
  /** The graph as apps see it, as SDL; null when it does not compose. */
  readonly variant: string | null;
}

/** Runs every step that needs no account anywhere. Throws `Misuse` when something to look at is not there. */
export async function checkSchema(question: Question): Promise<Checked> {
  const neighbours = readNeighbours(question.neighbours);
  const operations = readOperations(question.operations);
  const baseline = readPublished(question.baseline);
  const own = readOwn(question.schema);
  if ("refusal" in own)
    return { results: [own.refusal, ...unseen("the schema is not GraphQL")], changes: [], variant: null };

  const subgraphs = [own.subgraph, ...neighbours];
  const published = [baseline, ...neighbours];
  const { result: composition, graph } = compositionStep(subgraphs);
  const lint = await lintStep(own.subgraph);
  if (!graph) return { results: [composition, ...unseen("it does not compose", lint)], changes: [], variant: null };

  const { result: compared, changes } = await changesStep(published, graph.api, question.today);
  const asked = operationsStep(graph.api, operations);
  const cost =
    asked.outcome === "failed" ? skipped("cost", "the operations are not valid") : costStep(graph, operations.all);
  const { result: contract, variant } = await contractStep(graph.api, {
    subgraphs,
    published,
    operations: operations.public,
    today: question.today,
    known: [...compared.findings, ...asked.findings],
  });
  return { results: [composition, compared, asked, lint, cost, contract], changes, variant };
}

async function changesStep(
  published: readonly Subgraph[],
  api: Parameters<typeof changesBetween>[1],
  today: string,
): Promise<{ readonly result: StepResult; readonly changes: readonly ContractChange[] }> {
  const before = apollo(published);
  if ("errors" in before) {
    const findings = before.errors.map((message) => ({ level: "error", message: plain(message) }) as const);
    return { result: ran("changes", "what is published does not compose with the neighbours", findings), changes: [] };
  }
  const changes = await changesBetween(before.api, api, today);
  const findings = [...changeFindings(changes), ...noticeFindings(before.api, api, today)];
  return { result: ran("changes", countOf(changes), findings), changes };
}

function readOwn(file: string): { readonly subgraph: Subgraph } | { readonly refusal: StepResult } {
  try {
    return { subgraph: readSubgraph(file) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { refusal: ran("composition", "nothing to compose", [errorFinding(error)]) };
  }
}

function readPublished(file: string): Subgraph {
  try {
    return readSubgraph(file);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new Misuse(`the baseline \`${file}\` is not GraphQL: ${plain(error.message)}`);
  }
}

/** The steps that cannot look at anything. */
function unseen(why: string, lint = skipped("lint", why)): readonly StepResult[] {
  return [skipped("changes", why), skipped("operations", why), lint, skipped("cost", why), skipped("contract", why)];
}
