import { once } from "node:events";
import { join } from "node:path";
import { startEngine } from "./engine.js";
import { cacheFolder } from "./provision/cache-folder.js";
import { provision } from "./provision/provision.js";

// What `npm run dev:mongo` runs: a database in the foreground whose data is kept between runs.
const port = Number(process.env["YOUTH_SAFETY_DATABASE_PORT"] ?? 27027);
// Data is only sure to be read by the version that wrote it.
const { name } = await provision();
const engine = await startEngine({ port, dataFolder: join(cacheFolder(), "data", name) });
process.stdout.write(
  `${name} is ready; its data is kept. In another terminal:\n\n` +
    `  MONGODB_URI='${engine.uri}' npm start\n\nctrl-c stops it\n`,
);
await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
await engine.stop();
