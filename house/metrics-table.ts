import { Metrics } from "../src/server/metrics.js";
import { table } from "./marked-parts.js";

/** The service's own metrics, one row a metric; those of the runtime are the client library's. */
export function metricsTable(): string {
  const nothing = (): never => {
    throw new Error("nothing is measured here");
  };
  const { registry } = new Metrics({ served: nothing, status: nothing });
  const own = registry.getMetricsAsArray().filter(({ name }) => name.startsWith("youth_safety_"));
  return table(
    ["metric", "meaning"],
    own.map(({ name, help }) => [`\`${name}\``, help]),
  );
}
