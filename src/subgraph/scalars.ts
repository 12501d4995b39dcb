import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import type { CalendarDate, Instant } from "../policy/calendar.js";
import { formatDate, formatInstant, parseDate, parseInstant } from "../policy/calendar.js";
import { formatClockTime } from "../policy/window-text.js";

/** Instants: RFC 3339 in, UTC with milliseconds out. */
export const DateTime = textScalar<Instant>(
  "DateTime",
  formatInstant,
  parseInstant,
  "an instant such as `2026-11-22T20:00:00Z`",
);

/** Calendar dates, `2028-03-04`. */
export const CalendarDay = textScalar<CalendarDate>("Date", formatDate, parseDate, "a date such as `2028-03-04`");

/** Times of day, written only: minutes after midnight as `21:00`. */
export const SafetyLocalTime = new GraphQLScalarType<never, string>({
  name: "SafetyLocalTime",
  serialize: (minutes) => {
    if (typeof minutes !== "number") throw new TypeError("a local time is written from minutes");
    return formatClockTime(minutes);
  },
});

function textScalar<T extends number>(
  name: string,
  write: (value: T) => string,
  read: (text: string) => T | null,
  form: string,
): GraphQLScalarType<T, string> {
  const parse = (text: unknown): T => {
    const value = typeof text === "string" ? read(text) : null;
    if (value === null) throw new GraphQLError(`write ${form}`);
    return value;
  };
  return new GraphQLScalarType<T, string>({
    name,
    serialize: (value) => {
      if (typeof value !== "number") throw new TypeError(`${name} is written from a number`);
      // Resolvers are typed by the schema: the only numbers that reach this scalar are its own.
      return write(value as T);
    },
    parseValue: parse,
    parseLiteral: (node) => parse(node.kind === Kind.STRING ? node.value : null),
  });
}
