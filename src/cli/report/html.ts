/** Markup that is safe to put into a page. Made by `html` alone. */
export class Html {
  readonly markup: string;
  /** Use `html`. */
  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand between the parts of a template: text and numbers are escaped, markup and lists of it are taken as they are. */
export type Part = string | number | Html | readonly (string | number | Html)[];

/** Markup from a template; whatever is put into it is escaped, so that it can stand in an element or between the quotes of an attribute. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((all, text, index) => all + written(parts[index - 1] ?? "") + text));
}

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function written(part: Part): string {
  if (part instanceof Html) return part.markup;
  if (typeof part === "string" || typeof part === "number")
    return String(part).replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? "");
  return part.map(written).join("");
}
