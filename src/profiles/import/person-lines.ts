import { personReader, type Door, type ReadPerson } from "../person.js";
import type { Line } from "./ndjson-lines.js";

/** Makes the reader of lines with one person each; it answers null for an empty line. */
export function lineReader(door: Door): (line: Line) => ReadPerson | null {
  const readPerson = personReader(door);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const wrong = (problem: string): ReadPerson => ({ ok: false, problems: [{ path: [], problem }] });
  return ({ content }) => {
    if (content === null) return wrong("is longer than a million bytes");
    let text: string;
    try {
      text = decoder.decode(content).trim();
    } catch {
      return wrong("is not text in UTF-8");
    }
    if (text === "") return null;
    try {
      return readPerson(JSON.parse(text));
    } catch (error) {
      // The parser's own message quotes the text.
      if (error instanceof SyntaxError) return wrong("is not JSON");
      throw error;
    }
  };
}
