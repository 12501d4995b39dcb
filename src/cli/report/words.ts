import type { Answer, Unlock } from "../../policy/answer.js";
import { formatDate, startOfDay, UTC, type CalendarDate } from "../../policy/calendar.js";
import { placesInWords } from "../../policy/difference/place-words.js";
import { sameValue, top } from "../../policy/lattice.js";
import type { Citation, Rule } from "../../policy/rule.js";
import type { KnownPlace } from "../../policy/space/item-space.js";
import { html, type Html } from "./html.js";
import { unlocksWithoutAgeing } from "./region-groups.js";
import { regionName } from "./region-names.js";
import { LOCALE, type ReportSource } from "./report-source.js";

/** `under 13`, `13 to 15`, `18 and over`, `all ages`. */
export function agesInWords(fromAge: number, untilAge: number | null): string {
  if (untilAge === null) return fromAge === 0 ? "all ages" : `${fromAge} and over`;
  if (fromAge === 0) return `under ${untilAge}`;
  if (untilAge === fromAge + 1) return String(fromAge);
  return untilAge === fromAge + 2 ? `${fromAge} and ${fromAge + 1}` : `${fromAge} to ${untilAge - 1}`;
}

/** `22 November 2026`. */
function dayInWords(date: CalendarDate): string {
  return new Intl.DateTimeFormat(LOCALE, { dateStyle: "long", timeZone: UTC }).format(startOfDay(date, UTC));
}

/** Places by the codes that policy files have: `EU, GB and US-CA`. */
export function placesByCode(places: readonly KnownPlace[], { world, documents }: ReportSource): string {
  return placesInWords(places, world, documents.catalogue.blocs).replace(/^in /, "");
}

const FEW = 4;

/** What a list of places is called in a heading: the names of a few, the codes and blocs of many. */
export function placesTitle(places: readonly KnownPlace[], source: ReportSource): string {
  if (places.length > FEW) return placesByCode(places, source);
  const title = new Intl.ListFormat(LOCALE, { type: "conjunction" }).format(places.map(regionName));
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}

/** What a heading by `placesTitle` leaves out: the codes of a few, the names of many. */
export function placesBelowTitle(places: readonly KnownPlace[], source: ReportSource): string {
  return places.length > FEW ? places.map(regionName).join(", ") : placesByCode(places, source);
}

/** What may be chosen: `only this`, `free choice`, `up to Friends`; null for a feature, on which nobody chooses. */
export function choiceInWords({ item, cap, locked }: Answer, { texts }: ReportSource): string | null {
  if (item.kind === "feature") return null;
  if (locked) return "fixed";
  if (sameValue(cap, top(item))) return "free choice";
  return item.control === "windows"
    ? `at least ${texts.value(item, cap, LOCALE)}`
    : `up to ${texts.value(item, cap, LOCALE)}`;
}

/** Everything but growing older that loosens an answer, a sentence each. */
export function unlocksInWords(answer: Answer, source: ReportSource): readonly string[] {
  return unlocksWithoutAgeing(answer).map((unlock) => unlockInWords(answer, unlock, source));
}

/** Whether a guardian's approval alone, or with a link, loosens an answer, and to what; null: it does not. */
export function guardianReach(answer: Answer): Unlock["reaches"] | null {
  const unlock = unlocksWithoutAgeing(answer).find(({ steps }) =>
    steps.every(({ kind }) => kind === "LINK_GUARDIAN" || kind === "GUARDIAN_APPROVES"),
  );
  return unlock?.reaches ?? null;
}

/** Where a rule comes from: a link to its source, or that it is the house's own. */
export function sourceLink(citation: Citation | null): Html {
  if (!citation) return html`the house’s own rule`;
  return citation.url === null ? html`${citation.title}` : html`<a href="${citation.url}">${citation.title}</a>`;
}

/** A rule by its id, linked to where the report has it. */
export function ruleLink({ id }: Rule): Html {
  return html`<a href="#rule-${id}"><code>${id}</code></a>`;
}

function unlockInWords({ item }: Answer, { steps, reaches }: Unlock, { texts }: ReportSource): string {
  const said = steps.map((step) =>
    texts
      .step(step, "on" in step && step.on.kind === "rules" ? step.on.date : null, "GUARDIAN", LOCALE)
      .replace(/\.$/, ""),
  );
  return `${said.join("; and ")}: ${texts.value(item, reaches, LOCALE)}`;
}

/** A day for machines and people. */
export function timeOf(date: CalendarDate): Html {
  return html`<time datetime="${formatDate(date)}">${dayInWords(date)}</time>`;
}
