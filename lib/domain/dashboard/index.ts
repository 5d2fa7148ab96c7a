export { getDashboard } from "./get";
