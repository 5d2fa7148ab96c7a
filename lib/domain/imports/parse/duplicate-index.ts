import { searchText } from "@/lib/values/person-name";
import type { ImportedMember } from "./imported-row";

export type DuplicateHit = {
  /** The first row. */
  of_row: number;
  by: "email" | "member_code";
  /** The same name indicates the same person; another name indicates a household. */
  likely: "same_person" | "household";
};

type Seen = { row_number: number; name: string };
type Identity = Pick<ImportedMember, "first_name" | "last_name" | "email" | "member_code">;

/** Finds rows with the e-mail address or member code of an earlier row. */
export class DuplicateIndex {
  private readonly by_email = new Map<string, Seen>();
  private readonly by_code = new Map<string, Seen>();

  add(row_number: number, { first_name, last_name, email, member_code }: Identity): DuplicateHit | null {
    const seen = { row_number, name: searchText([first_name, last_name]) };
    const code_hit = remember(this.by_code, member_code && searchText([member_code]), seen, "member_code");
    const email_hit = remember(this.by_email, email, seen, "email");
    return code_hit ?? email_hit;
  }
}

const remember = (
  index: Map<string, Seen>,
  key: string | null,
  seen: Seen,
  by: DuplicateHit["by"],
): DuplicateHit | null => {
  if (!key) return null;
  const first = index.get(key);
  if (!first) {
    index.set(key, seen);
    return null;
  }
  return { of_row: first.row_number, by, likely: first.name === seen.name ? "same_person" : "household" };
};
