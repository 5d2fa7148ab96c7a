import { hashSecret, sign } from "@/lib/kernel/keys";

/** The text follows from the row's id, so that the same successor can be handed out twice though only its hash is stored. */
export const refreshTokenText = (id: string): string =>
  `${Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url")}.${sign("refresh-token", id)}`;

export const refreshTokenHash = (id: string): string => hashSecret(refreshTokenText(id));
