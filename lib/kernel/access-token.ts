import { jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { Clock } from "./clock";
import { deriveKey } from "./keys";

export const accessTokenLifetimeSeconds = 15 * 60;

const claimsShape = z.object({
  sub: z.uuid(),
  org: z.uuid().nullable(),
  sv: z.int(),
  fam: z.uuid(),
  exp: z.int(),
});
export type AccessClaims = z.infer<typeof claimsShape>;

let key: Buffer | undefined;
const signingKey = () => {
  key ??= deriveKey("access-token");
  return key;
};

/** Cache of verified tokens: the signature is checked once, expiry and session version on every request. */
const verified = new Map<string, AccessClaims>();
const maxVerified = 5_000;

export async function issueAccessToken(claims: Omit<AccessClaims, "exp">, clock: Clock): Promise<string> {
  const now = Math.floor(clock.now().epochMilliseconds / 1000);
  return new SignJWT({ org: claims.org, sv: claims.sv, fam: claims.fam })
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
    .setSubject(claims.sub)
    .setIssuer("fitflow")
    .setAudience("fitflow-api")
    .setIssuedAt(now)
    .setExpirationTime(now + accessTokenLifetimeSeconds)
    .sign(signingKey());
}

export async function readAccessToken(token: string, clock: Clock): Promise<AccessClaims | null> {
  const now = Math.floor(clock.now().epochMilliseconds / 1000);
  const cached = verified.get(token);
  const claims = cached ?? (await verify(token, now));
  if (!claims || claims.exp <= now) {
    verified.delete(token);
    return null;
  }
  if (!cached) addToCache(token, claims);
  return claims;
}

async function verify(token: string, now: number): Promise<AccessClaims | null> {
  try {
    const { payload } = await jwtVerify(token, signingKey(), {
      issuer: "fitflow",
      audience: "fitflow-api",
      algorithms: ["HS256"],
      typ: "at+jwt",
      currentDate: new Date(now * 1000),
    });
    return claimsShape.parse(payload);
  } catch {
    return null;
  }
}

function addToCache(token: string, claims: AccessClaims): void {
  if (verified.size >= maxVerified) {
    const oldest = verified.keys().next().value;
    if (oldest !== undefined) verified.delete(oldest);
  }
  verified.set(token, claims);
}
