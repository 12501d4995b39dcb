// Publishes the schema when it may land: `npm run schema:publish`.
import { publish } from "./publish-command.js";
import { PROCESS } from "./surroundings.js";

process.exitCode = await publish(process.argv.slice(2), PROCESS);
