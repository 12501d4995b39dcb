import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Admission } from "../../src/policy-admission.js";
import { admitPolicy } from "../../src/policy-admission.js";
import type { PolicyFiles } from "../../src/policy-folder.js";
import { PolicyHistory } from "../../src/server/policy-history.js";
import {
  controlOf,
  emptyFolder,
  halfAnHour,
  HALF_AN_HOUR_HOLDS,
  platformAlone,
  written,
  type Controlled,
} from "./policy-folders.js";

const OLD = platformAlone("old");
const NEW = halfAnHour("new");
const BROKEN = { "platform.yaml": "rules: [" };

const labels = ({ control }: Controlled) => [control.served().label, control.status().lastAttempt.outcome];

/** Admissions that wait until they are let go, and how many have begun. */
function held() {
  const waiting: (() => void)[] = [];
  const begun: PolicyFiles[] = [];
  const admit = async (files: PolicyFiles): Promise<Admission> => {
    begun.push(files);
    await new Promise<void>((resolve) => waiting.push(resolve));
    return admitPolicy(files);
  };
  const letGo = async (): Promise<void> => {
    while (waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    waiting.shift()?.();
  };
  return { admit, begun, letGo };
}

describe("a reload", () => {
  test("lets what the folder holds now answer", async () => {
    const it = await controlOf(OLD);
    const before = it.control.served();
    written(NEW, it.folder);
    const attempt = await it.control.reload("signal");
    expect(labels(it)).toEqual(["new", "activated"]);
    expect(attempt).toMatchObject({ act: "reload", cause: "signal", step: null, problems: [] });
    expect(attempt.revision).toEqual({ id: it.control.served().id, label: "new" });
    expect(before.label).toBe("old");
    expect(it.logged()).toMatch(/"act":"reload","cause":"signal","outcome":"activated","revision":"[0-9a-f]{64}"/);
  });

  test("of the same files exchanges nothing, so that what was computed stays", async () => {
    const it = await controlOf(OLD);
    const before = it.control.served();
    expect((await it.control.reload("signal")).outcome).toBe("unchanged");
    expect(it.control.served()).toBe(before);
  });

  test.each<[string, Readonly<Record<string, string>>, string, RegExp]>([
    ["a broken file", BROKEN, "read", /^platform\.yaml:1:\d+: /],
    ["a case that does not hold", { "tests/time.yaml": HALF_AN_HOUR_HOLDS }, "test", /^tests\/time\.yaml:7:\d+: /],
  ])("of %s keeps the last good policy, and says why", async (_, files, step, problem) => {
    const it = await controlOf(OLD);
    const before = it.control.served();
    written(files, it.folder);
    const attempt = await it.control.reload("admin call");
    expect(attempt).toMatchObject({ outcome: "refused", step });
    expect(attempt.problems[0]).toMatch(problem);
    expect(it.control.served()).toBe(before);
    expect(it.control.status().lastAttempt).toBe(attempt);
    expect(it.logged()).toContain(`"step":"${step}"`);
    expect(it.logged()).toContain("policy refused");
    // What is right again is taken at once.
    written(NEW, it.folder);
    await it.control.reload("admin call");
    expect(labels(it)).toEqual(["new", "activated"]);
  });

  test("of a folder that is gone keeps the last good policy", async () => {
    const it = await controlOf(OLD);
    rmSync(it.folder, { recursive: true });
    expect((await it.control.reload("signal")).problems).toEqual([
      `${it.folder}:1:1: the policy folder \`${it.folder}\` cannot be read: ENOENT`,
    ]);
    expect(it.control.served().label).toBe("old");
  });

  test("that fails through a fault of ours keeps the last good policy, and later ones go on", async () => {
    let isFaulty = true;
    const admit = async (files: PolicyFiles) => {
      if (isFaulty) throw new TypeError("Maya is 12");
      return admitPolicy(files);
    };
    const it = await controlOf(OLD, { admit });
    written(NEW, it.folder);
    expect(await it.control.reload("signal")).toMatchObject({ outcome: "refused", step: "fault", revision: null });
    expect(it.logged()).toContain("internal fault");
    expect(it.logged()).not.toContain("Maya");
    isFaulty = false;
    expect((await it.control.reload("signal")).outcome).toBe("activated");
  });

  test("with more problems than anybody reads lists the first hundred and how many more", async () => {
    const place = { file: "x.yaml", line: 1, column: 1 };
    const problems = Array.from({ length: 150 }, (_, index) => ({ place, message: `problem ${index}` }));
    const refused = { ok: false, revision: null, step: "read", problems, steps: [] } as const;
    const it = await controlOf(OLD, { admit: async () => refused });
    const attempt = await it.control.reload("signal");
    expect([attempt.problems.length, attempt.problems.at(-1)]).toEqual([101, "and 50 more"]);
  });
});

describe("attempts", () => {
  test("never overlap, and one that waits is joined by whoever wants the same", async () => {
    const { admit, begun, letGo } = held();
    const it = await controlOf(OLD, { admit });
    const first = it.control.reload("signal");
    await letGo();
    // From here on the second runs, and the third and fourth wait together.
    await first;
    const second = it.control.reload("signal");
    while (begun.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    written(NEW, it.folder);
    const [third, fourth] = [it.control.reload("signal"), it.control.reload("admin call")];
    expect([begun.length, it.control.status().underWay, third === fourth]).toEqual([2, 2, true]);
    await letGo();
    expect((await second).outcome).toBe("unchanged");
    await letGo();
    // What was written before it was asked for is what it read.
    expect((await third).revision?.label).toBe("new");
    expect([begun.length, it.control.status().underWay]).toEqual([3, 0]);
  });

  test("are made in the order in which they were wanted, also where the same is wanted again", async () => {
    const { admit, begun, letGo } = held();
    const history = new PolicyHistory(emptyFolder());
    const it = await controlOf(OLD, { admit, history });
    const old = it.control.served().id;
    written(NEW, it.folder);
    const attempts = [it.control.reload("signal"), it.control.rollback(old), it.control.reload("signal")];
    await letGo();
    await letGo();
    await letGo();
    await Promise.all(attempts);
    expect(begun).toHaveLength(3);
    expect(labels(it)).toEqual(["new", "activated"]);
  });

  test("about a candidate keep no rollback waiting", async () => {
    const candidate = written(NEW);
    const admit = async (files: PolicyFiles) =>
      files.policy.files.some(({ bytes }) => String(bytes).includes("half-an-hour"))
        ? new Promise<never>(() => undefined)
        : admitPolicy(files);
    const it = await controlOf(OLD, { admit, shadowFolder: candidate });
    expect((await it.control.reload("signal")).outcome).toBe("unchanged");
    expect(it.control.status().underWay).toBeGreaterThan(0);
  });

  test("that a stop interrupts end at once, and change nothing", async () => {
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const admit = async (_files: PolicyFiles, signal: AbortSignal) =>
      new Promise<never>((_resolve, reject) => {
        signal.addEventListener("abort", () => reject(new Error("stopped")));
        begin();
      });
    const it = await controlOf(OLD, { admit });
    written(NEW, it.folder);
    const attempts = [it.control.reload("signal"), it.control.rollback("0".repeat(64)), it.control.reload("signal")];
    await begun;
    it.control.close();
    expect(await Promise.all(attempts)).toMatchObject([{ outcome: "refused" }, "no history", { outcome: "refused" }]);
    expect(it.control.served().label).toBe("old");
    expect(it.logged()).not.toContain("internal fault");
  });
});

test("a change of files is a reload only where the folder holds something else", async () => {
  const it = await controlOf(OLD);
  expect(await it.control.reloadChanged()).toBeNull();
  written(BROKEN, it.folder);
  expect(await it.control.reloadChanged()).toMatchObject({ cause: "file change", outcome: "refused" });
  expect(await it.control.reloadChanged()).toBeNull();
  written(NEW, it.folder);
  expect(await it.control.reloadChanged()).toMatchObject({ cause: "file change", outcome: "activated" });
  written({ "tests/time.yaml": HALF_AN_HOUR_HOLDS }, it.folder);
  expect(await it.control.reloadChanged()).toMatchObject({ outcome: "unchanged" });
});

describe("a rollback", () => {
  const history = () => new PolicyHistory(emptyFolder());

  test("returns to a revision that was active, until the next reload", async () => {
    const it = await controlOf(OLD, { history: history() });
    const old = it.control.served().id;
    written(NEW, it.folder);
    await it.control.reload("signal");
    expect(await it.control.rollback(old)).toMatchObject({ act: "rollback", outcome: "activated" });
    expect([it.control.served().id, it.control.status().active.pinned]).toEqual([old, true]);
    // Once more makes no difference, also not to how long it holds.
    expect(await it.control.rollback(old)).toMatchObject({ outcome: "unchanged" });
    expect(it.control.status().active.pinned).toBe(true);
    await it.control.reload("signal");
    expect([...labels(it), it.control.status().active.pinned]).toEqual(["new", "activated", false]);
    expect((await it.control.history())?.kept.map(({ label }) => label).sort()).toEqual(["new", "old"]);
  });

  test("is admitted like everything else", async () => {
    const folder = emptyFolder();
    const it = await controlOf(OLD, { history: new PolicyHistory(folder) });
    const old = it.control.served().id;
    written(NEW, it.folder);
    await it.control.reload("signal");
    const label = "tests/late.yaml";
    written({ [join(old, label)]: HALF_AN_HOUR_HOLDS }, folder);
    expect(await it.control.rollback(old)).toMatchObject({
      outcome: "refused",
      step: "history",
      problems: [expect.stringContaining("`tests/late.yaml` is not what was kept")],
    });
    expect(labels(it)).toEqual(["new", "refused"]);
  });

  test.each([
    ["an id that nothing is kept under", "0".repeat(64)],
    ["no id", "old"],
    ["a path", "../../etc"],
  ])("to %s is not made", async (_, id) => {
    const it = await controlOf(OLD, { history: history() });
    expect(await it.control.rollback(id)).toBe("not kept");
    expect(labels(it)).toEqual(["old", "activated"]);
  });

  test("without a history is not made", async () => {
    const it = await controlOf(OLD);
    expect(await it.control.rollback(it.control.served().id)).toBe("no history");
    expect(await it.control.history()).toBeNull();
  });

  test("cannot be had where nothing can be kept, which is told and keeps nobody from answering", async () => {
    const it = await controlOf(OLD, { history: new PolicyHistory("/dev/null/history") });
    expect(it.control.served().label).toBe("old");
    expect(it.logged()).toContain("the revision cannot be kept for a rollback");
    expect(await it.control.history()).toEqual({
      kept: [],
      problem: "the folder of `POLICY_HISTORY_DIR` cannot be used: ENOTDIR",
    });
  });
});
