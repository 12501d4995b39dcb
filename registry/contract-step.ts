import { isDeepStrictEqual } from "node:util";
import { buildSchema, isInterfaceType, isObjectType, type DocumentNode, type GraphQLSchema } from "graphql";
import { changeFindings, changesBetween, countOf } from "./changes.js";
import { ran, type Finding, type StepResult } from "./finding.js";
import { invalidParts } from "./operations-step.js";
import { INTERNAL_TAG, publicVariant } from "./public-variant.js";
import { plain, type Subgraph } from "./subgraph.js";

/** What the variant for apps is held to. */
export interface ContractQuestion {
  readonly subgraphs: readonly Subgraph[];
  /** The subgraphs with this one as published. */
  readonly published: readonly Subgraph[];
  /** What apps ask. */
  readonly operations: DocumentNode;
  readonly today: string;
  /** What has been found about the whole graph; it is not said twice. */
  readonly known: readonly Finding[];
}

/**
 * Builds the variant for apps, compares it with the published one, and asks it what apps ask.
 * The variant is SDL, null when it does not compose.
 * A tag that moves a field out of the variant breaks apps, and no comparison of the whole graph would see it.
 */
export async function contractStep(
  api: GraphQLSchema,
  question: ContractQuestion,
): Promise<{ readonly result: StepResult; readonly variant: string | null }> {
  const variant = publicVariant(question.subgraphs);
  if ("errors" in variant) {
    const errors = variant.errors.map((message) => ({ level: "error", message: plain(message) }) as const);
    const result = ran("contract", `the variant without \`${INTERNAL_TAG}\` does not compose`, errors);
    return { result, variant: null };
  }
  const schema = buildSchema(variant.sdl);
  const published = publicVariant(question.published);
  const changes = "errors" in published ? [] : await changesBetween(buildSchema(published.sdl), schema, question.today);
  const breaking = changeFindings(changes).filter(({ level }) => level === "error");
  const onlyHere = [...breaking, ...invalidParts(schema, question.operations)].filter(
    (finding) => !question.known.some((known) => isDeepStrictEqual(known, finding)),
  );
  const result = ran(
    "contract",
    `the variant without \`${INTERNAL_TAG}\`: ${fieldCount(schema)} of ${fieldCount(api)} fields; ${countOf(changes)}`,
    onlyHere,
  );
  return { result, variant: variant.sdl };
}

function fieldCount(schema: GraphQLSchema): number {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith("__"))
    .reduce(
      (sum, type) => sum + (isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()).length : 0),
      0,
    );
}
