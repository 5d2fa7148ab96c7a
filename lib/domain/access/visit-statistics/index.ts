export { foldVisits } from "./fold";
export { getVisitStatistics } from "./get";
