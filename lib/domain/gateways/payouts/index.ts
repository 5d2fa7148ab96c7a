export { getPayout, getPayoutTotals, listPayoutItems, listPayouts } from "./read";
export { syncAllPayouts, syncPayouts } from "./sync";
