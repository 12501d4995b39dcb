import { startGateway } from "../../examples/supergraph/gateway.js";
import { itKeepsThePromises } from "./gateway-promises.js";
import { SAFETY, SHARED_SECRET, TOKEN_KEY } from "./supergraph-under-test.js";

itKeepsThePromises({
  proof: { ROUTER_SECRETS: SHARED_SECRET },
  start: (supergraph, { secret, patience }) =>
    startGateway({
      supergraph,
      port: 0,
      safety: { name: SAFETY, secret },
      tokenKey: TOKEN_KEY,
      patience,
      page: "",
      log: () => {},
    }),
});
