import { closest, distance } from "fastest-levenshtein";

/** The known word that somebody may have meant by `word`, ready to append to an error; empty when none is close. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const words = [...known];
  const sameLetters = words.find((other) => other.toLowerCase() === word.toLowerCase());
  const nearest = sameLetters ?? (words.length > 0 ? closest(word, words) : word);
  const isClose = distance(nearest.toLowerCase(), word.toLowerCase()) <= Math.max(1, Math.floor(word.length / 3));
  return nearest !== word && isClose ? `; did you mean \`${nearest}\`?` : "";
}
