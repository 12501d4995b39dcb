import type { Item } from "../item.js";
import type { Texts } from "../texts/texts.js";

/** A word that people read and that is another one now. */
export interface TextChange {
  /** The item's key; null: a language as a whole. */
  readonly item: Item["key"] | null;
  readonly language: string;
  /** In words: `label: "Direct messages" -> "Messages"`. */
  readonly what: string;
}

/** What differs between the names and descriptions of items that both policies declare, by language; and languages that come or go. */
export function textChanges(before: Declared, after: Declared): readonly TextChange[] {
  const [was, is] = [before.texts.languages, after.texts.languages];
  const pairs = before.items.flatMap((item) => {
    const other = after.items.find(({ key }) => key === item.key);
    return other ? [[item, other] as const] : [];
  });
  return [
    ...is.filter((one) => !was.includes(one)).map((language) => ({ item: null, language, what: "is new" })),
    ...was.filter((one) => !is.includes(one)).map((language) => ({ item: null, language, what: "is gone" })),
    ...was
      .filter((language) => is.includes(language))
      .flatMap((language) =>
        pairs.flatMap(([item, other]) =>
          (["label", "help"] as const).flatMap((word) => {
            const [one, another] = [before.texts[word](item, language), after.texts[word](other, language)];
            return one === another ? [] : [{ item: item.key, language, what: `${word}: "${one}" -> "${another}"` }];
          }),
        ),
      ),
  ];
}

/** Items with the words for them. */
export interface Declared {
  readonly items: readonly Item[];
  readonly texts: Texts;
}
