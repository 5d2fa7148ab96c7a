export { archivePlan, restorePlan } from "./archive";
export { createPlan } from "./create";
export { getPlanRow, isOnSale, type Plan, plansWithinReach } from "./find";
export { getPlan } from "./get";
export { listPlans } from "./list";
export { updatePlan } from "./update";
