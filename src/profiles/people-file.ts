import { LineCounter, isNode, parseDocument, type Document } from "yaml";
import type { Person } from "./person-form.js";
import { formatPersonProblem, personReader, type Door, type PersonProblem } from "./person.js";
import type { UserId } from "./user-id.js";

/** A problem at its place in the text, counted from 1, without any part of the text. */
export interface PeopleProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The people of a file, or every problem in it. */
export type ReadPeople =
  | { readonly ok: true; readonly people: readonly Person[] }
  | { readonly ok: false; readonly problems: readonly PeopleProblem[] };

/** Reads a list of people in YAML or JSON. All of them, or none: one that cannot be read is a problem of the file. */
export function readPeople(text: string, door: Door): ReadPeople {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  // The parser's own messages quote the text, so only its codes are told.
  const syntax = document.errors.map(({ code, pos }) => ({ ...placeOf(lines, pos[0]), message: `not YAML: ${code}` }));
  if (syntax.length > 0) return { ok: false, problems: syntax };
  const written = toData(document);
  if (!Array.isArray(written)) return { ok: false, problems: [{ line: 1, column: 1, message: NO_LIST }] };
  const read = written.map(personReader(door));
  const people = read.flatMap((one) => (one.ok ? [one.person] : []));
  const problems = [
    ...read.flatMap((one, index) => (one.ok ? [] : one.problems.map((problem) => inList(problem, index)))),
    ...repeatedIds(read.map((one) => (one.ok ? one.person.profile.id : null))),
  ].map((problem) => ({ ...placeIn(document, lines, problem.path), message: formatPersonProblem(problem) }));
  return problems.length === 0 ? { ok: true, people } : { ok: false, problems: inOrder(problems) };
}

const NO_LIST = "a people file is a list of people, without aliases to what is not in it or is in it a hundred times";

/** What the document says; null when its aliases lead nowhere or multiply. */
function toData(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}

function inList({ path, problem }: PersonProblem, index: number): PersonProblem {
  return { path: [index, ...path], problem };
}

function repeatedIds(ids: readonly (UserId | null)[]): readonly PersonProblem[] {
  const earlier = new Set<UserId>();
  return ids.flatMap((id, index) => {
    if (id !== null && earlier.has(id)) return [{ path: [index, "id"], problem: "is somebody else's, further up" }];
    if (id !== null) earlier.add(id);
    return [];
  });
}

/** The place of the innermost thing on a path that stands in the text. */
function placeIn(
  document: Document,
  lines: LineCounter,
  path: readonly PropertyKey[],
): { line: number; column: number } {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return placeOf(lines, node.range[0]);
  }
  return { line: 1, column: 1 };
}

function placeOf(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function inOrder(problems: readonly PeopleProblem[]): readonly PeopleProblem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
