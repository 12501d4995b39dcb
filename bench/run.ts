// Measures the service: alone, what a decision costs; over HTTP, beside peers in the same run.
import type { Instant } from "../src/policy/calendar.js";
import { loadPolicy } from "../src/server/load-policy.js";
import { benchDecide } from "./decide.js";
import { benchEntities } from "./entities.js";
import { benchPolicyLoad } from "./policy-load.js";

const { policy } = (await loadPolicy("policies", Date.now() as Instant)).served;
await benchPolicyLoad("policies", console.log);
for (const line of await benchDecide(policy)) console.log(line);
await benchEntities(console.log);
