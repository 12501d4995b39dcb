import { startApolloGateway } from "./apollo-gateway-under-test.js";
import { itKeepsThePromises } from "./gateway-promises.js";
import { SHARED_SECRET } from "./supergraph-under-test.js";

itKeepsThePromises({ proof: { ROUTER_SECRETS: SHARED_SECRET }, start: startApolloGateway });
