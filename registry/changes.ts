import { CriticalityLevel, diff, type Change } from "@graphql-inspector/core";
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from "graphql";
import type { Finding } from "./finding.js";
import { removalDate } from "./removal-date.js";
import { plain } from "./subgraph.js";

/** A difference between what is published and what would be. */
export interface ContractChange {
  readonly severity: "breaking" | "dangerous" | "safe";
  /** One sentence without its full stop. */
  readonly message: string;
  /** Where in the schema, e.g. `User.featureAccess`. */
  readonly path: string;
  /** Only wording changed, nothing that a program reads. */
  readonly isWording: boolean;
}

/**
 * What changed between two schemas as clients see them, breaking changes first.
 * To remove what was deprecated until a day that has come is safe; `today` is a date like `2027-01-31`.
 */
export async function changesBetween(
  published: GraphQLSchema,
  next: GraphQLSchema,
  today: string,
): Promise<readonly ContractChange[]> {
  const changes = await diff(published, next);
  const read = changes
    .filter((change) => !String(change.type).startsWith("DIRECTIVE_USAGE_") && !isWithinNew(change, changes))
    .map((change): ContractChange => {
      const path = change.path ?? "";
      return {
        severity: isDue(published, change, today) ? "safe" : severityOf(change),
        message: plain(change.message.replaceAll("'", "`")),
        path,
        isWording: String(change.type).includes("DESCRIPTION"),
      };
    });
  const order = ["breaking", "dangerous", "safe"];
  return read.sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** Breaking changes are errors, dangerous ones warnings, safe ones notes. */
export function changeFindings(changes: readonly ContractChange[]): readonly Finding[] {
  return changes
    .filter(({ isWording }) => !isWording)
    .map(({ severity, message }) => {
      switch (severity) {
        case "breaking":
          return {
            level: "error",
            message: `breaking: ${message}; deprecate first, and remove it on the day that the reason names`,
          };
        case "dangerous":
          return { level: "warning", message: `dangerous: ${message}` };
        case "safe":
          return { level: "note", message };
        default:
          return severity satisfies never;
      }
    });
}

/** How many changes there are of each kind, in words. */
export function countOf(changes: readonly ContractChange[]): string {
  const read = changes.filter(({ isWording }) => !isWording);
  if (read.length === 0) return changes.length === 0 ? "nothing changed" : "only wording changed";
  const counted = (severity: ContractChange["severity"]): string =>
    `${read.filter((it) => it.severity === severity).length} ${severity}`;
  return [counted("breaking"), counted("dangerous"), counted("safe")].join(", ");
}

function severityOf({ criticality: { level } }: Change): ContractChange["severity"] {
  switch (level) {
    case CriticalityLevel.Breaking:
      return "breaking";
    case CriticalityLevel.Dangerous:
      return "dangerous";
    case CriticalityLevel.NonBreaking:
      return "safe";
    default:
      return level satisfies never;
  }
}

/** A harmless part of something that is new, which is told already. */
function isWithinNew({ path = "", criticality }: Change, all: readonly Change[]): boolean {
  return (
    criticality.level === CriticalityLevel.NonBreaking &&
    all.some((it) => /^(TYPE|FIELD)_ADDED$/.test(String(it.type)) && path.startsWith(`${it.path ?? ""}.`))
  );
}

/** What is gone had announced its removal, and the day has come. */
function isDue(published: GraphQLSchema, { type, path = "" }: Change, today: string): boolean {
  if (!String(type).endsWith("_REMOVED")) return false;
  const date = removalDate(deprecationAt(published, path) ?? "");
  return date !== null && date <= today;
}

/** The reason for which a field, argument, enum value or input field is deprecated. */
function deprecationAt(schema: GraphQLSchema, path: string): string | null {
  const [typeName = "", memberName = "", argumentName] = path.split(".");
  const type = schema.getType(typeName);
  if (isEnumType(type)) return type.getValue(memberName)?.deprecationReason ?? null;
  if (isInputObjectType(type)) return type.getFields()[memberName]?.deprecationReason ?? null;
  if (!isObjectType(type) && !isInterfaceType(type)) return null;
  const field = type.getFields()[memberName];
  if (argumentName === undefined) return field?.deprecationReason ?? null;
  return field?.args.find(({ name }) => name === argumentName)?.deprecationReason ?? null;
}
