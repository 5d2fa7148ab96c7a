import type { listCheckIns } from "@/lib/contracts/access/check-ins";
import type { Output } from "@/lib/contracts/contract";
import { fullName, unknownVisitor } from "@/lib/values/person-name";

export type Visit = Output<typeof listCheckIns>["data"][number];

export const visitorName = ({ member }: Visit): string =>
  member ? fullName(member.first_name, member.last_name) : unknownVisitor;
