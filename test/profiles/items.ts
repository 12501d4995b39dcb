import { parseTimeZone } from "../../src/policy/calendar.js";
import { NO_LIMIT, type Item, type ItemKey } from "../../src/policy/item.js";
import type { Catalogue } from "../../src/policy/rule.js";
import { parseDailyWindows } from "../../src/policy/window-text.js";
import { NO_WINDOWS, windowsOf, type WeekWindows } from "../../src/policy/week-windows.js";
import { day, known } from "./profile-of.js";

const key = (text: string) => text as ItemKey;

/** One item of every kind. */
export const ITEMS: readonly Item[] = [
  {
    kind: "setting",
    control: "choice",
    key: key("directMessages"),
    index: 0,
    values: ["NO_ONE", "FRIENDS", "EVERYONE"],
    open: 2,
  },
  { kind: "setting", control: "switch", key: key("autoplay"), index: 1, values: ["OFF", "ON"], open: 1 },
  { kind: "setting", control: "switch", key: key("restrictedMode"), index: 2, values: ["ON", "OFF"], open: 1 },
  { kind: "setting", control: "minutes", key: key("dailyScreenTime"), index: 3, open: NO_LIMIT, steps: [60, NO_LIMIT] },
  { kind: "setting", control: "windows", key: key("quietHours"), index: 4, open: NO_WINDOWS },
  { kind: "feature", key: key("liveStreaming"), index: 5, needs: [], limited: null },
];

/** A catalogue of these items. */
export const CATALOGUE: Catalogue = {
  since: day("2019-03-01"),
  provenBy: "VERIFIED",
  guardianPowersUnder: 18,
  fallbackZone: known(parseTimeZone("UTC"), "UTC"),
  unknownRegion: "strictest",
  unknownSubdivision: new Map(),
  blocs: new Map(),
  items: ITEMS,
};

/** The week's minutes of windows as text. */
export function windows(text: string): WeekWindows {
  const parsed = parseDailyWindows(text);
  if (!parsed.ok) throw new TypeError(parsed.problem);
  return windowsOf(parsed.windows);
}
