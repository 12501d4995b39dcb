import type { ApolloServerPlugin } from "@apollo/server";
import Negotiator from "negotiator";
import type { Texts } from "../policy/texts/texts.js";
import type { RequestContext } from "../subgraph/context.js";

const ENGLISH = "en";

/**
 * What to word an answer in by an `accept-language` header: of the tags in it, the most wanted that some text is in, by the
 * lookup of RFC 4647, with its region, so that days are written as there; English where there is none. The header can be any text.
 */
export function acceptedLanguage(header: string | undefined, texts: Texts): string {
  const wanted = new Negotiator({ headers: { "accept-language": header } }).languages();
  return wanted.find((tag) => texts.languageFor(tag) !== null) ?? ENGLISH;
}

/** Says in `content-language` which languages the texts of an answer are in, and in `vary` that the request's headers chose them. */
export function answerLanguages(): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ response, contextValue: { wordedIn } }) => {
        const { headers } = response.http;
        headers.set("vary", "accept-language");
        if (wordedIn.size > 0) headers.set("content-language", [...wordedIn].sort().join(", "));
      },
    }),
  };
}
