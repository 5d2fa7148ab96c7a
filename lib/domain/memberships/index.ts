export { cancelMembership, previewCancellation, withdrawCancellation } from "./cancel";
export { getCancellationOptions } from "./cancellation";
export { changePlan, previewPlanChange, undoPlanChange } from "./change-plan";
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
export { quoteMembership, sellMembership } from "./sell";
export { updateMembership } from "./update";
