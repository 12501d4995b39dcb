import type { Resolvers } from "./generated/resolvers-types.js";
import { answerParts } from "./resolvers/answer.js";
import { features } from "./resolvers/feature.js";
import { people } from "./resolvers/person.js";
import { policies } from "./resolvers/policy.js";
import { queries } from "./resolvers/query.js";
import { settings } from "./resolvers/setting.js";
import { CalendarDay, DateTime, SafetyLocalTime } from "./scalars.js";

/** Every resolver but those of the item fields, which go by their names (see `item-fields.ts`). */
export const resolvers: Resolvers = {
  ...queries,
  ...people,
  ...answerParts,
  ...settings,
  ...features,
  ...policies,
  DateTime,
  Date: CalendarDay,
  SafetyLocalTime,
};
