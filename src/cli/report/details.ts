import type { Answer } from "../../policy/answer.js";
import type { Item } from "../../policy/item.js";
import { html, type Html } from "./html.js";
import type { ItemRow } from "./region-groups.js";
import { LOCALE, variantsOf, type ReportSource } from "./report-source.js";
import { agesInWords, choiceInWords, placesByCode, ruleLink, sourceLink, unlocksInWords } from "./words.js";

/** Each item with its reasons and sources, by the places that have the same answers. */
export function details(source: ReportSource): Html {
  return html`<section aria-labelledby="details">
    <h2 id="details">Why, and who can change it</h2>
    ${source.documents.catalogue.items.map((item, index) => itemDetails(item, index, source))}
  </section>`;
}

function itemDetails(item: Item, index: number, source: ReportSource): Html {
  const { texts } = source;
  return html`<section class="item" aria-labelledby="item-${item.key}">
    <h3 id="item-${item.key}">${texts.label(item, LOCALE)} <code>${item.key}</code></h3>
    <p>${texts.help(item, LOCALE)}</p>
    ${variantsOf(source, index).map(({ row, places }, at) =>
      variantTable(row, placesByCode(places, source), `${item.key}-${at + 1}`, source),
    )}
  </section>`;
}

function variantTable(row: ItemRow, places: string, anchor: string, source: ReportSource): Html {
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${anchor}">
    <table class="why">
      <caption id="${anchor}">
        ${places}
      </caption>
      <thead>
        <tr>
          <th scope="col">Age</th>
          <th scope="col">${row.item.kind === "feature" ? "Access" : "Starts as"}</th>
          <th scope="col">Why, as a guardian is told</th>
          <th scope="col">What would open more, apart from growing older</th>
        </tr>
      </thead>
      <tbody>
        ${row.cells
          .map(({ fromAge, untilAge, answer, unproven }) => {
            const ages = agesInWords(fromAge, untilAge);
            return [
              answerLine(ages, answer, source),
              ...(unproven ? [answerLine(`${ages}, unproven`, unproven, source)] : []),
            ];
          })
          .flat()}
      </tbody>
    </table>
  </div>`;
}

function answerLine(ages: string, answer: Answer, source: ReportSource): Html {
  const { texts } = source;
  const { item, value, reason } = answer;
  const choice = choiceInWords(answer, source);
  const unlocks = unlocksInWords(answer, source);
  return html`<tr>
    <th scope="row">${ages}</th>
    <td>${texts.value(item, value, LOCALE)}${choice === null ? "" : html`<small>${choice}</small>`}</td>
    <td>${texts.reason(answer, reason.code, "GUARDIAN", LOCALE)}<small>${ruleWords(answer, source)}</small></td>
    <td>
      ${
        unlocks.length === 0
          ? "nothing"
          : html`<ul>
              ${unlocks.map((one) => html`<li>${one}</li>`)}
            </ul>`
      }
    </td>
  </tr>`;
}

function ruleWords({ reason, decidedBy }: Answer, { documents }: ReportSource): Html {
  const rule = documents.rules.find(({ id }) => id === reason.rule);
  if (!rule) return html`no rule`;
  const by = decidedBy === "DEFAULT" ? "start set by" : rule.layer === "LAW" ? "law" : "platform";
  return html`${by}: ${ruleLink(rule)}, ${sourceLink(rule.citation)}`;
}
