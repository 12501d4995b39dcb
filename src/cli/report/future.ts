import type { Answer } from "../../policy/answer.js";
import { formatDate } from "../../policy/calendar.js";
import type { Change, ChangingDay } from "./changes-to-come.js";
import { html, type Html } from "./html.js";
import { LOCALE, type ReportSource } from "./report-source.js";
import { agesInWords, choiceInWords, placesByCode, ruleLink, sourceLink, timeOf } from "./words.js";

/** What changes by itself on which day, and for whom. */
export function changesToComeSection(source: ReportSource): Html {
  return html`<section aria-labelledby="changes">
    <h2 id="changes">Changes to come</h2>
    ${
      source.days.length === 0
        ? html`<p>No rule that is written today changes anything after this day.</p>`
        : source.days.map((day) => dayTable(day, source))
    }
  </section>`;
}

function dayTable({ on, changes }: ChangingDay, source: ReportSource): Html {
  const id = `day-${formatDate(on)}`;
  return html`<section aria-labelledby="${id}">
    <h3 id="${id}">${timeOf(on)}</h3>
    <div class="scroll" role="region" tabindex="0" aria-labelledby="${id}">
      <table class="why">
        <thead>
          <tr>
            <th scope="col">Setting or feature</th>
            <th scope="col">For whom</th>
            <th scope="col">Before</th>
            <th scope="col">From this day</th>
            <th scope="col">Why, as a guardian is told</th>
          </tr>
        </thead>
        <tbody>
          ${changes.map((change) => changeLine(change, source))}
        </tbody>
      </table>
    </div>
  </section>`;
}

function changeLine(
  { item, fromAge, untilAge, places, isUnprovenOnly, before, after }: Change,
  source: ReportSource,
): Html {
  const { texts, documents } = source;
  const rule = documents.rules.find(({ id }) => id === after.reason.rule);
  return html`<tr>
    <th scope="row">${texts.label(item, LOCALE)}</th>
    <td>
      ${agesInWords(fromAge, untilAge)}${isUnprovenOnly ? ", while nobody vouches for the age" : ""}<small
        >${placesByCode(places, source)}</small
      >
    </td>
    <td>${answerWords(before, source)}</td>
    <td>${answerWords(after, source)}</td>
    <td>
      ${texts.reason(after, after.reason.code, "GUARDIAN", LOCALE)}${rule ? html`<small>${ruleLink(rule)}, ${sourceLink(rule.citation)}</small>` : ""}
    </td>
  </tr>`;
}

function answerWords(answer: Answer, source: ReportSource): Html {
  const choice = choiceInWords(answer, source);
  const value = source.texts.value(answer.item, answer.value, LOCALE);
  return html`${value}${choice === null ? "" : html`<small>${choice}</small>`}`;
}
