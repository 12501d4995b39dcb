import { bottom, sameValue, top } from "../../policy/lattice.js";
import { html, type Html } from "./html.js";
import type { AgeCell, ItemRow, RegionGroup } from "./region-groups.js";
import { LOCALE, variantsOf, type ReportSource } from "./report-source.js";
import { agesInWords, choiceInWords, guardianReach, placesBelowTitle, placesTitle } from "./words.js";

/** A matrix of items by age for each group of regions. */
export function overview(source: ReportSource): Html {
  return html`<section aria-labelledby="overview">
    <h2 id="overview">What holds, by region and age</h2>
    <p>
      Each table is about people at home whose age is verified, who have chosen nothing and have no guardian linked. The
      first line of a cell is what it starts as; then what can be chosen, what a guardian can allow, and what holds
      while nobody vouches for the age. Follow a cell for its reason and its source.
    </p>
    <p class="legend">
      <span class="key strict">strictest</span> <span class="key between">in between</span>
      <span class="key open">open</span>
    </p>
    ${source.groups.map((group, index) => groupTable(group, index, source))}
  </section>`;
}

function groupTable({ places, rows }: RegionGroup, index: number, source: ReportSource): Html {
  const title = placesTitle(places, source);
  const ages = agesOf(rows);
  return html`<section class="group" aria-labelledby="region-${index + 1}">
    <h3 id="region-${index + 1}">${title}</h3>
    <p class="places">${placesBelowTitle(places, source)}</p>
    <div class="scroll" role="region" tabindex="0" aria-label="${title}">
      <table>
        <thead>
          <tr>
            <th scope="col">Setting or feature</th>
            ${ages.map((age, at) => html`<th scope="col">${agesInWords(age, ages[at + 1] ?? null)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row, at) => itemLine(row, at, ages, source))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function itemLine(row: ItemRow, index: number, ages: readonly number[], source: ReportSource): Html {
  const variant = variantsOf(source, index).findIndex(({ row: other }) => other.key === row.key);
  const anchor = `${row.item.key}-${variant + 1}`;
  return html`<tr>
    <th scope="row">${source.texts.label(row.item, LOCALE)}</th>
    ${row.cells.map((cell) => {
      const span = ages.filter((age) => age >= cell.fromAge && age < (cell.untilAge ?? Infinity)).length;
      return html`<td colspan="${span}" class="${openness(cell)}">${cellWords(cell, anchor, source)}</td>`;
    })}
  </tr>`;
}

function cellWords({ answer, unproven }: AgeCell, anchor: string, source: ReportSource): Html {
  const { item, value } = answer;
  const say = (one: typeof value): string => source.texts.value(item, one, LOCALE);
  const reach = guardianReach(answer);
  const more = [
    choiceInWords(answer, source),
    reach === null ? null : `guardian: ${say(reach)}`,
    unproven === null
      ? null
      : `unproven: ${say(unproven.value)}${unproven.locked && item.kind === "setting" ? ", fixed" : ""}`,
  ].filter((line) => line !== null);
  return html`<a href="#${anchor}">${say(value)}</a>${more.map((line) => html`<small>${line}</small>`)}`;
}

function openness({ answer: { item, value, cap } }: AgeCell): string {
  if (sameValue(cap, top(item))) return item.kind === "feature" || sameValue(value, cap) ? "open" : "between";
  return sameValue(cap, bottom(item)) ? "strict" : "between";
}

/** Every age at which some row changes. */
function agesOf(rows: readonly ItemRow[]): readonly number[] {
  return [...new Set(rows.flatMap(({ cells }) => cells.map(({ fromAge }) => fromAge)))].sort((a, b) => a - b);
}
