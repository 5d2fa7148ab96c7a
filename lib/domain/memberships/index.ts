export { cancelMembership, previewCancellation, withdrawCancellation } from "./cancel";
export { getCancellationOptions } from "./cancellation";
export { changePayer, previewPayer } from "./change-payer";
export { changePlan, previewPlanChange, undoPlanChange } from "./change-plan";
export { endFreezeOnReturn, type FreezeReturn, restoreFreeze } from "./end-freeze-on-return";
export { changeFreezeEnd, freezeMembership, previewFreeze, previewReturn, removeFreeze } from "./freeze";
export { getMembership } from "./get";
export { listMemberships } from "./list";
export {
  cancelOwnMembership,
  freezeOwnMembership,
  getOwnCancellation,
  previewOwnCancellation,
  previewOwnFreeze,
  removeOwnFreeze,
  withdrawOwnCancellation,
} from "./own";
export { previewRenewal, renewMembership } from "./renew";
export { quoteMembership, sellMembership } from "./sell";
export { getTimeline } from "./timeline";
export { previewTransfer, transferMembership } from "./transfer";
export { updateMembership } from "./update";
