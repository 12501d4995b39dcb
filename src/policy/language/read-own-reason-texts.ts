import type { Item } from "../item.js";
import type { OwnReasonText } from "../rule.js";
import { entriesOf, valueAt } from "./shape-problems.js";
import type { YamlSource } from "./yaml-source.js";

/** Where the texts for one item's reasons stand, over all languages. */
export function readOwnReasonTexts(files: readonly YamlSource[], items: readonly Item[]): readonly OwnReasonText[] {
  return files.flatMap((file) =>
    items.flatMap(({ kind, key }) => {
      const path = [`${kind}s`, key, "reasons"];
      return entriesOf(valueAt(file.value, path)).map(([code]) => ({
        item: key,
        code,
        place: file.placeOf([...path, code]),
      }));
    }),
  );
}
