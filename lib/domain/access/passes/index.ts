export { getOwnPass } from "./get-own-pass";
export { isPassTimely, passText, readPass } from "./pass";
