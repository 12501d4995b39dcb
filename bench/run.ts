// Measures the service: alone, what a decision costs; over HTTP, beside peers in the same run.
import { benchDecide } from "./decide.js";
import { benchEntities } from "./entities.js";
import { readServedPolicy } from "./served-policy.js";

const { policy } = await readServedPolicy();
for (const line of await benchDecide(policy)) console.log(line);
await benchEntities(console.log);
