import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  visit,
  type Alias,
  type Document,
  type Node,
  type YAMLMap,
} from "yaml";

/** The way to a value: keys of maps and indexes of lists, from the top of the file. */
export type Path = readonly (string | number)[];

/** A value of a YAML file with the places at which its parts are written, as offsets into the text. */
export interface WrittenValue {
  /** Maps, lists and scalars. */
  readonly value: unknown;
  readonly offset: number;
  /** For a map, by key. */
  readonly entries: ReadonlyMap<string, { readonly keyOffset: number; readonly written: WrittenValue }>;
  /** For a list. */
  readonly items: readonly WrittenValue[];
}

const MOST_VALUES = 100_000;
const DEEPEST = 100;
const NO_ENTRIES: WrittenValue["entries"] = new Map();

/** What each alias of a document stands for: the node with its anchor that was written last before it. */
export function aliasTargets(document: Document.Parsed): ReadonlyMap<Alias, Node | undefined> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node | undefined>();
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node)) targets.set(node, anchors.get(node.source));
      else if (node.anchor) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

/** Reads a parsed document; aliases and merged maps are written out. Null where they stand for themselves or for too much. */
export function writtenValue(document: Document.Parsed, targets: ReturnType<typeof aliasTargets>): WrittenValue | null {
  const state = { values: 0, isTooMuch: false };

  const read = (node: unknown, depth: number): WrittenValue => {
    const source = isAlias(node) ? targets.get(node) : node;
    const offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    state.values += 1;
    state.isTooMuch ||= state.values > MOST_VALUES || depth > DEEPEST;
    if (!state.isTooMuch && isMap(source)) {
      const entries = readEntries(source, depth + 1);
      const value = Object.fromEntries([...entries].map(([key, { written }]) => [key, written.value]));
      return { value, offset, entries, items: [] };
    }
    if (!state.isTooMuch && isSeq(source)) {
      const items = source.items.map((item) => read(item, depth + 1));
      return { value: items.map(({ value }) => value), offset, entries: NO_ENTRIES, items };
    }
    return { value: isScalar(source) ? source.value : null, offset, entries: NO_ENTRIES, items: [] };
  };

  const readEntries = (map: YAMLMap, depth: number): WrittenValue["entries"] => {
    const [merged, own] = [
      new Map<string, { keyOffset: number; written: WrittenValue }>(),
      new Map<string, { keyOffset: number; written: WrittenValue }>(),
    ];
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : "";
      const keyOffset = isNode(key) ? (key.range?.[0] ?? 0) : 0;
      const written = read(value, depth);
      if (name === "<<") {
        for (const part of written.items.length > 0 ? written.items : [written]) {
          for (const [inner, entry] of part.entries) merged.set(inner, entry);
        }
      } else if (name !== "__proto__" && !own.has(name)) own.set(name, { keyOffset, written });
    }
    return new Map([...merged, ...own]);
  };

  const whole = read(document.contents, 0);
  return state.isTooMuch ? null : whole;
}

/** The offset of the nearest existing value on a path, or of its key. A map is found by its key, which says what it is. */
export function offsetOf(whole: WrittenValue, path: Path, part: "key" | "value"): number {
  let [at, offset] = [whole, whole.offset];
  for (const [depth, step] of path.entries()) {
    const entry = at.entries.get(String(step));
    const item = typeof step === "number" ? at.items[step] : undefined;
    const next = entry?.written ?? item;
    if (!next) return offset;
    const isValue = part === "value" && depth === path.length - 1 && next.entries.size === 0;
    offset = entry && !isValue ? entry.keyOffset : next.offset;
    at = next;
  }
  return offset;
}
