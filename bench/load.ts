import { Agent, request } from "node:http";

const IN_FLIGHT = 4;
const headers = { "content-type": "application/json", "x-viewer-scopes": "youth-safety:read youth-safety:age" };

/** Sends one request, on a connection of the agent's; rejects unless it is answered with 200. */
export function ask(url: string, body: string, agent = new Agent()): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url} answered ${response.statusCode ?? "nothing"}: ${text.slice(0, 500)}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Requests a second, measured for at least `ms`, with a few requests in flight. */
export async function requestsPerSecond(url: string, body: string, ms: number): Promise<number> {
  // Connections are kept for a round and no longer: a server closes those that idle through another's round.
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
  const start = performance.now();
  let answered = 0;
  const askOn = async (): Promise<void> => {
    do {
      await ask(url, body, agent);
      answered += 1;
    } while (performance.now() - start < ms);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, askOn));
  const seconds = (performance.now() - start) / 1_000;
  agent.destroy();
  return answered / seconds;
}
