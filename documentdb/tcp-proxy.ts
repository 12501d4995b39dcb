import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A network between a client and a database that can be made to fail. */
export interface TcpProxy {
  /** The database's URI by way of this proxy. */
  readonly uri: string;
  /** Breaks every connection and refuses new ones, as when a server is down. */
  cut(): void;
  /** Keeps connections and takes new ones, but passes nothing on, as when a network swallows packets. */
  stall(): void;
  /** Works again; what was held back while stalled is passed on. */
  restore(): void;
  /** Ends for good. */
  stop(): Promise<void>;
}

type State = "open" | "stalled" | "cut";

/** Puts a proxy in front of the one server named in a `mongodb://` URI. */
export async function startTcpProxy(uri: string): Promise<TcpProxy> {
  const target = targetOf(uri);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: State = "open";

  const server = createServer((client) => {
    if (state === "cut") {
      client.on("error", ignore);
      client.resetAndDestroy();
      return;
    }
    const pair = [client, connect(target)] as const;
    pairs.add(pair);
    join(pair, () => pairs.delete(pair));
    if (state === "stalled") hold(pair);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("proxy has no port");

  function cut(): void {
    state = "cut";
    for (const pair of pairs) for (const socket of pair) socket.resetAndDestroy();
  }

  return {
    uri: uriThrough(uri, `127.0.0.1:${String(address.port)}`),
    cut,
    stall() {
      state = "stalled";
      for (const pair of pairs) hold(pair);
    },
    restore() {
      state = "open";
      for (const pair of pairs) release(pair);
    },
    async stop() {
      const closed = once(server, "close");
      server.close();
      cut();
      await closed;
    },
  };
}

function join(pair: readonly [Socket, Socket], onClose: () => void): void {
  const [client, server] = pair;
  client.pipe(server);
  server.pipe(client);
  for (const socket of pair) {
    socket.setNoDelay(true);
    socket.on("error", ignore);
    socket.on("close", () => {
      client.destroy();
      server.destroy();
      onClose();
    });
  }
}

function hold([client, server]: readonly [Socket, Socket]): void {
  client.unpipe(server).pause();
  server.unpipe(client).pause();
}

function release([client, server]: readonly [Socket, Socket]): void {
  client.pipe(server);
  server.pipe(client);
}

function targetOf(uri: string): { host: string; port: number } {
  const { protocol, hostname, port } = new URL(uri);
  if (protocol !== "mongodb:" || hostname === "") {
    throw new Error("a proxy stands in front of one server: the URI must be `mongodb://host:port`");
  }
  return { host: hostname, port: port === "" ? 27017 : Number(port) };
}

// Without a direct connection a driver would ask the replica set for its address and go round the proxy.
function uriThrough(uri: string, address: string): string {
  const through = new URL(uri);
  through.host = address;
  through.searchParams.delete("replicaSet");
  through.searchParams.set("directConnection", "true");
  return through.href;
}

function ignore(): void {
  return undefined;
}
