import type { AuthorListQuery } from "../generated/graphql.js";
import { authorSafety, type AuthorSafety } from "./author-safety.js";

/** A post as a feed needs it. */
export interface FeedPost {
  readonly id: string;
  readonly caption: string;
  /** Null: nothing about the author can be had now. */
  readonly author: string | null;
  readonly may: AuthorSafety;
}

/** The posts of a feed, with what may be done with each. */
export function feed({ posts }: AuthorListQuery): readonly FeedPost[] {
  return (posts ?? []).map(({ id, caption, author }) => ({
    id,
    caption,
    author: author?.name ?? null,
    may: authorSafety(author),
  }));
}
