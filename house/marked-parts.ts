/** The text of one generated part of a document, by the name that its markers carry. */
export type Parts = Readonly<Record<string, string>>;

/**
 * Replaces what stands between `<!-- generated: NAME -->` and `<!-- end of NAME -->`, for every name given.
 * Throws when a document lacks one of the two markers: a part that vanished must not go unnoticed.
 */
export function withParts(document: string, parts: Parts): string {
  return Object.entries(parts).reduce((text, [name, part]) => withPart(text, name, part), document);
}

function withPart(document: string, name: string, part: string): string {
  const [opening, closing] = [`<!-- generated: ${name} -->`, `<!-- end of ${name} -->`];
  const [from, until] = [document.indexOf(opening), document.indexOf(closing)];
  if (from < 0 || until < from) throw new Error(`the document has no part between \`${opening}\` and \`${closing}\``);
  return `${document.slice(0, from)}${opening}\n\n${part.trim()}\n\n${document.slice(until)}`;
}

/** A Markdown table; a `|` in a cell is escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
