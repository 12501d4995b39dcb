import mongoose from "mongoose";
import type { DatabaseSource } from "../database.js";

const ANSWER_LIMIT_MS = 3_000;

/** The server named in `MONGODB_URI`. */
export function givenSource(uri: string | undefined): DatabaseSource {
  return {
    engine: "given",
    description: "the server in `MONGODB_URI`",
    async open() {
      if (uri === undefined || uri === "") throw new Error("it is not set");
      await ping(uri);
      return { restartable: false, uri, engine: "given", stop: async () => undefined };
    },
  };
}

async function ping(uri: string): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: ANSWER_LIMIT_MS });
  try {
    await client.db("admin").command({ ping: 1 });
  } finally {
    await client.close();
  }
}
