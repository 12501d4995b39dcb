import type { Item, Value } from "../item.js";
import { NO_LIMIT } from "../item.js";
import { parseValue } from "../value-text.js";
import { windowsOf } from "../week-windows.js";
import { parseDailyWindows } from "../window-text.js";
import type { Report } from "./yaml-source.js";

/**
 * Reads a value of an item as policy files write it: a word, minutes below a whole day or NO_LIMIT, a list of windows.
 * One spelling for one value: 1440 and true are refused here, though `parseValue` knows them. Null after a report.
 */
export function readValue(item: Item, input: unknown, report: Report): Value | null {
  if (item.kind === "setting" && item.control === "windows") return readWindows(input, report);
  if (Array.isArray(input) || (typeof input !== "string" && typeof input !== "number")) {
    report(
      [],
      `${typeof input === "boolean" ? `\`${input}\`` : "this"} is not a value of \`${item.key}\`: write a word or a number`,
    );
    return null;
  }
  const parsed = parseValue(item, input);
  if (!parsed.ok) report([], parsed.problem);
  else if (item.kind === "setting" && item.control === "minutes" && input !== "NO_LIMIT" && parsed.value === NO_LIMIT) {
    report([], `\`${input}\` is the whole day: write \`NO_LIMIT\``);
    return null;
  }
  return parsed.ok ? parsed.value : null;
}

function readWindows(input: unknown, report: Report): Value | null {
  if (!Array.isArray(input)) {
    report(
      [],
      `${typeof input === "string" ? `\`${input}\`` : "this"} is not a list of windows: write \`["21:00-08:00"]\`, or \`[]\` for none`,
    );
    return null;
  }
  const read = input.map((text, index) => {
    const parsed = parseDailyWindows(String(text));
    if (!parsed.ok) report([index], parsed.problem);
    else if (parsed.windows.length !== 1)
      report([index], `\`${String(text)}\` is not one window: give each its own entry`);
    return parsed.ok && parsed.windows.length === 1 ? parsed.windows : null;
  });
  return read.every((windows) => windows !== null) ? windowsOf(read.flat()) : null;
}
