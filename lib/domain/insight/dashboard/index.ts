export { getDashboard } from "./get";
export { readDashboardPage } from "./read-page";
