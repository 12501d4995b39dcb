import { startContender, type ContenderProcess } from "./contender-process.js";
import { ask, requestsPerSecond } from "./load.js";
import { SELECTIONS, entitiesRequest } from "./selections.js";

const PEERS = ["plain-apollo"];
const SIZES = [1, 10, 100, 1_000];
const ROUNDS = 7;
const ROUND_MS = 250;

/**
 * Measures `_entities` over HTTP beside peers with the same schema, resolvers and people. Contenders take turns in short
 * rounds, so that a busy machine harms all alike; what is printed is the median of the rounds' ratios.
 */
export async function benchEntities(print: (line: string) => void): Promise<void> {
  const service = await startContender("service");
  const peers = await Promise.all(PEERS.map(async (name) => ({ name, ...(await startContender(name)) })));
  try {
    for (const [name, selection] of Object.entries(SELECTIONS)) {
      for (const size of SIZES) {
        const body = entitiesRequest(selection, size);
        for (const peer of peers) await assertSameData(service, peer, body);
        print(`${name}, N = ${size}: ${await compare(service, peers, body, size)}`);
      }
    }
  } finally {
    await Promise.all([service, ...peers].map((contender) => contender.stop()));
  }
}

type Peer = ContenderProcess & { readonly name: string };

async function compare(service: ContenderProcess, peers: readonly Peer[], body: string, size: number): Promise<string> {
  for (const { url } of [service, ...peers]) await requestsPerSecond(url, body, ROUND_MS);
  const own: number[] = [];
  const ratios = new Map(peers.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < ROUNDS; round += 1) {
    const rate = await requestsPerSecond(service.url, body, ROUND_MS);
    own.push(rate * size);
    for (const { name, url } of peers) ratios.get(name)?.push(rate / (await requestsPerSecond(url, body, ROUND_MS)));
  }
  const beside = [...ratios].map(([name, values]) => `${median(values).toFixed(2)} times ${name}`);
  return `${Math.round(median(own))} people/s, ${beside.join(", ")}`;
}

/** A contender that answers something else is no contender. */
async function assertSameData(a: ContenderProcess, b: Peer, body: string): Promise<void> {
  const [left, right] = await Promise.all([a, b].map(async ({ url }) => dataOf(await ask(url, body))));
  if (left !== right) throw new Error(`\`${b.name}\` answers other data than the service`);
}

function dataOf(response: string): string {
  return JSON.stringify((JSON.parse(response) as { data: unknown }).data);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
