import { once } from "node:events";
import { createServer, request, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What a gateway asked a subgraph. */
export interface Call {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
}

/** How a subgraph behaves: as it is, gone while it is asked, or never done with answering. */
export type Conduct = "answers" | "hangs up" | "never answers";

/** A subgraph with somebody in front who writes down what it is asked, and can hold it back. */
export interface WatchedSubgraph {
  readonly url: string;
  readonly behave: (conduct: Conduct) => void;
  stop(): Promise<void>;
}

/** Watches the subgraph at `target`; what it is asked is added to `calls`. */
export async function watchSubgraph(name: string, target: string, calls: Call[]): Promise<WatchedSubgraph> {
  let conduct: Conduct = "answers";
  const server = createServer((incoming, outgoing) => {
    void text(incoming).then((body) => {
      const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: Call["variables"] };
      calls.push({ subgraph: name, query, variables, headers: incoming.headers });
      if (conduct === "hangs up") incoming.socket.destroy();
      else if (conduct === "answers") forward(target, incoming.headers, body, outgoing);
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    behave: (next) => {
      conduct = next;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

function forward(target: string, headers: IncomingHttpHeaders, body: string, outgoing: ServerResponse): void {
  const onward = request(target, { method: "POST", headers: { ...headers, host: new URL(target).host } }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on("error", () => outgoing.destroy());
  onward.end(body);
}
