import { hashSecret, sign } from "@/lib/kernel/keys";

/** The token is derived from the row's id, so that a successor can be returned twice although only its hash is stored. */
export const refreshTokenText = (id: string): string =>
  `${Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url")}.${sign("refresh-token", id)}`;

export const refreshTokenHash = (id: string): string => hashSecret(refreshTokenText(id));
