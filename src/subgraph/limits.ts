/** What one request may ask for. */
export interface Limits {
  /** Entities in all `_entities` lists together. */
  readonly representations: number;
  /** People in all `safetyUsers` lists together. */
  readonly users: number;
  readonly bodyBytes: number;
  /** Fields inside fields; fragments do not count. */
  readonly depth: number;
  readonly aliases: number;
  readonly tokens: number;
  /** Milliseconds that the reads of a request may take. */
  readonly deadline: number;
}
