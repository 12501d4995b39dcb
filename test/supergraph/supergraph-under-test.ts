import { accountsSubgraph, ACCOUNTS_SDL } from "../../examples/supergraph/accounts.js";
import { composeSupergraph } from "../../examples/supergraph/compose.js";
import { contentSubgraph, CONTENT_SDL } from "../../examples/supergraph/content.js";
import { serveSubgraph } from "../../examples/supergraph/serve-subgraph.js";
import { TOKENS } from "../../examples/supergraph/sign-in.js";
import type { ProfileStore } from "../../src/profiles/profile-store.js";
import { MemoryProfileStore } from "../../src/profiles/memory-profile-store.js";
import { writeProfile } from "../../src/profiles/profile-document.js";
import { CONTRACT } from "../../src/subgraph/schema.js";
import { idOf } from "../profiles/profile-of.js";
import { ava, maya, MILA, noah } from "../server/people.js";
import { startService, type Service } from "../server/service.js";
import { watchSubgraph, type Call, type Conduct } from "./watched-subgraph.js";

/** The name of the subgraph that all this is about. */
export const SAFETY = "youth-safety";

/** What a gateway and the subgraph know of each other. */
export const SHARED_SECRET = "a-secret-of-the-gateway-and-the-subgraph";
export const TOKEN_KEY = "a-key-that-tokens-are-signed-with";

/** The page that gateways serve. */
export const PAGE = "<!doctype html><title>A page</title>";

/** As many people as a list may have: `person-0`, `person-1`, ... Each is as old as Noah, 15, and lives where he does. */
export const CROWD = Array.from({ length: 1_000 }, (_, index) => `person-${index}`);

/** The three subgraphs, each watched, and what they compose to. */
export interface SupergraphUnderTest {
  readonly supergraph: string;
  /** The subgraph itself, with how many people each read of its store was for. */
  readonly safety: Service;
  /** What the subgraphs were asked, in order. */
  readonly calls: Call[];
  /** Changes how the youth-safety subgraph behaves. */
  readonly behave: (conduct: Conduct) => void;
  stop(): Promise<void>;
}

/** Starts accounts, content and youth-safety, without a gateway. */
export async function startSubgraphs(
  environment: Readonly<Record<string, string>>,
  store: ProfileStore = storeOfCrowd(),
): Promise<SupergraphUnderTest> {
  const people = ["maya", "noah", "ava", "mila", "dana", ...CROWD].map((id) => ({ id, name: `Called ${id}` }));
  const safety = await startService({ environment, store });
  const accounts = await serveSubgraph(accountsSubgraph(people), 0);
  const content = await serveSubgraph(contentSubgraph(CROWD), 0);
  const calls: Call[] = [];
  const watched = {
    accounts: await watchSubgraph("accounts", accounts.url, calls),
    content: await watchSubgraph("content", content.url, calls),
    safety: await watchSubgraph(SAFETY, `${safety.url}/graphql`, calls),
  };
  const subgraphs = [
    { name: "accounts", url: watched.accounts.url, sdl: ACCOUNTS_SDL },
    { name: "content", url: watched.content.url, sdl: CONTENT_SDL },
    { name: SAFETY, url: watched.safety.url, sdl: CONTRACT },
  ];
  return {
    supergraph: composeSupergraph(subgraphs),
    safety,
    calls,
    behave: watched.safety.behave,
    stop: async () => {
      await Promise.all(Object.values(watched).map((one) => one.stop()));
      await Promise.all([accounts.stop(), content.stop(), safety.stop()]);
    },
  };
}

/** How the subgraph is told that tokens are to be believed. */
export const BELIEVES_TOKENS = {
  JWT_SECRETS: TOKEN_KEY,
  JWT_ISSUER: TOKENS.issuer,
  JWT_AUDIENCE: TOKENS.audience,
} as const;

function storeOfCrowd(): MemoryProfileStore {
  const people = [maya, noah, ava, ...CROWD.map((id) => ({ ...noah, id: idOf(id) }))];
  const documents = new Map<ReturnType<typeof idOf>, unknown>(people.map((who) => [who.id, writeProfile(who)]));
  return new MemoryProfileStore(documents.set(idOf("mila"), MILA));
}
