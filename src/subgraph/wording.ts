import type { RequestContext } from "./context.js";

/** The locale to word a field in: what the field asks for, or else the request. Notes in which language the answer now speaks. */
export function localeFor({ served, language, wordedIn }: RequestContext, asked: string | null | undefined): string {
  const locale = asked ?? language;
  wordedIn.add(served.texts.languageFor(locale) ?? "en");
  return locale;
}
