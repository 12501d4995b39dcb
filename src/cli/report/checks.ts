import { FINDINGS, type Finding, type Severity } from "../../policy/analysis/finding.js";
import { formatProblem } from "../../policy/language/policy-problem.js";
import { html, type Html } from "./html.js";
import { LOCALE, type ProvedInvariant, type ReportSource } from "./report-source.js";

/** What was proved, and what the analysis found. */
export function checksSection({ findings, proof }: ReportSource): Html {
  return html`<section aria-labelledby="proofs">
      <h2 id="proofs">What is proved</h2>
      ${proofWords(proof)}
    </section>
    <section aria-labelledby="findings">
      <h2 id="findings">What the analysis found</h2>
      <p>Looked at: every combination of age, proof, place, guardian and day that the rules tell apart.</p>
      ${(["error", "warning", "note"] as const).map((severity) =>
        findingsWords(
          severity,
          findings.filter((one) => one.severity === severity),
        ),
      )}
    </section>`;
}

function proofWords(proof: ReportSource["proof"]): Html {
  switch (proof.kind) {
    case "none":
      return html`<p>These rules have no invariants, so nothing is proved about them.</p>`;
    case "too large":
      return html`<p>${proof.why}</p>`;
    case "proved": {
      const held = proof.invariants.filter(({ counterExample }) => counterExample === null).length;
      return html`<p>${held} of ${proof.invariants.length} sentences hold for every input there can be.</p>
        <ul class="proofs">
          ${proof.invariants.map(proofLine)}
        </ul>`;
    }
    default:
      return proof satisfies never;
  }
}

function proofLine({ name, says, inputs, counterExample }: ProvedInvariant): Html {
  return html`<li>
    <strong>${counterExample === null ? "Holds" : "Does not hold"}:</strong> ${says}
    <small><code>${name}</code>, ${inputs.toLocaleString(LOCALE)} inputs</small>
    ${counterExample === null ? "" : html`<p>${counterExample}</p>`}
  </li>`;
}

function findingsWords(severity: Severity, findings: readonly Finding[]): Html {
  if (findings.length === 0) return html`<p>No ${severity}s.</p>`;
  const codes = [...new Set(findings.map(({ code }) => code))];
  return html`<h3>${findings.length} ${severity}${findings.length === 1 ? "" : "s"}</h3>
    ${codes.map((code) => {
      const found = findings.filter((one) => one.code === code);
      return html`<p><code>${code}</code>, ${found.length}: ${FINDINGS[code].meaning}</p>
        <ul>
          ${found.map((one) => html`<li>${formatProblem(one)}</li>`)}
        </ul>`;
    })}`;
}
