export const longestEmail = 254;
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^([\p{L}\p{N}]([\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+[\p{L}][\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}]$/u;

/** Lower case, because mailboxes that differ only by case do not exist in practice. */
export const normaliseEmail = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, "")
    .trim()
    .toLowerCase();

/** The form of a deliverable address. Its length is limited separately. */
export const looksDeliverable = (email: string): boolean => {
  const at = email.lastIndexOf("@");
  const local = email.slice(0, Math.max(at, 0));
  return local.length <= 64 && LOCAL.test(local) && DOMAIN.test(email.slice(at + 1));
};
