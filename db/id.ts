import { v7 } from "uuid";

/** Time-ordered, so that primary-key indexes grow at their end. */
export function newId(): string {
  return v7();
}
