import type { CalendarDate, TimeZone } from "./calendar.js";
import type { Item, ItemKey, Value } from "./item.js";
import type { AssuranceLevel, RegionCode } from "./subject.js";

declare const ruleId: unique symbol;

/** The id of a rule, unique over all documents of a policy. */
export type RuleId = string & { readonly [ruleId]: true };

/** Who made a rule. */
export type RuleLayer = "LAW" | "PLATFORM";

/** What a rule's status is from a date on (R3). */
export type RuleStatus = "in force" | "enjoined" | "unconfirmed" | "ended";

/** An age condition (R1): under N years, or not proven to be N years at a level of assurance. */
export type AgeCondition =
  | { readonly kind: "under"; readonly age: number }
  | { readonly kind: "not proven"; readonly age: number; readonly by: AssuranceLevel };

/** What a rule does to one item (R5). At least one of `cap` and `default` is set. */
export interface RuleEffect {
  readonly item: ItemKey;
  /** The loosest value left, and how far a guardian's approval may lift it (strictly looser); null: sets only a default. */
  readonly cap: { readonly value: Value; readonly guardianMayAllow: Value | null } | null;
  /** The value when nobody chooses; null: says nothing about it. */
  readonly default: Value | null;
  readonly place: SourcePlace;
}

/** A place where a rule can apply: a region with everything below it. */
export type RulePlace = "WORLD" | RegionCode;

/** A month and day, as mmdd. */
export type MonthDay = number;

/** One rule: one decision with one timeline. Checked: every word it uses is declared. */
export interface Rule {
  readonly id: RuleId;
  readonly layer: RuleLayer;
  /** By date, ascending; each status holds until the next date. Not in force before the first. */
  readonly timeline: readonly { readonly from: CalendarDate; readonly status: RuleStatus }[];
  /** Blocs are expanded into their members. */
  readonly where: readonly RulePlace[];
  readonly minus: readonly RulePlace[];
  /** In force only in these days of each year, `from` included, `until` not; may wrap over the new year (R4). */
  readonly eachYear: { readonly from: MonthDay; readonly until: MonthDay } | null;
  readonly age: AgeCondition | null;
  /** Applies only while no guardian is linked. */
  readonly unlinkedOnly: boolean;
  readonly effects: readonly RuleEffect[];
  /** The source to read: a statute's or an announcement's title and address; null where a document names none. */
  readonly citation: Citation | null;
  readonly place: SourcePlace;
}

/** A source that can be read. */
export interface Citation {
  readonly title: string;
  readonly url: string | null;
  /** The day on which somebody last compared the rules with it; null: nobody wrote one down. */
  readonly reviewedOn: CalendarDate | null;
  /** Where that day is written, or else the source. */
  readonly place: SourcePlace;
}

/** Where something stands in the policy files, for people to find it. Lines and columns count from 1. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The words that rules are written in. */
export interface Catalogue {
  /** The first day anything is known about; earlier instants are refused (T9). */
  readonly since: CalendarDate;
  /** The level meant by `proven` where a rule names none. */
  readonly provenBy: AssuranceLevel;
  /** Guardians' limits and new approvals count below this age. */
  readonly guardianPowersUnder: number;
  /** The zone in which windows are read when a person's own is unknown (F2). */
  readonly fallbackZone: TimeZone;
  /** What an unknown region, or a country without its subdivision, is read as (F7). */
  readonly unknownRegion: "strictest" | RegionCode;
  readonly unknownSubdivision: ReadonlyMap<RegionCode, "strictest" | "country">;
  /** The countries of each bloc, by its name; rules have them in place of the name. */
  readonly blocs: ReadonlyMap<string, readonly RegionCode[]>;
  /** Settings first, then features, in the order to draw them; `items[i].index === i`. */
  readonly items: readonly Item[];
}

/** The rules of one revision, checked word by word but not compiled. */
export interface PolicyDocuments {
  readonly catalogue: Catalogue;
  /** Over all files, by id. */
  readonly rules: readonly Rule[];
  /** Ids of enjoined rules that the deployment follows all the same. */
  readonly complyAnyway: ReadonlySet<RuleId>;
  /** Ids of unconfirmed rules that the deployment takes as confirmed. */
  readonly takeAsConfirmed: ReadonlySet<RuleId>;
  /** For how many months a review of a source is good; null: the deployment asks for none. */
  readonly reviewEvery: number | null;
  /** Where the catalogue declares each item. */
  readonly declaredAt: ReadonlyMap<ItemKey, SourcePlace>;
  /** The texts that one item has of its own for a reason, in every language; those for all items are not among them. */
  readonly ownReasonTexts: readonly OwnReasonText[];
}

/** A text for one reason of one item. */
export interface OwnReasonText {
  readonly item: ItemKey;
  /** A reason code, as the texts spell it. */
  readonly code: string;
  readonly place: SourcePlace;
}
