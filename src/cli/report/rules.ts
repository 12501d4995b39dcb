import { formatDate } from "../../policy/calendar.js";
import type { PolicyDocuments, Rule } from "../../policy/rule.js";
import { isInForce } from "../../policy/rule-dates.js";
import { html, type Html } from "./html.js";
import type { ReportSource } from "./report-source.js";
import { sourceLink, timeOf } from "./words.js";

/** Every rule with its dates, what courts made of it and its source. */
export function rulesSection({ documents, on }: ReportSource): Html {
  const files = [...new Set(documents.rules.map(({ place }) => place.file))];
  return html`<section aria-labelledby="rules">
    <h2 id="rules">The rules and their sources</h2>
    ${files.map((file) => {
      const rules = documents.rules.filter(({ place }) => place.file === file);
      return html`<div class="scroll" role="region" tabindex="0" aria-label="${file}">
        <table class="why">
          <caption>
            ${file}
          </caption>
          <thead>
            <tr>
              <th scope="col">Rule</th>
              <th scope="col">On this day</th>
              <th scope="col">Dates</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            ${rules.map((rule) => ruleLine(rule, isInForce(rule, on, documents), documents))}
          </tbody>
        </table>
      </div>`;
    })}
  </section>`;
}

function ruleLine({ id, timeline, citation, place }: Rule, holds: boolean, documents: PolicyDocuments): Html {
  const reviewed = citation?.reviewedOn ?? null;
  const followed = [
    ...(documents.complyAnyway.has(id) ? ["followed here though enjoined"] : []),
    ...(documents.takeAsConfirmed.has(id) ? ["taken as confirmed here"] : []),
  ];
  return html`<tr id="rule-${id}">
    <th scope="row"><code>${id}</code><small>line ${place.line}</small></th>
    <td>${holds ? "in force" : "not in force"}${followed.map((word) => html`<small>${word}</small>`)}</td>
    <td>
      <ul>
        ${timeline.map(({ from, status }) => html`<li><time>${formatDate(from)}</time>: ${status}</li>`)}
      </ul>
    </td>
    <td>${sourceLink(citation)}${reviewed === null ? "" : html`<small>compared on ${timeOf(reviewed)}</small>`}</td>
  </tr>`;
}
