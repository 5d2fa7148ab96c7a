import { hashSecret, newSecret } from "@/lib/kernel/keys";
import { uuidOfHex } from "@/lib/values/uuid";

const idBytes = 16;

/** A link names its organization, so that it is found without a session, and a secret that only its hash is stored of. */
export function newLinkToken(organization_id: string): { token: string; token_hash: string } {
  const token = `${Buffer.from(organization_id.replaceAll("-", ""), "hex").toString("base64url")}.${newSecret()}`;
  return { token, token_hash: hashSecret(token) };
}

/** Null if the text is no token. */
export function organizationInLink(token: string): string | null {
  const [organization = "", secret = ""] = token.split(".");
  const bytes = Buffer.from(organization, "base64url");
  if (!secret || bytes.length !== idBytes) return null;
  return uuidOfHex(bytes.toString("hex"));
}
