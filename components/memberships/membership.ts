import type { Output } from "@/lib/contracts/contract";
import type { previewFreeze } from "@/lib/contracts/memberships/membership-actions";
import type { getMembership, quoteMembership } from "@/lib/contracts/memberships/memberships";
import type { DateContext } from "./plans/wording";

export type Membership = Output<typeof getMembership>;
export type Quote = Output<typeof quoteMembership>;
/** What an action would do, as computed by the server. */
export type Preview = Output<typeof previewFreeze>;

export interface ActionDialogProps {
  organization: string;
  membership: Membership;
  reader: DateContext;
  onClose: () => void;
}
