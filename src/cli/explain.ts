import type { Command } from "commander";
import type { Answer, Decisions } from "../policy/answer.js";
import type { Instant } from "../policy/calendar.js";
import { formatInstant } from "../policy/calendar.js";
import { didYouMean } from "../policy/did-you-mean.js";
import { answerJson } from "./answer-json.js";
import type { Texts } from "../policy/texts/texts.js";
import { answerParagraph } from "./answer-page.js";
import { itemNamed, readPerson, type ExplainedPerson, type PersonOptions } from "./explain-person.js";
import { Misuse } from "./misuse.js";
import { loadPolicy, SHIPPED_POLICY, type LoadedPolicy } from "./policy-argument.js";
import { gather } from "./repeated-option.js";

interface ExplainOptions extends PersonOptions {
  readonly policy: string;
  readonly json?: boolean;
  readonly locale?: string;
}

const ENGLISH = "en";

/** `explain [ITEM ...]`: what holds for a person of whom some facts are known, and why. Exit codes 0, 2 misuse, 3 broken policy. */
export function registerExplain(program: Command): void {
  program
    .command("explain")
    .description(
      "say what holds for a person, who decided, why, what would change it and until when; facts left out are unknown",
    )
    .argument("[ITEM...]", "settings and features, e.g. `directMessages`; none: all")
    .option("--born <DATE>", "birth date, or as much as is known: YYYY-MM-DD, YYYY-MM or YYYY")
    .option("--age-bounds <LO..HI>", "ages between which the person is on the day of --at; either may be left out")
    .option("--at <INSTANT>", "the instant to ask about, e.g. 2026-11-22T20:00:00Z (default: now)")
    .option("--in <REGION>", "where the person lives: ISO 3166-1 or 3166-2, e.g. BR or US-CA")
    .option("--present <REGION>", "where the person is now, if not at home")
    .option("--zone <IANA>", "the person's time zone, e.g. Europe/Madrid")
    .option("--joined <DATE>", "the day the person joined (default: today)")
    .option(
      "--assurance <LEVEL>",
      "how well the age is known: UNKNOWN, SELF_DECLARED, GUARDIAN_ATTESTED, ESTIMATED or VERIFIED",
    )
    .option("--guardian <STATE>", "NONE, PENDING or LINKED (default: NONE)")
    .option("--choose <KEY=VALUE>", "a choice of the person; may be given again", gather)
    .option("--limit <KEY=VALUE>", "a limit of the guardians, while LINKED; may be given again", gather)
    .option("--approve <KEY[=VALUE]>", "what the guardians approve, while LINKED; may be given again", gather)
    .option("--policy <DIR>", "the folder of the rules", SHIPPED_POLICY)
    .option("--locale <TAG>", "the language of the page, e.g. es or pt-BR (default: en)")
    .option("--json", "print JSON instead of a page, without words")
    .action(async (keys: readonly string[], options: ExplainOptions) => {
      const loaded = await loadPolicy(options.policy);
      const locale = localeOf(options, loaded.texts);
      const now = Date.now() as Instant; // whole milliseconds since 1970, which is what an instant is
      const person = readPerson(options, loaded.policy.catalogue, now);
      const decisions = decide(loaded, person);
      const items = keys.map((key) => itemNamed(key, loaded.policy.catalogue));
      const answers = decisions.answers.filter(({ item }) => items.length === 0 || items.includes(item));
      process.stdout.write(
        options.json === true ? jsonOf(loaded, decisions, answers) : pageOf(loaded, person, decisions, answers, locale),
      );
    });
}

function localeOf({ locale, json }: ExplainOptions, texts: Texts): string {
  if (locale === undefined) return ENGLISH;
  if (json === true) throw new Misuse("`--json` has no words: leave out `--locale`");
  if (texts.languageFor(locale) === null)
    throw new Misuse(
      `\`--locale ${locale}\`: there are texts in ${texts.languages.join(", ")}${didYouMean(locale, texts.languages)}`,
    );
  return locale;
}

function decide({ policy }: LoadedPolicy, { subject, choices, at }: ExplainedPerson): Decisions {
  const { from, until } = policy.coverage;
  if (at < from || at >= until) {
    throw new Misuse(
      `\`--at ${formatInstant(at)}\`: the rules cover ${formatInstant(from)} until before ${formatInstant(until)}`,
    );
  }
  return policy.decide(subject, choices, at);
}

function jsonOf({ revision }: LoadedPolicy, decisions: Decisions, answers: readonly Answer[]): string {
  const items = Object.fromEntries(answers.map((answer) => [answer.item.key, answerJson(answer, decisions)]));
  return `${JSON.stringify({ revision: revision.id, at: formatInstant(decisions.at), items }, null, 2)}\n`;
}

function pageOf(
  { policy, texts, revision }: LoadedPolicy,
  { subject: { zone } }: ExplainedPerson,
  decisions: Decisions,
  answers: readonly Answer[],
  locale: string,
): string {
  const paragraphs = answers.map((answer) => answerParagraph(answer, { policy, texts, decisions, zone, locale }));
  const at = texts.instant(decisions.at, zone, locale);
  const head = texts.page("heading", { at, revision: revision.label }, locale);
  return `${[head, ...paragraphs].join("\n\n")}\n`;
}
