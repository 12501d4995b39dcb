import { cacheFolder } from "../../../documentdb/provision/cache-folder.js";

test.each<[string, Record<string, string>, number, string]>([
  ["the chosen folder", { YOUTH_SAFETY_DATABASE_CACHE: "/srv/cache", HOME: "/home/ana" }, 0, "/srv/cache"],
  ["the system's for root, whose home others cannot enter", { HOME: "/root" }, 0, "/var/cache/youth-safety"],
  ["a user's own", { HOME: "/home/ana" }, 1000, "/home/ana/.cache/youth-safety"],
  [
    "a user's own when the choice is empty",
    { YOUTH_SAFETY_DATABASE_CACHE: "", HOME: "/a" },
    1,
    "/a/.cache/youth-safety",
  ],
])("the cache is %s", (_what, environment, uid, folder) => {
  expect(cacheFolder(environment, uid)).toBe(folder);
});
