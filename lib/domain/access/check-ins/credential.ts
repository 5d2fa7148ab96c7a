import type { Temporal } from "temporal-polyfill";
import { isPassTimely, passText, readPass } from "@/lib/domain/access/passes";
import { cardHash, readCardCode } from "@/lib/domain/members";
import type { CredentialState } from "@/lib/values/entry-reasons";

/** A parsed credential, before any lookup. */
export type Credential = {
  kind: "member_id" | "code" | "qr";
  member_id: string | null;
  card_hash: string | null;
  member_code: string | null;
  nonce: string | null;
  state: Extract<CredentialState, "ok" | "unknown" | "expired" | "other_organization">;
};

export type CredentialInput = { member_id?: string; code?: string; qr?: string };

const noMember = { member_id: null, card_hash: null, member_code: null, nonce: null } as const;

export function credentialOf(
  { member_id, code, qr }: CredentialInput,
  organization_id: string,
  now: Temporal.Instant,
): Credential {
  if (member_id !== undefined) return { ...noMember, kind: "member_id", state: "ok", member_id };
  const pass = qr ?? (code && passText(code));
  if (pass) return passCredential(pass, organization_id, now);
  const text = code ?? "";
  const card = readCardCode(text);
  return {
    ...noMember,
    kind: "code",
    state: "ok",
    card_hash: card && cardHash(organization_id, card),
    member_code: text.trim().toUpperCase(),
  };
}

function passCredential(text: string, organization_id: string, now: Temporal.Instant): Credential {
  const claims = readPass(text);
  if (!claims) return { ...noMember, kind: "qr", state: "unknown" };
  if (claims.organization_id !== organization_id) return { ...noMember, kind: "qr", state: "other_organization" };
  const { member_id, nonce } = claims;
  return { ...noMember, kind: "qr", member_id, nonce, state: isPassTimely(claims, now) ? "ok" : "expired" };
}
