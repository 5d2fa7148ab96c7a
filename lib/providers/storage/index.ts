export { diskStorage } from "./disk";
export type { Storage } from "./storage";
