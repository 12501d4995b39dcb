import { MemoryProfileStore } from "../../src/profiles/memory-profile-store.js";
import type { UserId } from "../../src/profiles/user-id.js";
import { idOf } from "./profile-of.js";
import { itKeepsTheStoreContract } from "./profile-store-contract.js";

itKeepsTheStoreContract(async () => {
  const documents = new Map<UserId, unknown>();
  const store = new MemoryProfileStore(documents);
  return {
    store,
    plant: async (document) => void documents.set(idOf(String(document["_id"])), document),
    close: () => store.close(),
  };
});
