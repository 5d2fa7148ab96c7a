export { checkOwnPayment, payOwnInvoice, readOwnBill } from "./own";
