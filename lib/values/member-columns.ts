/** The columns of the list of members that a person can choose. The name is always shown. */
export const memberColumns = {
  plan: "Plan",
  status: "Status",
  weeks: "Last 8 weeks",
  visit: "Last visit",
  joined: "Joined",
  next: "Next event",
  location: "Home location",
  phone: "Phone",
  email: "E-mail",
  tags: "Tags",
} as const;

export type MemberColumn = keyof typeof memberColumns;

export const usualColumns: readonly MemberColumn[] = ["plan", "status", "weeks", "visit", "joined", "next"];

export const columnsCookie = "member_columns";

/** From the URL or the cookie, such as `plan,phone`; what is unknown is left out. Null without a choice. */
export function columnsFrom(text: string | undefined): MemberColumn[] | null {
  if (text === undefined) return null;
  const chosen = new Set(text.split(/[,.]/));
  const known = (Object.keys(memberColumns) as MemberColumn[]).filter((name) => chosen.has(name));
  return known.length > 0 ? known : null;
}
