export { getOwnPass } from "./get-own-pass";
export { isPassTimely, type PassClaims, passText, readPass, writePass } from "./pass";
