import type { Caller } from "@/lib/kernel/caller";
import { type Policies, policiesOf } from "@/lib/values/policies";

/** The policies of the organization that a page belongs to. */
export const pagePolicies = ({ organization }: Caller): Policies => policiesOf(organization ?? { policies: {} });
