// Says whether the schema may land: `npm run schema:check`. What each step looks at: docs/registry.md.
import { check } from "./check-command.js";
import { PROCESS } from "./surroundings.js";

process.exitCode = await check(process.argv.slice(2), PROCESS);
