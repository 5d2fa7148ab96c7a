import type { listMemberCheckIns } from "@/lib/contracts/access/check-ins";
import type { Output } from "@/lib/contracts/contract";
import type { listCards } from "@/lib/contracts/members/member-cards";
import type { getMember } from "@/lib/contracts/members/members";
import type { listMemberships } from "@/lib/contracts/memberships/memberships";

export type Member = Output<typeof getMember>;
export type Visit = Output<typeof listMemberCheckIns>["data"][number];
export type Membership = Output<typeof listMemberships>["data"][number];
export type Card = Output<typeof listCards>["data"][number];
