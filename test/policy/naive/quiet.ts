import { Temporal } from "temporal-polyfill";
import { has } from "./amounts.js";
import { dayAt, firstAt, lastAt, later } from "./clock.js";

/** T8: whether windows are open at an instant, and when that changes. */
export function quietAt(windows: bigint, zone: string, at: number): { quietNow: boolean; changesAt: number | null } {
  if (windows === 0n) return { quietNow: false, changesAt: null };
  const today = dayAt(at, zone);
  // The days before reach into today; ten days after today every day of the week has come once, clock changes included.
  const runs = Array.from({ length: 13 }, (_, i) => later(today, i - 2)).flatMap((day) => runsOf(windows, day, zone));
  const quiet = (instant: number): boolean => runs.some(([from, until]) => from <= instant && instant < until);
  const edges = [...new Set(runs.flat())]
    .sort((a, b) => a - b)
    .filter((edge) => edge > at && edge < (runs.at(-1)?.[0] ?? at));
  const changesAt = edges.find((edge) => quiet(edge) !== quiet(at)) ?? null;
  return { quietNow: quiet(at), changesAt };
}

/** The windows of one day as instants; a run over midnight is two that touch. */
function runsOf(windows: bigint, day: string, zone: string): readonly (readonly [number, number])[] {
  const offset = (Temporal.PlainDate.from(day).dayOfWeek - 1) * 1_440;
  const runs: (readonly [number, number])[] = [];
  for (let minute = 0; minute < 1_440; minute++) {
    if (!has(windows, offset + minute)) continue;
    const from = minute;
    while (minute < 1_440 && has(windows, offset + minute)) minute++;
    runs.push([firstAt(day, from, zone), lastAt(day, minute, zone)]);
  }
  return runs;
}
