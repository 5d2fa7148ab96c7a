import type { Output } from "@/lib/contracts/contract";
import type { getMembership, quoteMembership } from "@/lib/contracts/memberships/memberships";

export type Membership = Output<typeof getMembership>;
export type Quote = Output<typeof quoteMembership>;
