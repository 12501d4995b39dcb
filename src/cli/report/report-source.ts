import type { Finding } from "../../policy/analysis/finding.js";
import type { CalendarDate, Instant } from "../../policy/calendar.js";
import type { PolicyDocuments } from "../../policy/rule.js";
import type { KnownPlace } from "../../policy/space/item-space.js";
import type { Texts } from "../../policy/texts/texts.js";
import type { Revision } from "../../policy-folder.js";
import type { ChangingDay } from "./changes-to-come.js";
import type { ItemRow, RegionGroup } from "./region-groups.js";

/** What a report is written from. */
export interface ReportSource {
  readonly documents: PolicyDocuments;
  readonly texts: Texts;
  readonly revision: Revision;
  /** The day that the report is about. */
  readonly on: CalendarDate;
  readonly madeAt: Instant;
  /** Every place that the rules tell apart, and those that the report is about. */
  readonly world: readonly KnownPlace[];
  readonly places: readonly KnownPlace[];
  readonly groups: readonly RegionGroup[];
  readonly days: readonly ChangingDay[];
  readonly findings: readonly Finding[];
  readonly proof: ProofResult;
}

/** What was proved about the rules. */
export type ProofResult =
  | { readonly kind: "none" }
  | { readonly kind: "too large"; readonly why: string }
  | { readonly kind: "proved"; readonly invariants: readonly ProvedInvariant[] };

/** One sentence that must hold for everybody, and whether it does. */
export interface ProvedInvariant {
  readonly name: string;
  readonly says: string;
  readonly inputs: number;
  /** The smallest input for which it does not, in words; null: it holds. */
  readonly counterExample: string | null;
}

/** The distinct rows of an item over all groups, each with its places, in the order of the groups. */
export function variantsOf(
  { groups }: ReportSource,
  index: number,
): readonly { readonly row: ItemRow; readonly places: readonly KnownPlace[] }[] {
  const variants = new Map<string, { row: ItemRow; places: KnownPlace[] }>();
  for (const { places, rows } of groups) {
    const row = rows[index];
    if (!row) continue;
    const variant = variants.get(row.key) ?? { row, places: [] };
    variant.places.push(...places);
    variants.set(row.key, variant);
  }
  return [...variants.values()];
}

/** The language that reports are written in. */
export const LOCALE = "en";
