import { relative, sep } from "node:path";
import { GraphQLError, Kind, Source, concatAST, type DocumentNode, type OperationDefinitionNode } from "graphql";
import type { Finding } from "./finding.js";
import { errorFinding, graphqlFilesIn, parsed, textOf } from "./subgraph.js";

/** Folders of operations whose callers see the whole graph: services, not apps. */
const INTERNAL = "internal";
/** Folders that programs write. */
const GENERATED = "generated";

/** What clients ask, from a folder. Fragments may lie in any file, as beside the code that draws them. */
export interface ClientOperations {
  /** Everything. */
  readonly all: DocumentNode;
  /** What apps ask: everything that is not in a folder called `internal`. */
  readonly public: DocumentNode;
  /** Files that are no GraphQL. */
  readonly unreadable: readonly Finding[];
}

/** Reads the operations of a folder and the folders in it. Throws `Misuse` when there is none. */
export function readOperations(folder: string): ClientOperations {
  const documents: { readonly folders: readonly string[]; readonly document: DocumentNode }[] = [];
  const unreadable: Finding[] = [];
  for (const file of graphqlFilesIn(folder)) {
    const folders = relative(folder, file).split(sep).slice(0, -1);
    if (folders.includes(GENERATED)) continue;
    try {
      documents.push({ folders, document: parsed(new Source(textOf(file), file)) });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      unreadable.push(errorFinding(error));
    }
  }
  const inApps = documents.filter(({ folders }) => !folders.includes(INTERNAL));
  return {
    all: concatAST(documents.map(({ document }) => document)),
    public: concatAST(inApps.map(({ document }) => document)),
    unreadable,
  };
}

/** The queries and mutations of a document. */
export function operationsOf(document: DocumentNode): readonly OperationDefinitionNode[] {
  return document.definitions.filter((it) => it.kind === Kind.OPERATION_DEFINITION);
}
