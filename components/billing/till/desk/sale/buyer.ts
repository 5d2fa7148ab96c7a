/** Who pays at the till: a member, or a walk-in, who becomes a member record with the sale. */
export type Buyer =
  | { kind: "member"; id: string; name: string; member_code: string | null }
  | { kind: "walk_in"; name: string };

/** The last word is the family name; one word alone is the first name. */
export function walkInOf(name: string): { first_name: string; last_name?: string } {
  const words = name.trim().split(/\s+/);
  const last_name = words.length > 1 ? words.at(-1) : undefined;
  const first_name = (last_name ? words.slice(0, -1) : words).join(" ");
  return last_name ? { first_name, last_name } : { first_name };
}

export const buyerInput = (buyer: Buyer) =>
  buyer.kind === "member" ? { member_id: buyer.id } : { walk_in: walkInOf(buyer.name) };
