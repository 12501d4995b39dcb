import mongoose, { Schema, type Connection } from "mongoose";
import { deadlineIn, doneBefore, type Deadline } from "./deadline.js";
import { readProfile, writeProfile } from "./profile-document.js";
import { ProfileStoreUnavailable, type AllProfiles, type Found, type ProfileStore } from "./profile-store.js";
import type { Profile } from "./profile.js";
import { systemErrorIn } from "./system-error.js";
import type { UserId } from "./user-id.js";

const { BSON, MongoClient, MongoError } = mongoose.mongo;

const COLLECTION = "profiles";
const DATABASE = "youth-safety";

// Reads go to the primary, the driver's default: what a guardian has just tightened must not be answered from an older copy.
const CONNECTION_OPTIONS = {
  appName: "youth-safety",
  serverSelectionTimeoutMS: 2_000,
  connectTimeoutMS: 2_000,
  // A broken text must not fail the read of everybody else: it arrives with replacement characters, which no profile may hold.
  enableUtf8Validation: false,
} as const;

// A batch that takes longer than this never comes; a scan that takes longer is ended by the server, whatever became of us.
const LONGEST_BATCH_MS = 30_000;
const LONGEST_SCAN_MS = 3_600_000;

interface ProfileRecord {
  readonly _id: string;
}

const schema = new Schema<ProfileRecord>(
  { _id: String },
  {
    collection: COLLECTION,
    // The shape is the business of `profile-document.ts`; a second description here could only differ from it.
    strict: false,
    versionKey: false,
    minimize: false,
    autoCreate: false,
    autoIndex: false,
    // A command that cannot be sent now fails now: a queue of old questions helps nobody.
    bufferCommands: false,
  },
).index({ "guardians.guardian": 1 }, { name: "wards of a guardian" });

/** The connection string cannot be one. Holds no part of it, because it may contain a password. */
export class MongoUriInvalid extends Error {
  constructor() {
    super(
      "`MONGODB_URI` is not a MongoDB connection string: write `mongodb://host:27017/database` or `mongodb+srv://...`",
    );
    this.name = "MongoUriInvalid";
  }
}

/** How many connections a store may hold at a time. */
export interface MongoStoreOptions {
  readonly maxPoolSize: number;
}

/**
 * Profiles in MongoDB, one document a user. Nothing is sent before the first use, which connects; when that fails the next use tries anew,
 * and a connection once made finds its own way back. Collection and indexes are made by `createIndexes`, never by the way.
 */
export class MongoProfileStore implements ProfileStore, AllProfiles {
  /** Hosts and database, without user or password: to tell people where the profiles are. */
  readonly address: string;
  readonly #uri: string;
  readonly #options: MongoStoreOptions;
  readonly #connection: Connection;
  readonly #profiles: ReturnType<typeof profilesOn>;
  #opening: Promise<unknown> | null = null;
  #isClosed = false;

  /** Throws `MongoUriInvalid`. The database is the one that the connection string names, or else `youth-safety`. */
  constructor(uri: string, options: MongoStoreOptions = { maxPoolSize: 50 }) {
    this.address = addressIn(uri);
    this.#uri = uri;
    this.#options = options;
    this.#connection = mongoose.createConnection();
    this.#profiles = profilesOn(this.#connection);
  }

  /** One `$in`, answered in one batch. */
  find(ids: readonly UserId[], deadline: Deadline): Promise<ReadonlyMap<UserId, Found>> {
    return this.#before(deadline, async () => {
      const documents = await this.#profiles
        .find({ _id: { $in: [...ids] } })
        .batchSize(ids.length + 1)
        .maxTimeMS(serverTime(deadline))
        .lean();
      const byId = new Map(documents.map((document) => [document._id, document]));
      return new Map(
        ids.flatMap((id): [UserId, Found][] => {
          const document = byId.get(id);
          return document ? [[id, readProfile(document)]] : [];
        }),
      );
    });
  }

  async put(profiles: readonly Profile[]): Promise<void> {
    const lastOfEach = new Map(profiles.map((profile) => [profile.id, profile]));
    if (lastOfEach.size === 0) return;
    const writes = [...lastOfEach.values()].map((profile) => ({
      updateOne: { filter: { _id: profile.id }, update: [replacement(profile)], upsert: true },
    }));
    await this.#connected(() =>
      this.#connection.collection<ProfileRecord>(COLLECTION).bulkWrite(writes, { ordered: false }),
    );
  }

  /** One cursor, on a secondary where there is one, so that it takes nothing from those who ask about people. */
  async *all(size: number): AsyncGenerator<readonly Found[], void, undefined> {
    const options = { batchSize: size, readPreference: "secondaryPreferred", maxTimeMS: LONGEST_SCAN_MS } as const;
    const cursor = await this.#connected(async () => this.#connection.collection(COLLECTION).find({}, options));
    try {
      for (;;) {
        const deadline = deadlineIn(LONGEST_BATCH_MS);
        const found = await this.#before(
          deadline,
          async () => (await cursor.hasNext()) && cursor.readBufferedDocuments(),
        );
        if (found === false) return;
        yield found.map(readProfile);
      }
    } finally {
      // What failed has told so already.
      await cursor.close().catch(() => null);
    }
  }

  ping(deadline: Deadline): Promise<void> {
    return this.#before(deadline, async () => {
      await this.#connection.db?.command({ ping: 1, maxTimeMS: serverTime(deadline) });
    });
  }

  /** Makes the collection and its indexes where they do not exist yet; resolves with the names of all indexes. */
  createIndexes(): Promise<readonly string[]> {
    return this.#connected(async () => {
      await this.#profiles.createCollection();
      await this.#profiles.createIndexes();
      return (await this.#profiles.listIndexes()).map(({ name }: { name: string }) => name);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening?.catch(() => null);
    await this.#connection.close();
  }

  #before<Result>(deadline: Deadline, work: () => Promise<Result>): Promise<Result> {
    return doneBefore(
      deadline,
      () => this.#connected(work),
      () => new ProfileStoreUnavailable("deadline"),
    );
  }

  async #connected<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isClosed) throw new ProfileStoreUnavailable("closed");
    try {
      await this.#open();
      return await work();
    } catch (error) {
      throw asUnavailable(error);
    }
  }

  async #open(): Promise<void> {
    if (!this.#opening) {
      const opening = this.#connection.openUri(this.#uri, {
        ...CONNECTION_OPTIONS,
        ...this.#options,
        ...(namesDatabase(this.#uri) ? {} : { dbName: DATABASE }),
      });
      this.#opening = opening;
      opening.catch(() => (this.#opening = null));
    }
    await this.#opening;
  }
}

function profilesOn(connection: Connection) {
  return connection.model("Profile", schema);
}

/** A stage that puts a profile in place of whatever is there, and counts the revision on. */
function replacement(profile: Profile): Record<string, unknown> {
  const revision = { $cond: [{ $isNumber: "$revision" }, { $add: ["$revision", 1] }, 0] };
  // Literal, or a stored text that begins with `$` would be read as the name of a field.
  return { $replaceWith: { $mergeObjects: [{ $literal: writeProfile(profile) }, { revision }] } };
}

function serverTime(deadline: Deadline): number {
  return Math.max(1, Math.ceil(deadline.msLeft()));
}

function addressIn(uri: string): string {
  try {
    const { hosts, srvHost, dbName } = new MongoClient(uri).options;
    const database = namesDatabase(uri) ? dbName : DATABASE;
    return `${srvHost ?? hosts.map(String).join(",")}/${database}`;
  } catch {
    throw new MongoUriInvalid();
  }
}

function namesDatabase(uri: string): boolean {
  return /^[^:]+:\/\/[^/]+\/[^?]/.test(uri);
}

/**
 * Whatever the driver or the network says becomes one error that carries a name and a code; anything else is a fault of ours and stays.
 * The driver passes on what the socket says as it is when a write fails at once.
 */
function asUnavailable(error: unknown): unknown {
  if (error instanceof MongoError) {
    return new ProfileStoreUnavailable([error.name, error.code].filter((part) => part !== undefined).join(" "));
  }
  if (error instanceof mongoose.Error || error instanceof BSON.BSONError)
    return new ProfileStoreUnavailable(error.name);
  const systemError = systemErrorIn(error);
  return systemError ? new ProfileStoreUnavailable(systemError.code) : error;
}
