import { createServer, type Server } from "node:http";
import type { Registry } from "prom-client";

/** The server that Prometheus reads: `GET /metrics`, and nothing else. It is on a port of its own, so that no route to queries reaches it. */
export function metricsListener(registry: Registry): Server {
  return createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404, { "content-type": "text/plain" }).end("metrics are at /metrics\n");
      return;
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { "content-type": registry.contentType }).end(text),
      () => response.writeHead(500, { "content-type": "text/plain" }).end("the metrics cannot be read\n"),
    );
  });
}
