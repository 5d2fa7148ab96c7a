export { cancelMembership, previewCancellation, withdrawCancellation } from "./cancel";
export { changePayer, previewPayer } from "./change-payer";
export { getCancellationOptions } from "./cancellation";
export { changePlan, previewPlanChange, undoPlanChange } from "./change-plan";
export { changeFreezeEnd, freezeMembership, previewFreeze, previewReturn, removeFreeze } from "./freeze";
export { getMembership } from "./get";
export { listMemberships } from "./list";
export { previewRenewal, renewMembership } from "./renew";
export {
  cancelOwnMembership,
  freezeOwnMembership,
  getOwnCancellation,
  previewOwnCancellation,
  previewOwnFreeze,
  removeOwnFreeze,
  withdrawOwnCancellation,
} from "./own";
export { quoteMembership, sellMembership } from "./sell";
export { getTimeline } from "./timeline";
export { previewTransfer, transferMembership } from "./transfer";
export { updateMembership } from "./update";
