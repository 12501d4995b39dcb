import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import type { Finding } from "./finding.js";
import { removalDate } from "./removal-date.js";

/** For how many days at least something that is deprecated stays. */
export const NOTICE = 90;

const DAY = 24 * 60 * 60 * 1_000;

/**
 * Errors for what would be gone too soon: before the day that was published, or with less than `NOTICE` days' notice.
 * Without this, a removal could be announced and done on one day. `today` is a date like `2027-01-31`.
 */
export function noticeFindings(published: GraphQLSchema, next: GraphQLSchema, today: string): readonly Finding[] {
  const announced = removals(published);
  const earliest = new Date(Date.parse(today) + NOTICE * DAY).toISOString().slice(0, 10);
  return [...removals(next)].flatMap(([what, date]): readonly Finding[] => {
    const promised = announced.get(what);
    if (date >= (promised ?? earliest)) return [];
    const why = promised
      ? `it was announced for ${promised}`
      : `${NOTICE} days' notice is promised: name ${earliest} or later`;
    return [{ level: "error", message: `\`${what}\` cannot be gone on ${date}; ${why}` }];
  });
}

/** The days on which what is deprecated goes, by coordinates such as `User.name` and `User.name(locale:)`. */
function removals(schema: GraphQLSchema): ReadonlyMap<string, string> {
  return new Map(
    deprecated(schema).flatMap(([what, reason]) => {
      const date = removalDate(reason);
      return date === null ? [] : [[what, date] as const];
    }),
  );
}

function deprecated(schema: GraphQLSchema): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const look = (
    what: string,
    { deprecationReason: reason }: { readonly deprecationReason?: string | null | undefined },
  ) => {
    if (reason) found.push([what, reason]);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isEnumType(type)) for (const value of type.getValues()) look(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) look(`${type.name}.${field.name}`, field);
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      look(`${type.name}.${field.name}`, field);
      for (const argument of field.args) look(`${type.name}.${field.name}(${argument.name}:)`, argument);
    }
  }
  return found;
}
