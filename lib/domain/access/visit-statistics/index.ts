export { getVisitStatistics } from "./get";
