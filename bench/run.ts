// Measures the service against the clock and against its peers, side by side in one run.
import { readFileSync, readdirSync } from "node:fs";
import { compilePolicy } from "../src/policy/compile.js";
import { readPolicy } from "../src/policy/language/read-policy.js";
import { benchDecide } from "./decide.js";

const files = readdirSync("policies", { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
const read = readPolicy(files.map((file) => ({ file, text: readFileSync(`policies/${file}`, "utf8") })));
if (!read.ok) throw new Error(read.problems.map((p) => p.message).join("\n"));
for (const line of await benchDecide(compilePolicy(read.documents))) console.log(line);
