declare const minuteOfWeek: unique symbol;

/** Minutes since Monday 00:00 on a local wall clock, 0..10080. */
export type MinuteOfWeek = number & { readonly [minuteOfWeek]: true };

/** The days of a week, in the order of the contract; the index is the day's number. */
export const WEEKDAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] as const;
/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/**
 * A set of minutes of the local week (S3), in canonical form: ranges [from, until) ordered, apart from each other
 * and never empty. Equal sets have equal `key`s; nothing may compare the ranges in another way.
 */
export interface WeekWindows {
  readonly ranges: readonly (readonly [MinuteOfWeek, MinuteOfWeek])[];
  readonly key: string;
}

/** A window as people write it: from one clock time until another, starting on each of `days`; `until <= from` ends on the next day. */
export interface DailyWindow {
  /** Minutes after local midnight, 0..1439. */
  readonly from: number;
  /** Minutes after local midnight, 1..1440. */
  readonly until: number;
  /** In week order, at least one. */
  readonly days: readonly Weekday[];
}

/** Minutes in a day. */
export const DAY = 1_440;
/** Minutes in a week. */
export const WEEK = 7 * DAY;

/** No minute of the week: the loosest windows. */
export const NO_WINDOWS: WeekWindows = canonical([]);

/** Every minute of the week: the strictest windows. */
export const WHOLE_WEEK: WeekWindows = canonical([[0, WEEK]]);

/** The minutes that are in any of the windows. Their order and overlaps do not matter. */
export function windowsOf(daily: readonly DailyWindow[]): WeekWindows {
  return canonical(
    daily.flatMap(({ from, until, days }) =>
      days.flatMap((day) => {
        const midnight = WEEKDAYS.indexOf(day) * DAY;
        const end = midnight + until + (until <= from ? DAY : 0);
        return end <= WEEK
          ? [[midnight + from, end] as const]
          : ([
              [midnight + from, WEEK],
              [0, end - WEEK],
            ] as const);
      }),
    ),
  );
}

/**
 * The windows as people would write them, ordered by `from`, then `until`: each unbroken run shorter than a day is one
 * window, a longer one is cut at midnights, and windows with the same clock times share one entry. Reading them
 * back with `windowsOf` gives the same minutes.
 */
export function dailyWindowsOf(windows: WeekWindows): readonly DailyWindow[] {
  const pieces = runs(windows).flatMap(([from, until]) =>
    until - from < DAY ? [[from, until] as const] : byDay(from, until),
  );
  const daysOf = new Map<string, { from: number; until: number; days: Set<number> }>();
  for (const [start, end] of pieces) {
    const from = start % DAY;
    const until = end % DAY === 0 ? DAY : end % DAY;
    const entry = daysOf.get(`${from}-${until}`) ?? { from, until, days: new Set<number>() };
    daysOf.set(`${from}-${until}`, entry);
    entry.days.add(Math.floor((start % WEEK) / DAY));
  }
  return [...daysOf.values()]
    .sort((a, b) => a.from - b.from || a.until - b.until)
    .map(({ from, until, days }) => ({ from, until, days: WEEKDAYS.filter((_, day) => days.has(day)) }));
}

/** The minutes in `a` or in `b`: the stricter of both. */
export function union(a: WeekWindows, b: WeekWindows): WeekWindows {
  if (contains(a, b)) return a;
  return contains(b, a) ? b : canonical([...a.ranges, ...b.ranges]);
}

/** The minutes in both `a` and `b`: the looser of both. */
export function intersection(a: WeekWindows, b: WeekWindows): WeekWindows {
  const shared = a.ranges.flatMap(([from, until]) =>
    b.ranges.map(([other, end]) => [Math.max(from, other), Math.min(until, end)] as const),
  );
  return canonical(shared.filter(([from, until]) => from < until));
}

/** The minutes in `a` that are not in `b`. */
export function difference(a: WeekWindows, b: WeekWindows): WeekWindows {
  const edges = [0, ...b.ranges.flat(), WEEK];
  const outside = edges.flatMap((from, i) => (i % 2 === 0 ? [[from, edges[i + 1] ?? WEEK] as const] : []));
  return intersection(a, canonical(outside.filter(([from, until]) => from < until)));
}

/** Every minute in `b` is in `a` too: `a` is at least as strict. */
export function contains(a: WeekWindows, b: WeekWindows): boolean {
  return b.ranges.every(([from, until]) => a.ranges.some(([start, end]) => start <= from && until <= end));
}

type Minutes = readonly [number, number];

function canonical(ranges: readonly Minutes[]): WeekWindows {
  const merged: [MinuteOfWeek, MinuteOfWeek][] = [];
  for (const [from, until] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until) as MinuteOfWeek;
    else merged.push([from as MinuteOfWeek, until as MinuteOfWeek]);
  }
  return Object.freeze({ ranges: Object.freeze(merged.map((range) => Object.freeze(range))), key: merged.join(" ") });
}

/** Unbroken runs, with Sunday's end joined to Monday's start: such a run ends after WEEK. */
function runs({ ranges }: WeekWindows): readonly Minutes[] {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (!first || !last || first === last || first[0] !== 0 || last[1] !== WEEK) return ranges;
  return [...ranges.slice(1, -1), [last[0], WEEK + first[1]]];
}

function byDay(from: number, until: number): readonly Minutes[] {
  const cuts = [from];
  for (let midnight = (Math.floor(from / DAY) + 1) * DAY; midnight < until; midnight += DAY) cuts.push(midnight);
  return cuts.map((cut, i) => [cut, cuts[i + 1] ?? until]);
}
