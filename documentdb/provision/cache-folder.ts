import { homedir } from "node:os";
import { join, resolve } from "node:path";

const NAME = "youth-safety";

/**
 * Where unpacked databases and the development data are kept between runs: the folder named by
 * `YOUTH_SAFETY_DATABASE_CACHE`, or else one of the system for root and one of the user's own.
 */
export function cacheFolder(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  uid: number | undefined = process.getuid?.(),
): string {
  const chosen = environment["YOUTH_SAFETY_DATABASE_CACHE"];
  if (chosen !== undefined && chosen !== "") return resolve(chosen);
  // PostgreSQL refuses to run as root, and the user it then runs as cannot look into root's home.
  if (uid === 0) return join("/var/cache", NAME);
  return join(environment["HOME"] ?? homedir(), ".cache", NAME);
}
