import { Lexer } from "yaml";

const DEEPEST = 60;

/**
 * The offset at which YAML text is nested deeper than any policy file needs; null when it is not.
 * Asked before parsing, because the parser calls itself for every level and a few thousand brackets end the process.
 */
export function offsetNestedTooDeeply(text: string): number | null {
  let [offset, brackets, indent, marks] = [0, 0, 0, 0];
  let atLineStart = true;
  for (const lexeme of new Lexer().lex(text)) {
    // The lexer's own marks (byte order, document, scalar, unfinished flow) are not in the text.
    if (lexeme === "\uFEFF" || lexeme === "\u0002" || lexeme === "\u0018" || lexeme === "\u001F") continue;
    if (lexeme === "[" || lexeme === "{") brackets += 1;
    else if (lexeme === "]" || lexeme === "}") brackets -= 1;
    else if (lexeme === "-" || lexeme === "?") marks += 1;
    else if (atLineStart && /^ +$/.test(lexeme)) indent = lexeme.length;
    // Every level of a block is indented or opened by a mark on its line, so this is never less than the depth.
    if (brackets + indent + marks > DEEPEST) return offset;
    atLineStart = lexeme.endsWith("\n");
    if (atLineStart) [indent, marks] = [0, 0];
    offset += lexeme.length;
  }
  return null;
}
