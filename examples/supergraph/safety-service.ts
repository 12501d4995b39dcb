import { startProgram, type RunningProgram } from "./child-process.js";

/** A running youth-safety subgraph. */
export interface SafetyService extends RunningProgram {
  /** Where it answers queries. */
  readonly url: string;
}

/**
 * Starts the youth-safety subgraph as a process of its own, as it runs in production. `proof` says how its gateway
 * proves itself, and everything else of the environment (`MONGODB_URI`, `POLICY_DIR`, ...) is what this process has.
 */
export async function startSafetyService(
  port: number,
  proof: Readonly<Record<string, string>>,
): Promise<SafetyService> {
  const program = await startProgram({
    name: "the youth-safety subgraph",
    script: new URL("../../dist/main.js", import.meta.url),
    environment: { HOST: "127.0.0.1", PORT: String(port), METRICS_PORT: "0", LOG_LEVEL: "warn", ...proof },
    readyWhen: /^ {2}queries +(\S+)$/m,
    // It proves its rules before it answers by them.
    patience: 120_000,
  });
  return { ...program, url: program.said };
}
