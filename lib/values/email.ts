import { z } from "zod";

const LONGEST = 254;
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^([\p{L}\p{N}]([\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+[\p{L}][\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}]$/u;

/** Mailboxes that differ only by case do not exist in practice; one spelling makes them comparable. */
export const normaliseEmail = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase();

export const emailAddress = z
  .string()
  .overwrite(normaliseEmail)
  .max(LONGEST, { error: `An e-mail address has at most ${LONGEST} characters` })
  .refine((email) => looksDeliverable(email), { error: "Write the e-mail address as name@example.com" })
  .meta({ format: "email" });

const looksDeliverable = (email: string): boolean => {
  const at = email.lastIndexOf("@");
  const local = email.slice(0, Math.max(at, 0));
  return local.length <= 64 && LOCAL.test(local) && DOMAIN.test(email.slice(at + 1));
};
