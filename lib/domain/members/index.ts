export { searchColumns } from "./search-columns";
