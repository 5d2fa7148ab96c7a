/** A part of the driver that its types leave out. */
declare module "pg/lib/utils.js" {
  /** The parameter as the protocol has it: null, text or bytes. */
  export function prepareValue(value: unknown): unknown;
}
