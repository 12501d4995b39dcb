import { readFileSync, readdirSync, type Dirent } from "node:fs";
import { basename, join } from "node:path";
import { GraphQLError, Source, parse, type DocumentNode } from "graphql";
import type { Finding } from "./finding.js";
import { Misuse } from "./misuse.js";

/** The name of this subgraph in every graph and registry. */
export const OWN_NAME = "youth-safety";

/** A subgraph's schema, as its team writes it. */
export interface Subgraph {
  readonly name: string;
  readonly source: Source;
  readonly typeDefs: DocumentNode;
}

/** Reads a subgraph's schema. Throws a `GraphQLError` with its place for a text that is no GraphQL, `Misuse` for a file that cannot be read. */
export function readSubgraph(file: string, name = OWN_NAME): Subgraph {
  const source = new Source(textOf(file), file);
  return { name, source, typeDefs: parsed(source) };
}

/** A text as a document. Throws a `GraphQLError` with its place for what is none. */
export function parsed(source: Source): DocumentNode {
  try {
    return parse(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parser descends as deep as the text does.
    throw new GraphQLError("This is nested too deeply to be read.", { source, positions: [0] });
  }
}

/** Reads the neighbours: every `.graphql` file of a folder is the subgraph of its name. Throws `Misuse` for a folder without any, or with one that is no GraphQL. */
export function readNeighbours(folder: string): readonly Subgraph[] {
  return graphqlFilesIn(folder).map((file) => {
    try {
      return readSubgraph(file, basename(file, ".graphql"));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      throw new Misuse(`the neighbour \`${file}\` is not GraphQL: ${plain(error.message)}`);
    }
  });
}

/** The `.graphql` files under a folder, sorted. Throws `Misuse` when there is none. */
export function graphqlFilesIn(folder: string): readonly string[] {
  const files = entriesOf(folder).filter((entry) => entry.isFile() && entry.name.endsWith(".graphql"));
  if (files.length === 0) throw new Misuse(`the folder \`${folder}\` holds no \`.graphql\` file`);
  return files.map(({ parentPath, name }) => join(parentPath, name)).sort();
}

/** The text of a file. Throws `Misuse` when it cannot be read. */
export function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new Misuse(`the file \`${file}\` cannot be read`);
  }
}

/** What a library of GraphQL complains about, as an error with its place when the library knows one. */
export function errorFinding(error: GraphQLError): Finding {
  const { source, locations } = error;
  const [start] = locations ?? [];
  const at = source && start && { file: source.name, line: start.line, column: start.column };
  return { level: "error", message: plain(error.message), ...(at && { at }) };
}

/** A library's message in the form of this house: one line, without a final full stop. */
export function plain(message: string): string {
  return message.replaceAll(/\s+/g, " ").trim().replace(/\.$/, "");
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    throw new Misuse(`the folder \`${folder}\` cannot be read`);
  }
}
