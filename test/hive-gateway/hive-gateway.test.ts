import { installHiveGateway, startHiveGateway } from "../../examples/supergraph/hive-gateway.js";
import { itKeepsThePromises } from "../supergraph/gateway-promises.js";
import { BELIEVES_TOKENS, PAGE, SHARED_SECRET, TOKEN_KEY } from "../supergraph/supergraph-under-test.js";

beforeAll(installHiveGateway, 400_000);

itKeepsThePromises({
  proof: { HIVE_HMAC_SECRET: SHARED_SECRET, ...BELIEVES_TOKENS },
  start: (supergraph, { secret, patience }) =>
    startHiveGateway({ supergraph, port: 0, hmacSecret: secret, tokenKey: TOKEN_KEY, patience, page: PAGE }),
});
