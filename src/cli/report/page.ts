import { formatInstant } from "../../policy/calendar.js";
import { changesToComeSection } from "./future.js";
import { checksSection } from "./checks.js";
import { details } from "./details.js";
import { Html, html } from "./html.js";
import { overview } from "./overview.js";
import { LOCALE, type ReportSource } from "./report-source.js";
import { rulesSection } from "./rules.js";
import { STYLE } from "./style.js";
import { placesTitle, timeOf } from "./words.js";

/** The whole report as one page that asks for nothing else: no script, no font, no picture. */
export function reportPage(source: ReportSource): string {
  const { revision, on, madeAt, documents } = source;
  const page = html`<!doctype html>
    <html lang="${LOCALE}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>Youth safety policy ${revision.label}</title>
        <style>
          ${new Html(STYLE)}
        </style>
      </head>
      <body>
        <a class="skip" href="#overview">To the tables</a>
        <header>
          <h1>Youth safety policy ${revision.label}</h1>
          <dl class="facts">
            <dt>About</dt>
            <dd>${timeOf(on)}</dd>
            <dt>Revision</dt>
            <dd><code>${revision.id}</code></dd>
            <dt>Made</dt>
            <dd><time>${formatInstant(madeAt)}</time></dd>
            <dt>Rules</dt>
            <dd>
              ${documents.rules.length}, about ${documents.catalogue.items.length} settings and features, telling apart
              ${source.places.length} places
            </dd>
          </dl>
          <p>
            This page says what the rules of this revision answer. It is worked out by the engine that serves, not
            written by hand. It is a reading of laws for the service, and no legal advice.
          </p>
        </header>
        ${contents(source)}
        <main>
          ${overview(source)} ${changesToComeSection(source)} ${details(source)} ${checksSection(source)}
          ${rulesSection(source)}
        </main>
      </body>
    </html> `;
  // The template is indented for its readers; browsers see one space as many.
  return `${page.markup.replace(/\n\s+/g, "\n")}\n`;
}

function contents(source: ReportSource): Html {
  const { groups, texts, documents } = source;
  return html`<nav aria-label="Contents">
    <ul>
      <li>
        <a href="#overview">What holds, by region and age</a>
        <ol>
          ${groups.map(({ places }, at) => html`<li><a href="#region-${at + 1}">${placesTitle(places, source)}</a></li>`)}
        </ol>
      </li>
      <li><a href="#changes">Changes to come</a></li>
      <li>
        <a href="#details">Why, and who can change it</a>
        <ol>
          ${documents.catalogue.items.map(
            (item) => html`<li><a href="#item-${item.key}">${texts.label(item, LOCALE)}</a></li>`,
          )}
        </ol>
      </li>
      <li><a href="#proofs">What is proved</a></li>
      <li><a href="#findings">What the analysis found</a></li>
      <li><a href="#rules">The rules and their sources</a></li>
    </ul>
  </nav>`;
}
