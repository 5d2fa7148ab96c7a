import type { listMemberCheckIns } from "@/lib/contracts/check-ins";
import type { Output } from "@/lib/contracts/contract";
import type { listCards } from "@/lib/contracts/member-cards";
import type { getMember } from "@/lib/contracts/members";
import type { listMemberships } from "@/lib/contracts/memberships";

export type Member = Output<typeof getMember>;
export type Visit = Output<typeof listMemberCheckIns>["data"][number];
export type Membership = Output<typeof listMemberships>["data"][number];
export type Card = Output<typeof listCards>["data"][number];
