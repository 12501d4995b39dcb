import { IntlMessageFormat } from "intl-messageformat";

/** A text with places to fill in, in ICU message syntax: `{minutes, plural, one {# minute} other {# minutes}} a day`. */
export interface Message {
  /** The names it fills in. */
  readonly names: ReadonlySet<string>;
  /** The text with every name filled in; a name that is left out throws. */
  fill(values: Readonly<Record<string, string | number>>): string;
}

/** Reads a message of a language; null when it is none, because a brace or a plural is not as ICU has it. */
export function parseMessage(text: string, language: string): Message | null {
  try {
    // Angle brackets are just text: these messages are shown as they are, never as markup.
    const format = new IntlMessageFormat(text, language, {}, { ignoreTag: true });
    const names = new Set<string>();
    collectNames(format.getAst(), names);
    return { names, fill: (values) => String(format.format(values)) };
  } catch {
    return null;
  }
}

// The parser's own name for this lives in a package that we do not otherwise need.
const PLAIN_TEXT = 0;

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

function collectNames(elements: readonly Element[], names: Set<string>): void {
  for (const element of elements) {
    const kind: number = element.type;
    if ("value" in element && kind !== PLAIN_TEXT) names.add(element.value);
    if ("options" in element) for (const option of Object.values(element.options)) collectNames(option.value, names);
  }
}
