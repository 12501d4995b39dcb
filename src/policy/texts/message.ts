import { IntlMessageFormat } from "intl-messageformat";

/** A text with places to fill in, in ICU message syntax: `{minutes, plural, one {# minute} other {# minutes}} a day`. */
export interface Message {
  /** The names it fills in. */
  readonly names: ReadonlySet<string>;
  /** The plural forms it has that its language has not, such as `few` in English. */
  readonly strayForms: ReadonlySet<string>;
  /** The text with every name filled in; a name that is left out throws. */
  fill(values: Readonly<Record<string, string | number>>): string;
}

/** Reads a message of a language; null when it is none, because a brace, a plural or a choice is not as ICU has it, or formats what is filled in. */
export function parseMessage(text: string, language: string): Message | null {
  try {
    // Angle brackets are just text: these messages are shown as they are, never as markup.
    const format = new IntlMessageFormat(text, language, {}, { ignoreTag: true });
    const found: Found = { names: new Set(), forms: new Set(), formatted: false };
    collect(format.getAst(), found);
    if (found.formatted) return null;
    const strayForms = found.forms.size === 0 ? NONE : strayAmong(found.forms, language);
    return { names: found.names, strayForms, fill: (values) => String(format.format(values)) };
  } catch {
    return null;
  }
}

const NONE: ReadonlySet<string> = new Set();

function strayAmong(forms: ReadonlySet<string>, language: string): ReadonlySet<string> {
  const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return new Set([...forms].filter((form) => !known.some((category) => category === form)));
}

interface Found {
  readonly names: Set<string>;
  readonly forms: Set<string>;
  formatted: boolean;
}

// The parser's own names for these live in a package that we do not otherwise need.
const PLAIN_TEXT = 0;
// `{on, date}` and its like: dates and numbers arrive here in words.
const FORMATTED = [2, 3, 4];
const PLURAL = 6;

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

function collect(elements: readonly Element[], found: Found): void {
  for (const element of elements) {
    const kind: number = element.type;
    if ("value" in element && kind !== PLAIN_TEXT) found.names.add(element.value);
    found.formatted ||= FORMATTED.includes(kind);
    if (!("options" in element)) continue;
    for (const [form, option] of Object.entries(element.options)) {
      if (kind === PLURAL && !form.startsWith("=")) found.forms.add(form);
      collect(option.value, found);
    }
  }
}
