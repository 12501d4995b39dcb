import { startGateway, type RunningGateway } from "../../examples/supergraph/gateway.js";
import type { GatewayOptions } from "./gateway-promises.js";
import { PAGE, SAFETY, TOKEN_KEY } from "./supergraph-under-test.js";

/** Starts the example's Apollo Gateway on a port of its own; it tells nobody what goes wrong. */
export function startApolloGateway(supergraph: string, { secret, patience }: GatewayOptions): Promise<RunningGateway> {
  return startGateway({
    supergraph,
    port: 0,
    safety: { name: SAFETY, secret },
    tokenKey: TOKEN_KEY,
    patience,
    page: PAGE,
    log: () => {},
  });
}
