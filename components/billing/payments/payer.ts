/** Who pays: a member, or the company of members. */
export type Payer = { kind: "member" | "company"; id: string; name: string };

export const payerInput = ({ kind, id }: Payer) => (kind === "member" ? { member_id: id } : { company_id: id });
