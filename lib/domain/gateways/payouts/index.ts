export { syncAllPayouts, syncPayouts } from "./sync";
